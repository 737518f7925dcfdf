package dev.ferrite.perf.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a benchmark class that its methods do the same job and are to be compared in one table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Comparison {
    /** What the methods do, in a few words. */
    String title();

    /** The method that ratios in the table refer to. */
    String baseline();

    /** The labels of secondary results that are compared, each in a table of its own; none for the benchmark's score. */
    String[] metric() default {};

    /** How good is good enough. */
    Goal[] goals() default {};

    /** Peers in other languages; of the score only, not of other results. */
    NativePeer[] natives() default {};

    /** Methods that must not allocate. */
    String[] noGarbage() default {};
}
