/**
 * Read-copy-update: grace periods, callbacks after them, and what stands on them.
 *
 * <p>{@link dev.ferrite.locks.rcu.Rcu} for readers that do not block.
 *
 * <p>May import: offheap, and {@code dev.ferrite.locks.park}.
 */
@NullMarked
package dev.ferrite.locks.rcu;

import org.jspecify.annotations.NullMarked;
