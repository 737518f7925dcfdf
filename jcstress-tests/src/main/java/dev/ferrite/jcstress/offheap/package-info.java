/**
 * What the offheap floor promises about memory order and atomicity, tried by jcstress.
 *
 * <p>One outer class for one production class (two for {@link dev.ferrite.offheap.Words}: order, and atomicity), one
 * nested test for one promise. Each has two actors, so that it runs on two processors, and an arbiter where only the
 * end state tells. Every outcome is described; what is not listed is forbidden.
 *
 * <p>May import: offheap, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.offheap;

import org.jspecify.annotations.NullMarked;
