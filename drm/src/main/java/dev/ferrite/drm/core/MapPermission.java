package dev.ferrite.drm.core;

import org.jspecify.annotations.Nullable;

/**
 * Which files may map an object, and how often each was allowed: the tree of files of {@code drm_vma_offset_node}.
 *
 * <p>An immutable chain, null if it is no file; the object replaces it by CAS, for nearly every object has one file or two.
 * A chain that came back says what it said before, so the CAS needs no more than its identity. The chain of one file with
 * one handle is always the same object, which the file keeps: to renew a handle allocates nothing.
 *
 * @param file who may map
 * @param count once for each handle it has
 * @param rest the other files
 */
@SuppressWarnings("ReferenceEquality") // a file is the same only if it is that very file
record MapPermission(DrmFile<?> file, int count, @Nullable MapPermission rest) {
    /** Whether a file is allowed more often than revoked: {@code drm_vma_node_is_allowed}. */
    static boolean allows(@Nullable MapPermission chain, DrmFile<?> file) {
        for (MapPermission entry = chain; entry != null; entry = entry.rest) {
            if (entry.file == file) {
                return true;
            }
        }
        return false;
    }

    /** The chain with a file allowed once more: {@code drm_vma_node_allow}. */
    static MapPermission allow(@Nullable MapPermission chain, DrmFile<?> file) {
        return chain == null ? file.mayMapOnce() : allowSlow(chain, file);
    }

    private static MapPermission allowSlow(MapPermission chain, DrmFile<?> file) {
        return chain.file == file
                ? new MapPermission(file, chain.count + 1, chain.rest)
                : new MapPermission(chain.file, chain.count, allow(chain.rest, file));
    }

    /** The chain with a permission taken back: {@code drm_vma_node_revoke}; without one, what it is. */
    static @Nullable MapPermission revoke(@Nullable MapPermission chain, DrmFile<?> file) {
        return chain == file.mayMapOnce() ? null : revokeSlow(chain, file);
    }

    private static @Nullable MapPermission revokeSlow(@Nullable MapPermission chain, DrmFile<?> file) {
        if (chain == null) {
            return null;
        }
        if (chain.file == file) {
            return of(file, chain.count - 1, chain.rest);
        }
        return of(chain.file, chain.count, revoke(chain.rest, file));
    }

    private static @Nullable MapPermission of(DrmFile<?> file, int count, @Nullable MapPermission rest) {
        if (count == 0) {
            return rest;
        }
        return count == 1 && rest == null ? file.mayMapOnce() : new MapPermission(file, count, rest);
    }
}
