package dev.ferrite.drm.testing;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The argument of every call of the test driver. */
public final class TestArgs {
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    JAVA_INT.withName("handle"), JAVA_INT.withName("flags"), JAVA_LONG.withName("value"))
            .withName("test_args");
    public static final StructType<TestArgs> TYPE = new StructType<>(TestArgs.class, "test_args", LAYOUT);

    private TestArgs() {}

    public static int handle(MemorySegment struct) {
        return struct.get(JAVA_INT, 0);
    }

    public static void handle(MemorySegment struct, int value) {
        struct.set(JAVA_INT, 0, value);
    }

    public static int flags(MemorySegment struct) {
        return struct.get(JAVA_INT, 4);
    }

    public static void flags(MemorySegment struct, int value) {
        struct.set(JAVA_INT, 4, value);
    }

    public static long value(MemorySegment struct) {
        return struct.get(JAVA_LONG, 8);
    }

    public static void value(MemorySegment struct, long value) {
        struct.set(JAVA_LONG, 8, value);
    }
}
