/**
 * The lock validator: the counterpart of {@code kernel/locking/lockdep.c}.
 *
 * <p>Start with {@code -Dferrite.lockdep=true}; off, nothing of it is left in the compiled code. Locks call the hooks of
 * {@link dev.ferrite.locks.lockdep.Lockdep} with their {@link dev.ferrite.locks.lockdep.LockdepMap}. Each thread has a
 * {@code HeldLocks}, a path in the trie of {@code Chain}; a chain that is new is validated by the {@code LockGraph} of
 * {@code LockClass} and {@code Edge}, which makes a {@link dev.ferrite.locks.lockdep.LockdepReport} of what it finds.
 * {@link dev.ferrite.locks.lockdep.LockdepText} and {@link dev.ferrite.locks.lockdep.LockdepPicture} show a
 * {@link dev.ferrite.locks.lockdep.GraphSnapshot}.
 *
 * <p>May import: {@code offheap}. Nothing of the locks above it.
 */
@NullMarked
package dev.ferrite.locks.lockdep;

import org.jspecify.annotations.NullMarked;
