package dev.ferrite.drm.vma;

/**
 * An object's place in a {@link VmaManager}: the counterpart of {@code drm_vma_offset_node}, but for the files that may map
 * the object, which the object knows.
 *
 * @param <T> the object
 */
public final class VmaNode<T> {
    private final T object;

    /** Guarded by the manager's lock; page number of the offset, 0 if it has none. */
    long startPage;

    /** Guarded by the manager's lock. */
    long pages;

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
}
