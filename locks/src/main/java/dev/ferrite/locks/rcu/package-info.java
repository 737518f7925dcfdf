/**
 * Read-copy-update: grace periods, callbacks after them, and what stands on them.
 *
 * <p>{@link dev.ferrite.locks.rcu.Rcu} for readers that do not block, {@link dev.ferrite.locks.rcu.Srcu} for those that
 * do. {@link dev.ferrite.locks.rcu.Revocable} and {@link dev.ferrite.locks.rcu.Devres} take values away from under their
 * users.
 *
 * <p>May import: offheap, and {@code dev.ferrite.locks.park} and {@code .lockdep}; nothing of {@code dev.ferrite.locks}, so
 * that locks may stand on it.
 */
@NullMarked
package dev.ferrite.locks.rcu;

import org.jspecify.annotations.NullMarked;
