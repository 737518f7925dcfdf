/**
 * Subjects that must fail: {@code ./ferrite stress --broken}. They prove that the harness bites.
 *
 * <p>Never part of the suite. The build runs them and fails when one of them passes.
 *
 * <p>May import: locks, offheap, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.broken;

import org.jspecify.annotations.NullMarked;
