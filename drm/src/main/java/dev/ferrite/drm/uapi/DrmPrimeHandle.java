package dev.ferrite.drm.uapi;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** A handle and a dma-buf descriptor: the argument of the two PRIME calls. 12 bytes. */
public final class DrmPrimeHandle {
    /** The C layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("handle"), JAVA_INT.withName("flags"), JAVA_INT.withName("fd"))
            .withName("drm_prime_handle");

    /** The struct's shape. */
    public static final StructType<DrmPrimeHandle> TYPE =
            new StructType<>(DrmPrimeHandle.class, "drm_prime_handle", LAYOUT);

    /** Its size in bytes. */
    public static final long SIZEOF = 12;

    /** Its alignment in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code handle} in bytes. */
    public static final long HANDLE_OFFSET = 0;

    /** Offset of {@code flags} in bytes. */
    public static final long FLAGS_OFFSET = 4;

    /** Offset of {@code fd} in bytes. */
    public static final long FD_OFFSET = 8;

    private DrmPrimeHandle() {}

    /**
     * Reads {@code handle}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int handle(MemorySegment struct) {
        return struct.get(JAVA_INT, HANDLE_OFFSET);
    }

    /**
     * Writes {@code handle}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void handle(MemorySegment struct, int value) {
        struct.set(JAVA_INT, HANDLE_OFFSET, value);
    }

    /**
     * Reads {@code flags}, plain.
     *
     * @param struct the struct's memory
     * @return an unsigned 32-bit number in an int
     */
    public static int flags(MemorySegment struct) {
        return struct.get(JAVA_INT, FLAGS_OFFSET);
    }

    /**
     * Writes {@code flags}, plain.
     *
     * @param struct the struct's memory
     * @param value an unsigned 32-bit number in an int
     */
    public static void flags(MemorySegment struct, int value) {
        struct.set(JAVA_INT, FLAGS_OFFSET, value);
    }

    /**
     * Reads {@code fd}, plain.
     *
     * @param struct the struct's memory
     * @return a signed 32-bit number
     */
    public static int fd(MemorySegment struct) {
        return struct.get(JAVA_INT, FD_OFFSET);
    }

    /**
     * Writes {@code fd}, plain.
     *
     * @param struct the struct's memory
     * @param value a signed 32-bit number
     */
    public static void fd(MemorySegment struct, int value) {
        struct.set(JAVA_INT, FD_OFFSET, value);
    }
}
