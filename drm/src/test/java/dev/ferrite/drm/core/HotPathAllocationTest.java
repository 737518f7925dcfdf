package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestArgs;
import dev.ferrite.drm.testing.TestDriver;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls a client makes all the time allocate nothing on the Java heap, compiled or not. */
class HotPathAllocationTest {
    private static final int CALLS = 20_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Bytes a call, after warm-up; the smallest of some rounds, for the interpreter and the compiler allocate, too. */
    private static long bytesPerCall(Runnable calls) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            calls.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least / CALLS;
    }

    @ParameterizedTest
    @ValueSource(ints = {TestDriverNumbers.ECHO, TestDriverNumbers.INFO})
    void ioctlRoundTripAllocatesNothing(int number) {
        try (Bench bench = new Bench();
                EmulatedNode node = bench.openRender();
                Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(TestArgs.LAYOUT);
            TestArgs.handle(args, Bench.create(node, 1));
            assertThat(bytesPerCall(() -> {
                        for (int i = 0; i < CALLS; i++) {
                            if (node.ioctl(number, args) != 0) {
                                throw new AssertionError("ioctl failed");
                            }
                        }
                    }))
                    .isZero();
        }
    }

    @Test
    void lookupAllocatesNothing() {
        try (Bench bench = new Bench()) {
            DrmFile<?> file = DrmNodes.open(bench.render, 2, Caller.unprivileged());
            try (var object = bench.test.newObject(bench.device.get(), Bench.PAGE, true)) {
                int handle = object.get().createHandle(file);
                assertThat(bytesPerCall(() -> {
                            for (int i = 0; i < CALLS; i++) {
                                GemObject<?> found = file.lookupOrNull(handle);
                                if (found != null) {
                                    found.decRef();
                                }
                            }
                        }))
                        .isZero();
            }
            file.close();
        }
    }

    /** The numbers as constants, for annotations. */
    static final class TestDriverNumbers {
        static final int ECHO = 0xC0106440;
        static final int INFO = 0xC0106444;

        private TestDriverNumbers() {}
    }

    @Test
    void numbersAreThoseOfTheDriver() {
        assertThat(TestDriver.ECHO).isEqualTo(TestDriverNumbers.ECHO);
        assertThat(TestDriver.INFO).isEqualTo(TestDriverNumbers.INFO);
    }
}
