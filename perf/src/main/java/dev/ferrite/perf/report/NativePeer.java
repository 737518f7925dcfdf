package dev.ferrite.perf.report;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A peer that is no Java: a small program, compiled when the run begins and started in each round beside the method that
 * is the baseline, with the same number of threads and for the same time.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface NativePeer {
    /** What the table calls it. */
    String name();

    /** Its source: a resource beside {@code dev.ferrite.perf.run.NativePrograms}, ending in {@code .c} or {@code .rs}. */
    String source();

    /**
     * Its first arguments; then follow the threads, the parameter {@code inside} or 0, the milliseconds of an iteration,
     * the iterations of warm-up and those of measurement. It prints operations of all threads per microsecond, a line
     * for each iteration of measurement.
     */
    String[] args();
}
