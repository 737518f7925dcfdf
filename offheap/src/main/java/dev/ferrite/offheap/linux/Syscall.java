package dev.ferrite.offheap.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The one downcall: {@code syscall(2)} with six words, errno captured.
 *
 * <p>One call shape for every call keeps start-up short (one stub to link) and every call site monomorphic. Costs about
 * 250 ns beside the work of the kernel. Never {@code critical}: a call may block.
 */
final class Syscall {
    static final Numbers NR = Numbers.ofThisMachine();

    private static final Linker LINKER = Linker.nativeLinker();

    @SuppressWarnings("restricted") // SAFETY: glibc's syscall has exactly this shape on every 64-bit Linux
    private static final MethodHandle SYSCALL = LINKER.downcallHandle(
            LINKER.defaultLookup()
                    .find("syscall")
                    .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no function syscall")),
            FunctionDescriptor.of(
                    JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.captureCallState("errno"));

    /**
     * Where errno is captured: one cell a thread, freed by the collector when the thread is gone. The linker loads the
     * cell into errno before the call, which no call here looks at.
     */
    private static final ThreadLocal<MemorySegment> ERRNO =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

    /**
     * The same call without errno. The linker makes a segment for the errno cell with each call, which is garbage wherever the
     * call is too deep in others for the compiler to see through it.
     */
    private static final class WithoutErrno {
        @SuppressWarnings("restricted") // SAFETY: as above
        static final MethodHandle SYSCALL = LINKER.downcallHandle(
                LINKER.defaultLookup()
                        .find("syscall")
                        .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no function syscall")),
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    }

    private Syscall() {}

    /** Calls the kernel: the result, or -1 whatever went wrong. Never makes garbage. */
    static long callWithoutErrno(long nr, long a, long b, long c) {
        try {
            return (long) WithoutErrno.SYSCALL.invokeExact(nr, a, b, c);
        } catch (Throwable impossible) {
            throw new AssertionError("syscall " + nr + " cannot throw", impossible);
        }
    }

    /** Calls the kernel: the result, or {@code -errno}. */
    static long call(long nr, long a, long b, long c, long d, long e, long f) {
        MemorySegment state = ERRNO.get();
        long result;
        try {
            result = (long) SYSCALL.invokeExact(state, nr, a, b, c, d, e, f);
        } catch (Throwable impossible) {
            throw new AssertionError("syscall " + nr + " cannot throw", impossible);
        }
        return result == -1 ? -(long) state.get(JAVA_INT, 0) : result;
    }

    /** The other shape: a call whose argument is a segment, which the linker holds open meanwhile. */
    private static final class WithSegment {
        @SuppressWarnings("restricted") // SAFETY: as SYSCALL; a variadic function takes any shorter list
        static final MethodHandle IOCTL = LINKER.downcallHandle(
                LINKER.defaultLookup().find("syscall").orElseThrow(),
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS),
                Linker.Option.captureCallState("errno"));
    }

    /** {@code ioctl} with a segment: the result, or {@code -errno}. Throws what the linker throws for a bad segment. */
    static long ioctl(long fd, long request, MemorySegment argument) {
        MemorySegment state = ERRNO.get();
        long result;
        try {
            result = (long) WithSegment.IOCTL.invokeExact(state, (long) NR.ioctl(), fd, request, argument);
        } catch (RuntimeException bad) {
            throw bad;
        } catch (Throwable impossible) {
            throw new AssertionError("ioctl cannot throw", impossible);
        }
        return result == -1 ? -(long) state.get(JAVA_INT, 0) : result;
    }

    /** The numbers that differ between machines. */
    record Numbers(
            int close,
            int dup,
            int epollCreate1,
            int epollCtl,
            int epollPwait,
            int epollPwait2,
            int eventfd2,
            int fallocate,
            int fcntl,
            int ftruncate,
            int futex,
            int getpid,
            int gettid,
            int ioctl,
            int madvise,
            int membarrier,
            int memfdCreate,
            int mlock,
            int mmap,
            int mprotect,
            int munmap,
            int openat,
            int pipe2,
            int ppoll,
            int pread64,
            int prlimit64,
            int pwrite64,
            int read,
            int rtSigprocmask,
            int signalfd4,
            int socketpair,
            int statx,
            int tgkill,
            int timerfdCreate,
            int timerfdSettime,
            int unlinkat,
            int write) {
        static Numbers ofThisMachine() {
            String os = System.getProperty("os.name", "");
            String arch = System.getProperty("os.arch", "");
            if (!os.equals("Linux")) {
                throw new UnsupportedOperationException("Ferrite needs Linux, and this is " + os);
            }
            return switch (arch) {
                case "amd64" ->
                    new Numbers(
                            3, 32, 291, 233, 281, 441, 290, 285, 72, 77, 202, 39, 186, 16, 28, 324, 319, 149, 9, 10, 11,
                            257, 293, 271, 17, 302, 18, 0, 14, 289, 53, 332, 234, 283, 286, 263, 1);
                case "aarch64" ->
                    new Numbers(
                            57, 23, 20, 21, 22, 441, 19, 47, 25, 46, 98, 172, 178, 29, 233, 283, 279, 228, 222, 226,
                            215, 56, 59, 73, 67, 261, 68, 63, 135, 74, 199, 291, 131, 85, 86, 35, 64);
                default ->
                    throw new UnsupportedOperationException(
                            "Ferrite knows the system calls of amd64 and aarch64, and this is " + arch);
            };
        }
    }
}
