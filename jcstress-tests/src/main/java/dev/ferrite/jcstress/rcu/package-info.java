/**
 * What RCU and SRCU promise between readers and updaters, tried by jcstress.
 *
 * <p>May import: offheap, locks, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.rcu;

import org.jspecify.annotations.NullMarked;
