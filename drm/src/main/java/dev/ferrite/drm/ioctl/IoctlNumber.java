package dev.ferrite.drm.ioctl;

/**
 * The parts of an ioctl number: {@code direction << 30 | size << 16 | type << 8 | number}.
 *
 * <p>Direction is the caller's view: write means that the driver reads.
 */
public final class IoctlNumber {
    /** Direction: nothing is copied. */
    public static final int NONE = 0;

    /** Direction: the caller writes, the driver reads. */
    public static final int WRITE = 1;

    /** Direction: the caller reads, the driver writes. */
    public static final int READ = 2;

    /** The largest size a number can hold, in bytes. */
    public static final int MAX_SIZE = (1 << 14) - 1;

    private IoctlNumber() {}

    /**
     * Puts a number together: {@code _IOC}.
     *
     * @param direction {@link #NONE}, {@link #WRITE}, {@link #READ}, or both of the last two
     * @param type the subsystem's letter
     * @param nr 0 to 255
     * @param size bytes of the argument, 0 to {@link #MAX_SIZE}
     * @return the number
     */
    public static int of(int direction, int type, int nr, int size) {
        return direction << 30 | size << 16 | type << 8 | nr;
    }

    /**
     * The direction bits: {@code _IOC_DIR}.
     *
     * @param number an ioctl number
     * @return 0 to 3
     */
    public static int direction(int number) {
        return number >>> 30;
    }

    /**
     * The size of the argument: {@code _IOC_SIZE}.
     *
     * @param number an ioctl number
     * @return bytes
     */
    public static int size(int number) {
        return number >>> 16 & MAX_SIZE;
    }

    /**
     * The subsystem's letter: {@code _IOC_TYPE}.
     *
     * @param number an ioctl number
     * @return 0 to 255
     */
    public static int type(int number) {
        return number >>> 8 & 0xFF;
    }

    /**
     * The number within the subsystem: {@code _IOC_NR}.
     *
     * @param number an ioctl number
     * @return 0 to 255
     */
    public static int nr(int number) {
        return number & 0xFF;
    }
}
