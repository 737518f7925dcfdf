package dev.ferrite.drm.resv;

/**
 * What a fence of a reservation means: the counterpart of {@code enum dma_resv_usage}. Who asks for one gets those before
 * it, too.
 */
public enum Usage {
    /** The buffer itself is being moved or cleared: everybody waits. */
    KERNEL,
    /** Somebody writes it, and others wait for that without being told. */
    WRITE,
    /** Somebody reads it: writers wait. */
    READ,
    /** Nobody waits for it but who frees the memory. */
    BOOKKEEP;

    /**
     * What one has to wait for before accessing a buffer: {@code dma_resv_usage_rw}.
     *
     * @param write whether it will be written
     * @return {@link #READ} for writers, {@link #WRITE} for readers
     */
    public static Usage toWaitFor(boolean write) {
        return write ? READ : WRITE;
    }
}
