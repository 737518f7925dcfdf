package dev.ferrite.offheap.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.config.ConfigOption;
import dev.ferrite.offheap.errno.Errno;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time stamp counter of the processor, read by its own instruction: the counterpart of {@code rdtsc()}, on which the
 * kernel's {@code local_clock()} stands.
 *
 * <p>Java has no such intrinsic. Ten bytes of machine code do it, in a page that is written first and made executable
 * then, never both at once. Costs 10 ns, of which 3 are the call; {@link System#nanoTime} costs 24 there, because it waits
 * for the instructions before it, which this does not: a reading may be as early as the processor's view ahead goes,
 * some hundred nanoseconds.
 *
 * <p>There is one only where the counter is the same on all processors and never stops. Initialising this class takes ten
 * milliseconds or more: the stub is linked.
 */
public final class Tsc {
    /*
     *   0f 31          rdtsc            edx:eax = counter
     *   48 c1 e2 20    shl  rdx, 32
     *   48 09 d0       or   rax, rdx
     *   c3             ret
     *
     * No stack, no memory, no register that a callee has to save, so it may be called without a change of the thread's
     * state (Linker.Option.critical). "tsc" as the clock source of the kernel means that the kernel found the counters of
     * all processors alike and watches them; constant_tsc, that the rate does not change with that of the processor;
     * nonstop_tsc, that it counts in deep sleep.
     */
    private static final byte[] CODE = {
        0x0f, 0x31, 0x48, (byte) 0xc1, (byte) 0xe2, 0x20, 0x48, 0x09, (byte) 0xd0, (byte) 0xc3
    };

    private static final int PAGE = 4096;
    private static final Path SOURCE = Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource");
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private static final Stub STUB = Stub.make();

    /** On its own, so that the compiler sees a constant. */
    private static final @Nullable MethodHandle TICKS = STUB.ticks;

    private Tsc() {}

    /**
     * Whether the counter can be read here.
     *
     * @return the same answer always
     */
    public static boolean isUsable() {
        return TICKS != null;
    }

    /**
     * What was found.
     *
     * @return {@code "usable"}, or why not, in one sentence
     */
    public static String status() {
        return STUB.status;
    }

    /**
     * Reads the counter. Does not block and allocates nothing.
     *
     * @return ticks since the machine started, unsigned; of what rate the processor does not say
     * @throws UnsupportedOperationException if there is none that is {@linkplain #isUsable() usable}
     */
    public static long ticks() {
        MethodHandle ticks = TICKS;
        if (ticks == null) {
            throw unusable();
        }
        try {
            return (long) ticks.invokeExact();
        } catch (Throwable impossible) {
            throw failed(impossible);
        }
    }

    // On their own: what is short is inlined wherever it is called.

    private static UnsupportedOperationException unusable() {
        return new UnsupportedOperationException(status());
    }

    private static AssertionError failed(Throwable impossible) {
        return new AssertionError("rdtsc cannot throw", impossible);
    }

    /** What came of the attempt. */
    private record Stub(@Nullable MethodHandle ticks, String status) {
        static Stub make() {
            String refusal = refusal();
            if (refusal != null) {
                return new Stub(null, refusal);
            }
            long page = Linux.mmap(
                    0, PAGE, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS, -1, 0);
            if (page < 0) {
                return new Stub(null, "no page for the code: " + Errno.fromErrno(page));
            }
            write(page);
            int executable = Linux.mprotect(page, PAGE, Linux.PROT_READ | Linux.PROT_EXEC);
            if (executable < 0) {
                Linux.munmap(page, PAGE);
                return new Stub(null, "no memory may be made executable here: " + Errno.fromErrno(executable));
            }
            return new Stub(link(page), "usable");
        }

        @SuppressWarnings("restricted") // SAFETY: the page was mapped just now, is larger, and nobody else has it
        private static void write(long page) {
            MemorySegment.ofAddress(page).reinterpret(PAGE).copyFrom(MemorySegment.ofArray(CODE));
        }

        @SuppressWarnings("restricted") // SAFETY: the code above is there, for good, and has this shape
        private static MethodHandle link(long page) {
            return Linker.nativeLinker()
                    .downcallHandle(
                            MemorySegment.ofAddress(page),
                            FunctionDescriptor.of(JAVA_LONG),
                            Linker.Option.critical(false));
        }

        private static @Nullable String refusal() {
            if (!ConfigOption.TSC.isOn() || HeapWords.enabled()) {
                return "switched off";
            }
            String arch = System.getProperty("os.arch", "");
            if (!arch.equals("amd64")) {
                return "no code for " + arch;
            }
            try {
                String source = Files.readString(SOURCE).strip();
                if (!source.equals("tsc")) {
                    return "the kernel's clock source is " + source;
                }
                List<String> flags = flags();
                return flags.contains("constant_tsc") && flags.contains("nonstop_tsc")
                        ? null
                        : "the processor's counter may change its rate, or stop";
            } catch (IOException unreadable) {
                return "the kernel does not say what its clock source is: " + unreadable;
            }
        }

        /** Those of the first processor; the file has as many paragraphs as there are processors. */
        private static List<String> flags() throws IOException {
            try (BufferedReader lines = Files.newBufferedReader(CPUINFO)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("flags")) {
                        return List.of(line.split("\\s+"));
                    }
                }
                return List.of();
            }
        }
    }
}
