package dev.ferrite.runtime.counters;

import dev.ferrite.offheap.Words;

/**
 * A number that only grows: one 64-bit word in off-heap memory, on cache lines of its own.
 *
 * <p>Counting is one atomic add, wait-free, without allocation; two threads that count at once share the cache line, and
 * who finds that too dear counts in a {@link java.util.concurrent.atomic.LongAdder} and gives its sum to
 * {@link Counters#sampledCounter}. Atomic, and ordered as a volatile access. Thread-safe, from virtual threads too. Wraps
 * after 2^63.
 */
public final class Counter {
    private final String name;
    private final String help;
    private final long word;

    Counter(String name, String help, long word) {
        this.name = name;
        this.help = help;
        this.word = word;
    }

    /** Counts one. */
    public void increment() {
        // SAFETY: counters are never unmapped, see CounterMemory.
        Words.getAndAddLong(word, 1);
    }

    /**
     * Counts some.
     *
     * @param count how many, 0 or more
     * @throws IllegalArgumentException if it is negative: a number that falls is a gauge
     */
    public void add(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a counter only grows: " + name + " + " + count);
        }
        Words.getAndAddLong(word, count);
    }

    /**
     * The count.
     *
     * @return how many so far
     */
    public long get() {
        return Words.getLongVolatile(word);
    }

    /**
     * Its name.
     *
     * @return without {@code _total}
     */
    public String name() {
        return name;
    }

    /**
     * What it counts.
     *
     * @return one sentence
     */
    public String help() {
        return help;
    }

    @Override
    public String toString() {
        return name + " " + get();
    }
}
