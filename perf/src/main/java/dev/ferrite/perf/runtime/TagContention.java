package dev.ferrite.perf.runtime;

import dev.ferrite.runtime.block.TagSet;
import dev.ferrite.runtime.block.Tags;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jctools.queues.MpmcArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A tag is taken and given back; others are in flight. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class TagContention {
    private static final int DEPTH = 256;
    private static final int IN_FLIGHT = 64;

    private final Tags tags = TagSet.create("perf", 1, DEPTH, 1, 0).tags(0);
    private final MpmcArrayQueue<Integer> queue = new MpmcArrayQueue<>(DEPTH);
    private final Semaphore free = new Semaphore(DEPTH - IN_FLIGHT);
    private final AtomicLongArray bits = new AtomicLongArray(DEPTH / Long.SIZE);

    /** Puts the same number of tags in flight everywhere. */
    protected TagContention() {
        for (int i = 0; i < IN_FLIGHT; i++) {
            tags.get();
        }
        for (int i = IN_FLIGHT; i < DEPTH; i++) {
            queue.add(i);
        }
        bits.set(0, -1L);
    }

    /** Ours. */
    @Benchmark
    public int tagSet() {
        int tag = tags.get();
        tags.put(tag);
        return tag;
    }

    /** JCTools' queue of free tags, the boxes made before. */
    @Benchmark
    public Integer mpmcQueue() {
        Integer tag;
        do {
            tag = queue.poll();
        } while (tag == null);
        queue.offer(tag);
        return tag;
    }

    /** What one builds from j.u.c.: a semaphore says that there is a tag, and a bitmap which one. */
    @Benchmark
    public int semaphoreAndBitmap() throws InterruptedException {
        free.acquire();
        int tag = take();
        int word = tag >>> 6;
        bits.getAndUpdate(word, taken -> taken & ~(1L << tag));
        free.release();
        return tag;
    }

    private int take() {
        for (; ; ) {
            for (int word = 0; word < bits.length(); word++) {
                long taken = bits.get(word);
                long bit = Long.lowestOneBit(~taken);
                if (bit != 0 && bits.compareAndSet(word, taken, taken | bit)) {
                    return (word << 6) + Long.numberOfTrailingZeros(bit);
                }
            }
        }
    }
}
