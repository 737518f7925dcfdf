/**
 * One lock type over many backends: the counterpart of {@code rust/kernel/sync/lock}.
 *
 * <p>A {@link dev.ferrite.locks.Lock} guards a value; {@link dev.ferrite.locks.Mutex} parks,
 * {@link dev.ferrite.locks.SpinLock} spins. {@code lock()} gives a {@link dev.ferrite.locks.Guard}, the only way to
 * the value, and closing the guard unlocks. The state of a lock is a word in off-heap memory, so that a lock can sit
 * inside a struct; its {@link dev.ferrite.locks.Backend} says what the word means. No lock is reentrant.
 *
 * <p>Class names: {@code XBackend} is the algorithm on the word, {@code X} the lock over it, {@code XGuard} its guard.
 * Slow paths are named {@code ...Slow}.
 *
 * <p>May import: {@code park} and {@code offheap}.
 */
@NullMarked
package dev.ferrite.locks;

import org.jspecify.annotations.NullMarked;
