package dev.ferrite.perf.locks;

/** What the locks of the benchmarks protect. */
final class Counter {
    long value;
}
