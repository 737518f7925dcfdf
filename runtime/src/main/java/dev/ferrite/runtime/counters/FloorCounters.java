package dev.ferrite.runtime.counters;

import dev.ferrite.locks.LockStats;
import dev.ferrite.locks.park.ParkStats;
import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.offheap.alloc.AllocStats;
import dev.ferrite.offheap.alloc.Allocators;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.security.SecurityHooks;
import dev.ferrite.runtime.task.TaskStats;
import dev.ferrite.runtime.time.TimerStats;
import dev.ferrite.runtime.workqueue.WorkStats;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** What the lower floors and this one count already; read when somebody looks. */
final class FloorCounters implements CounterSource {
    /** Walking the allocators once serves all numbers of one look. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private List<AllocStats> stats = List.of();
    private long taken;
    private boolean everTaken;

    @Override
    public void register(Counters to) {
        to.sampledCounter(
                "ferrite_locks_contended", "Locks of all kinds that somebody had to wait for", LockStats::contended);
        to.sampledCounter(
                "ferrite_sleeps",
                "Threads that fell asleep for a lock, a condition or a completion",
                ParkStats::sleeps);
        to.sampledCounter("ferrite_rcu_grace_periods", "Grace periods that have begun", () -> Rcu.getState() - 1);
        to.gauge(
                "ferrite_alloc_objects",
                "Blocks in use of the system's allocators",
                () -> sum(AllocStats::liveObjects));
        to.gauge(
                "ferrite_alloc_live_bytes",
                "Bytes of blocks in use, rounding included",
                () -> sum(AllocStats::liveBytes));
        to.gauge(
                "ferrite_alloc_held_bytes",
                "Bytes that the allocators take from the machine",
                () -> sum(AllocStats::heldBytes));
        to.gauge(
                "ferrite_alloc_cached_bytes",
                "Bytes of free blocks in magazines and batches, about",
                () -> sum(AllocStats::cachedBytes));
        to.gauge("ferrite_mappings", "Owned mappings that are open", Mapping::live);
        to.gauge("ferrite_mapped_bytes", "Bytes of owned mappings that are open", Mapping::liveBytes);
        to.gauge("ferrite_fds", "Owned descriptors that are open", Fd::live);
        to.sampledCounter("ferrite_fds_leaked", "Descriptors that the collector had to close", Fd::leaked);
        to.sampledCounter(
                "ferrite_log_records",
                "Records of the kernel log",
                () -> KernelLog.system().written());
        to.sampledCounter(
                "ferrite_log_dropped",
                "Records given up because every slot was stuck",
                () -> KernelLog.system().dropped());
        to.sampledCounter(
                "ferrite_warnings",
                "WARNs of all kinds",
                () -> Warn.counts().values().stream().mapToLong(Long::longValue).sum());
        registerRuntime(to);
    }

    private static void registerRuntime(Counters to) {
        to.gauge(
                "ferrite_modules",
                "Modules that are loaded",
                () -> ModuleLoader.system().list().size());
        to.gauge("ferrite_tasks", "Tasks of others that are held, a descriptor each", TaskStats::found);
        to.gauge("ferrite_current_tasks", "Living threads that have been CurrentTask", TaskStats::current);
        to.sampledCounter("ferrite_work_runs", "Work items that began to run", WorkStats::runs);
        to.gauge("ferrite_work_busy", "Work items that are pending or run", WorkStats::busy);
        to.gauge("ferrite_timers", "Timers that wait for their time", TimerStats::waiting);
        to.sampledCounter("ferrite_timers_expired", "Timers that expired", TimerStats::expired);
        to.sampledCounter("ferrite_security_denied", "Calls that a security policy denied", SecurityHooks::denied);
    }

    private synchronized long sum(ToLongFunction<AllocStats> number) {
        long now = System.nanoTime();
        if (!everTaken || now - taken > FRESH_NANOS) {
            stats = Allocators.inUse();
            taken = System.nanoTime();
            everTaken = true;
        }
        return stats.stream().mapToLong(number).sum();
    }
}
