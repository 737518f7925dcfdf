package dev.ferrite.perf.report;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A goal: the ratio of one method to the best of its peers, measured in one run; without peers, its own median. Exactly
 * one bound is set.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Goal {
    /** Its number in the list of goals. */
    String id();

    /** The method it is about. */
    String subject();

    /** The methods it is measured against; the best of those that ran counts. None: the bound is on the score. */
    String[] against() default {};

    /** The labels of the secondary results it is about; none for all that are compared. */
    String[] metric() default {};

    /** The ratio is this or less; for scores of which less is better. */
    double atMost() default Double.NaN;

    /** The difference of the medians, in the unit of the scores, is this or less; for a price that does not grow. */
    double atMostMore() default Double.NaN;

    /** The ratio is this or more; for scores of which more is better. */
    double atLeast() default Double.NaN;
}
