package dev.ferrite.runtime.device;

import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.workqueue.Work;
import dev.ferrite.runtime.workqueue.WorkQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all buses have in common: the log, and the devices whose probe wants to be repeated. The counterpart of
 * {@code drivers/base/dd.c} where it is about deferred probes.
 *
 * <p>Whenever a device gets its driver, every deferred device is probed again, on a thread of the system work queue.
 * Thread-safe.
 */
public final class DriverCore {
    private final KernelLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Device, Runnable> deferred = new LinkedHashMap<>(); // under lock
    private final AtomicInteger triggers = new AtomicInteger();
    private final Work work = Work.of("deferred_probe", _ -> retry());

    /**
     * A world of its own.
     *
     * @param log where it says what it did
     */
    public DriverCore(KernelLog log) {
        this.log = log;
    }

    /**
     * The core of this process, made when it is first asked for; speaks in {@link KernelLog#system()}.
     *
     * @return always the same core
     */
    public static DriverCore system() {
        return SystemCore.CORE;
    }

    /**
     * The devices that wait for another to appear: {@code /sys/kernel/debug/devices_deferred}.
     *
     * @return their names, the one that waits longest first
     */
    public List<String> deferred() {
        lock.lock();
        try {
            return deferred.keySet().stream().map(Device::name).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no deferred probe is due or runs: {@code wait_for_device_probe}. */
    public void awaitProbes() {
        while (work.isBusy()) {
            work.flush();
        }
    }

    KernelLog log() {
        return log;
    }

    /** How often a device got its driver: to be read before a probe, for {@link #defer}. */
    int triggers() {
        return triggers.get();
    }

    /**
     * Keeps a device for later. If another got its driver since the probe began, that is now: the probe may have missed
     * it.
     */
    void defer(Device device, Runnable attach, int triggersBefore) {
        lock.lock();
        try {
            deferred.put(device, attach);
        } finally {
            lock.unlock();
        }
        if (triggers.get() != triggersBefore) {
            WorkQueue.system().queue(work);
        }
    }

    /** A device has its driver or is gone. */
    void forget(Device device) {
        lock.lock();
        try {
            deferred.remove(device);
        } finally {
            lock.unlock();
        }
    }

    /** A device has got its driver. */
    void trigger() {
        triggers.getAndIncrement();
        lock.lock();
        try {
            if (deferred.isEmpty()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        WorkQueue.system().queue(work);
    }

    private void retry() {
        List<Runnable> due;
        lock.lock();
        try {
            due = new ArrayList<>(deferred.values());
            deferred.clear();
        } finally {
            lock.unlock();
        }
        due.forEach(Runnable::run);
    }

    /** The lazy holder of the process's core. */
    private static final class SystemCore {
        static final DriverCore CORE = new DriverCore(KernelLog.system());
    }
}
