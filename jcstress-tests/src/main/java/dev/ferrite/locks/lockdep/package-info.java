/**
 * A window into the validator's own package: its graph can be made anew for each of millions of races here, which the
 * process-wide one cannot. The tests stand in {@code dev.ferrite.jcstress.lockdep}.
 */
@NullMarked
package dev.ferrite.locks.lockdep;

import org.jspecify.annotations.NullMarked;
