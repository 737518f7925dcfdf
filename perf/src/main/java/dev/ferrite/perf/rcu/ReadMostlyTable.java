package dev.ferrite.perf.rcu;

import dev.ferrite.locks.rcu.RcuHashTable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.agrona.collections.Long2LongHashMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Two threads look up {@code long} keys of a table of 64 Ki; one operation in a thousand removes a key or puts one back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(2)
public abstract class ReadMostlyTable {
    private static final int KEYS = 1 << 16;
    private static final int WRITE_EVERY = 1000;
    private static final long MISSING = -1;

    private final boolean scattered;
    private final RcuHashTable rcuTable = RcuHashTable.create("perf", KEYS);
    private final ConcurrentHashMap<Long, Long> concurrentMap = new ConcurrentHashMap<>(KEYS);
    private final Long2LongHashMap stampedMap = new Long2LongHashMap(2 * KEYS, 0.5f, MISSING);
    private final StampedLock stampedLock = new StampedLock();
    private final Map<Long, Long> lockedMap = new HashMap<>(KEYS);
    private final ReentrantReadWriteLock readWriteLock = new ReentrantReadWriteLock();

    /**
     * All tables, full.
     *
     * @param scattered whether keys look random, or are 0, 1, 2 ...
     */
    protected ReadMostlyTable(boolean scattered) {
        this.scattered = scattered;
        for (long number = 0; number < KEYS; number++) {
            long key = key(number);
            rcuTable.put(key, key);
            concurrentMap.put(key, key);
            stampedMap.put(key, key);
            lockedMap.put(key, key);
        }
    }

    private long key(long number) {
        if (!scattered) {
            return number;
        }
        long mixed = (number ^ 0x5851_F42D) * 0xBF58_476D_1CE4_E5B9L;
        return (mixed ^ (mixed >>> 29)) * 0x94D0_49BB_1331_11EBL;
    }

    /** What a thread does next. */
    @State(Scope.Thread)
    public static class Script {
        private long state = Thread.currentThread().threadId() * 0x9E37_79B9_7F4A_7C15L | 1;
        private int untilWrite = WRITE_EVERY;
        private boolean put;

        long number() {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            return state & (KEYS - 1);
        }

        boolean writes() {
            if (--untilWrite > 0) {
                return false;
            }
            untilWrite = WRITE_EVERY;
            put = !put;
            return true;
        }
    }

    /** Ours. */
    @Benchmark
    public long rcuHashTable(Script script) {
        long key = key(script.number());
        if (script.writes()) {
            return (script.put ? rcuTable.put(key, key) : rcuTable.remove(key)) ? 1 : 0;
        }
        return rcuTable.get(key, MISSING);
    }

    /** The peer of j.u.c. */
    @Benchmark
    public long concurrentHashMap(Script script) {
        long key = key(script.number());
        if (script.writes()) {
            return (script.put ? concurrentMap.put(key, key) : concurrentMap.remove(key)) == null ? 0 : 1;
        }
        Long value = concurrentMap.get(key);
        return value == null ? MISSING : value;
    }

    /** An open-addressing map of primitives (Agrona's), read optimistically: tears and exceptions are read again. */
    @Benchmark
    public long stampedOptimistic(Script script) {
        long key = key(script.number());
        if (script.writes()) {
            long stamp = stampedLock.writeLock();
            try {
                return script.put ? stampedMap.put(key, key) : stampedMap.remove(key);
            } finally {
                stampedLock.unlockWrite(stamp);
            }
        }
        long stamp = stampedLock.tryOptimisticRead();
        if (stamp != 0) {
            long value = stampedMap.get(key);
            if (stampedLock.validate(stamp)) {
                return value;
            }
        }
        stamp = stampedLock.readLock();
        try {
            return stampedMap.get(key);
        } finally {
            stampedLock.unlockRead(stamp);
        }
    }

    /** The usual one. */
    @Benchmark
    public long readWriteLock(Script script) {
        long key = key(script.number());
        if (script.writes()) {
            readWriteLock.writeLock().lock();
            try {
                return (script.put ? lockedMap.put(key, key) : lockedMap.remove(key)) == null ? 0 : 1;
            } finally {
                readWriteLock.writeLock().unlock();
            }
        }
        readWriteLock.readLock().lock();
        try {
            Long value = lockedMap.get(key);
            return value == null ? MISSING : value;
        } finally {
            readWriteLock.readLock().unlock();
        }
    }
}
