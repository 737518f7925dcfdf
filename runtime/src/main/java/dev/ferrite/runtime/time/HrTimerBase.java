package dev.ferrite.runtime.time;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.Guard;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.Kmalloc;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import org.jspecify.annotations.Nullable;

/** The timers of the process: the kernel's {@code hrtimer_clock_base}. */
final class HrTimerBase {
    /*
     * One thread sleeps in a read of a timerfd, set to the first expiry in the heap. Setting it while the thread reads is
     * enough to make it wake earlier or later; a time that has passed is set to 1 ns from now. All state is under the
     * mutex; a handler runs without it, its timer marked as running.
     */
    private static final int CLOCK_MONOTONIC = 1;
    private static final int TFD_CLOEXEC = 0x8_0000;
    private static final int SECONDS_OFFSET = 16;
    private static final int NANOS_OFFSET = 24;
    private static final int READ_OFFSET = 32;
    private static final int BYTES = 40;
    private static final long SECOND = 1_000_000_000;

    private static final class Shared {
        private static final HrTimerBase BASE = make();

        private static HrTimerBase make() {
            HrTimerBase base = new HrTimerBase();
            made = base;
            return base;
        }
    }

    /** The base, once there is one; for who only looks. */
    static volatile @Nullable HrTimerBase made;

    private final Mutex<TimerHeap> timers = Mutex.of(new TimerHeap(), "hrtimer");
    private final CondVar handled = CondVar.of("hrtimer");
    private final Fd fd;
    private final long memory;
    private final Thread thread;
    private long expired; // under the mutex

    private HrTimerBase() {
        fd = Fd.own(Linux.timerfdCreate(CLOCK_MONOTONIC, TFD_CLOEXEC), "timerfd_create");
        memory =
                Errno.check(Kmalloc.system().alloc(BYTES, Long.BYTES, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO), "hrtimer base");
        thread = Thread.ofPlatform().daemon().name("hrtimer").unstarted(this::run);
        thread.start();
    }

    int waiting() {
        try (var guard = timers.lock()) {
            return guard.get().size();
        }
    }

    long expired() {
        try (var guard = timers.lock()) {
            return guard.isHeld() ? expired : 0;
        }
    }

    /** Made, with its thread, when the first timer is. */
    static HrTimerBase shared() {
        return Shared.BASE;
    }

    boolean start(HrTimer timer, long at) {
        try (var guard = timers.lock()) {
            TimerHeap heap = guard.get();
            boolean was = timer.index != HrTimer.NOT_QUEUED;
            if (was) {
                heap.remove(timer);
            }
            timer.expires = at;
            heap.add(timer);
            if (timer.index == 0) {
                program(at);
            }
            return was;
        }
    }

    boolean cancel(HrTimer timer) {
        try (var guard = timers.lock()) {
            if (timer.running && Thread.currentThread().equals(thread)) {
                throw new KernelBug("cancel of timer " + timer.name() + " from inside its own handler waits for ever");
            }
            boolean was = false;
            for (; ; ) {
                was |= dequeue(guard, timer);
                if (!timer.running) {
                    return was;
                }
                handled.wait(guard);
            }
        }
    }

    int tryToCancel(HrTimer timer) {
        try (var guard = timers.lock()) {
            return timer.running ? -1 : dequeue(guard, timer) ? 1 : 0;
        }
    }

    boolean isActive(HrTimer timer) {
        try (var guard = timers.lock()) {
            return guard.isHeld() && (timer.running || timer.index != HrTimer.NOT_QUEUED);
        }
    }

    long forward(HrTimer timer, long now, long interval) {
        try (var guard = timers.lock()) {
            if (timer.index != HrTimer.NOT_QUEUED) {
                throw new KernelBug("timer " + timer.name() + " was moved while it waits for its time, one of "
                        + guard.get().size());
            }
            long late = now - timer.expires;
            if (late < 0) {
                return 0;
            }
            long intervals = late / interval + 1;
            timer.expires += intervals * interval;
            return intervals;
        }
    }

    /** A timer that is taken out may have been the next: the thread then wakes for nothing, once. */
    private static boolean dequeue(Guard<TimerHeap> guard, HrTimer timer) {
        if (timer.index == HrTimer.NOT_QUEUED) {
            return false;
        }
        guard.get().remove(timer);
        return true;
    }

    private void program(long at) {
        long left = Math.max(1, at - System.nanoTime());
        Words.setLongPlain(memory + SECONDS_OFFSET, left / SECOND);
        Words.setLongPlain(memory + NANOS_OFFSET, left % SECOND);
        Errno.check(Linux.timerfdSettime(fd.value(), 0, memory), "timerfd_settime");
    }

    private void run() {
        for (; ; ) {
            long read = Linux.read(fd.value(), memory + READ_OFFSET, Long.BYTES);
            if (read < 0 && read != Errno.EINTR.negated()) {
                Errno.check(read, "read timerfd");
            }
            expire();
        }
    }

    private void expire() {
        for (; ; ) {
            HrTimer timer;
            try (var guard = timers.lock()) {
                timer = guard.get().first();
                if (timer == null) {
                    return;
                }
                if (timer.expires - System.nanoTime() > 0) {
                    program(timer.expires);
                    return;
                }
                guard.get().remove(timer);
                timer.running = true;
                expired++;
            }
            var restart = call(timer);
            try (var guard = timers.lock()) {
                timer.running = false;
                if (restart == HrTimer.Restart.RESTART && timer.index == HrTimer.NOT_QUEUED) {
                    guard.get().add(timer);
                }
                handled.notifyAllWaiters();
            }
        }
    }

    private static HrTimer.Restart call(HrTimer timer) {
        try {
            return timer.call();
        } catch (Throwable failure) {
            Warn.warn("hrtimer", "the handler of timer " + timer.name() + " threw " + failure);
            return HrTimer.Restart.NO_RESTART;
        }
    }
}
