package dev.ferrite.runtime.task;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.TaskCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;

/** The calls that know a task by its number only; {@link Task} makes sure whose number it is. */
final class Scheduling {
    /** 65536 processors; the kernel refuses masks shorter than its own. */
    private static final long MASK_BYTES = 8192;

    private static final int ATTR_BYTES = 48;
    private static final int ATTR_POLICY = 4;
    private static final int ATTR_NICE = 16;
    private static final int ATTR_PRIORITY = 20;

    private Scheduling() {}

    static BitSet affinity(int tid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, 8);
            int bytes = (int) Errno.check(
                    TaskCalls.schedGetaffinity(tid, MASK_BYTES, mask.address()), "sched_getaffinity tid=" + tid);
            return BitSet.valueOf(mask.asSlice(0, bytes).toArray(ValueLayout.JAVA_LONG));
        }
    }

    static void affinity(int tid, BitSet processors) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, 8);
            if (processors.length() > MASK_BYTES * Byte.SIZE) {
                throw new ErrnoException(Errno.EINVAL, "processor " + (processors.length() - 1) + " cannot be");
            }
            long[] words = processors.toLongArray();
            MemorySegment.copy(words, 0, mask, ValueLayout.JAVA_LONG, 0, words.length);
            Errno.check(
                    TaskCalls.schedSetaffinity(tid, MASK_BYTES, mask.address()),
                    "sched_setaffinity tid=" + tid + " processors=" + processors);
        }
    }

    static SchedAttr scheduler(int tid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attr = arena.allocate(ATTR_BYTES, 8);
            Errno.check(TaskCalls.schedGetattr(tid, attr.address(), ATTR_BYTES), "sched_getattr tid=" + tid);
            return new SchedAttr(
                    SchedAttr.Policy.of(attr.get(ValueLayout.JAVA_INT, ATTR_POLICY)),
                    nice(tid),
                    attr.get(ValueLayout.JAVA_INT, ATTR_PRIORITY));
        }
    }

    static void scheduler(int tid, SchedAttr wanted) {
        if (wanted.policy().number() < 0) {
            throw new ErrnoException(Errno.EINVAL, "sched_setattr tid=" + tid + " " + wanted);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attr = arena.allocate(ATTR_BYTES, 8);
            attr.set(ValueLayout.JAVA_INT, 0, ATTR_BYTES);
            attr.set(ValueLayout.JAVA_INT, ATTR_POLICY, wanted.policy().number());
            attr.set(ValueLayout.JAVA_INT, ATTR_NICE, wanted.nice());
            attr.set(ValueLayout.JAVA_INT, ATTR_PRIORITY, wanted.priority());
            Errno.check(TaskCalls.schedSetattr(tid, attr.address()), "sched_setattr tid=" + tid + " " + wanted);
        }
    }

    static int nice(int tid) {
        return 20 - (int) Errno.check(TaskCalls.getpriority(tid), "getpriority tid=" + tid);
    }

    static void nice(int tid, int nice) {
        if (nice < -20 || nice > 19) {
            throw new ErrnoException(Errno.EINVAL, "nice must be in -20..19: nice=" + nice);
        }
        Errno.check(TaskCalls.setpriority(tid, nice), "setpriority tid=" + tid + " nice=" + nice);
    }

    static Rlimit rlimit(int pid, Rlimit.Resource resource) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment old = arena.allocate(16, 8);
            Errno.check(
                    TaskCalls.prlimit(pid, resource.number(), 0, old.address()), "prlimit pid=" + pid + " " + resource);
            return new Rlimit(old.get(ValueLayout.JAVA_LONG, 0), old.get(ValueLayout.JAVA_LONG, 8));
        }
    }

    static void rlimit(int pid, Rlimit.Resource resource, Rlimit limit) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment next = arena.allocate(16, 8);
            next.set(ValueLayout.JAVA_LONG, 0, limit.soft());
            next.set(ValueLayout.JAVA_LONG, 8, limit.hard());
            Errno.check(
                    TaskCalls.prlimit(pid, resource.number(), next.address(), 0),
                    "prlimit pid=" + pid + " " + resource + " " + limit);
        }
    }
}
