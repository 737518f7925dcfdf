package dev.ferrite.locks.examples;

import dev.ferrite.locks.ref.Arc;
import dev.ferrite.offheap.Opaque;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.struct.Array;
import dev.ferrite.offheap.struct.Struct;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What is in memory, behind the count that comes with it. */
@Struct
interface SamplesData {
    @Array(1024)
    int values();
}

/** Threads that share one block of samples; whoever finishes last gives it back. */
public final class SharedSamples {
    private static final int SAMPLES = 1024;

    private SharedSamples() {}

    /** The sum of 0 to 1023, each thread adding its part; {@code freed} runs with the block's end. */
    public static long sum(int threads, Runnable freed) throws InterruptedException {
        LongAdder total = new LongAdder();
        List<Thread> started = new ArrayList<>();
        try (Arc<Opaque<SamplesDataStruct>> samples =
                Arc.init(SamplesDataStruct.TYPE, SharedSamples::fill, block -> freed.run(), Gfp.GFP_KERNEL)) {
            for (int i = 0; i < threads; i++) {
                int first = i;
                Arc<Opaque<SamplesDataStruct>> own = samples.dup().named("thread " + i);
                started.add(Thread.startVirtualThread(() -> {
                    try (own) {
                        total.add(sumOf(own.get().segment(), first, threads));
                    }
                }));
            }
        } // this method's own count is gone, the block is not: the threads keep it
        for (Thread thread : started) {
            thread.join();
        }
        return total.sum();
    }

    private static void fill(MemorySegment slot) {
        for (int i = 0; i < SAMPLES; i++) {
            SamplesDataStruct.values(slot, i, i);
        }
    }

    private static long sumOf(MemorySegment block, int first, int step) {
        long sum = 0;
        for (int i = first; i < SAMPLES; i += step) {
            sum += SamplesDataStruct.values(block, i);
        }
        return sum;
    }
}
