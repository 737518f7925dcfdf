package dev.ferrite.nova.boot.report;

/** What is timed, and what one sample of it contains. */
public enum Operation {
    /** Two calls of {@code System.nanoTime}: what the clock itself adds to every sample that is a single call. */
    CLOCK("clock, read twice", 1),
    /** {@code DRM_IOCTL_NOVA_GETPARAM}, from the client's call to its result. */
    GETPARAM("ioctl GETPARAM", 1),
    /** {@code DRM_IOCTL_NOVA_GEM_INFO}: with a handle lookup. */
    GEM_INFO("ioctl GEM_INFO", 1),
    /** {@code DRM_IOCTL_GET_CAP}, where the driver is another one than nova. */
    GET_CAP("ioctl GET_CAP", 1),
    /** {@code DRM_IOCTL_MODE_MAP_DUMB}: the same with a handle lookup. */
    MAP_DUMB("ioctl MAP_DUMB", 1),
    /** The tile queue's lock, taken and given back. */
    SPIN_LOCK("spin lock + unlock", 64),
    /** The statistics' lock, taken and given back. */
    MUTEX("mutex lock + unlock", 64),
    /** One page of VRAM mapped for the calling thread and unmapped. */
    MAP("map + unmap, 4 KiB", 1);

    private final String label;
    private final int batch;

    Operation(String label, int batch) {
        this.label = label;
        this.batch = batch;
    }

    /**
     * What people read.
     *
     * @return the name in tables and plots
     */
    public String label() {
        return label;
    }

    /**
     * How many operations one sample times together; the sample is their mean.
     *
     * @return 1 or more
     */
    public int batch() {
        return batch;
    }
}
