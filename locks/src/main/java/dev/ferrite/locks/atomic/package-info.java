/**
 * Atomic words with the orderings of the Linux kernel memory model: {@code kernel::sync::atomic}.
 *
 * <p>Static methods on the address of a word; the ordering is the suffix: {@code Relaxed}, {@code Acquire},
 * {@code Release}, {@code Full}. A Full read-modify-write is a barrier for everything around it, on every machine, which
 * is more than Java's volatile promises for the plain accesses beside it. A failed {@code cmpxchg} orders nothing.
 *
 * <p>May import: {@code offheap}.
 */
@NullMarked
package dev.ferrite.locks.atomic;

import org.jspecify.annotations.NullMarked;
