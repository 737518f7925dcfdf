/**
 * What turns jcstress into a gate: options, the list of tests that exist, the verdict on those that ran.
 *
 * <p>May import: offheap, for the words that tests work on.
 */
@NullMarked
package dev.ferrite.jcstress.harness;

import org.jspecify.annotations.NullMarked;
