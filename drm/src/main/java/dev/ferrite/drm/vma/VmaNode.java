package dev.ferrite.drm.vma;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * An object's place in a {@link VmaManager}, and the files that may map it: the counterpart of
 * {@code drm_vma_offset_node}.
 *
 * <p>A file is allowed once for each handle it has. Thread-safe; the list of files is an immutable chain replaced by
 * CAS, for nearly every object has one or two.
 *
 * @param <T> the object
 */
@SuppressWarnings("ReferenceEquality") // a file is the same only if it is that very file
public final class VmaNode<T> {
    private static final VarHandle ALLOWED;

    static {
        try {
            ALLOWED = MethodHandles.lookup().findVarHandle(VmaNode.class, "allowed", Allowed.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final T object;
    private volatile @Nullable Allowed allowed;

    /** Guarded by the manager's lock; page number of the offset, 0 if it has none. */
    long startPage;

    /** Guarded by the manager's lock. */
    long pages;

    private record Allowed(Object file, int count, @Nullable Allowed rest) {}

    /**
     * A node without an offset.
     *
     * @param object whose node it is
     */
    public VmaNode(T object) {
        this.object = object;
    }

    /**
     * Whose node it is.
     *
     * @return the object
     */
    public T object() {
        return object;
    }

    /**
     * Lets a file map the object, once more: {@code drm_vma_node_allow}.
     *
     * @param file the file
     */
    public void allow(Object file) {
        Allowed before;
        do {
            before = allowed;
        } while (!ALLOWED.compareAndSet(this, before, changed(before, file, 1)));
    }

    /**
     * Takes one permission back: {@code drm_vma_node_revoke}. Existing mappings stay.
     *
     * @param file the file; one that has no permission is left alone
     */
    public void revoke(Object file) {
        Allowed before;
        do {
            before = allowed;
        } while (!ALLOWED.compareAndSet(this, before, changed(before, file, -1)));
    }

    /**
     * Whether a file may map the object.
     *
     * @param file the file
     * @return true while it has been allowed more often than revoked
     */
    public boolean isAllowed(Object file) {
        for (Allowed entry = allowed; entry != null; entry = entry.rest) {
            if (entry.file == file) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Allowed changed(@Nullable Allowed chain, Object file, int delta) {
        if (chain == null) {
            return delta > 0 ? new Allowed(file, delta, null) : null;
        }
        if (chain.file == file) {
            int count = chain.count + delta;
            return count > 0 ? new Allowed(file, count, chain.rest) : chain.rest;
        }
        return new Allowed(chain.file, chain.count, changed(chain.rest, file, delta));
    }
}
