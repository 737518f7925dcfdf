/**
 * The lock validator: the counterpart of {@code kernel/locking/lockdep.c}.
 *
 * <p>Start with {@code -Dferrite.lockdep=true}; off, nothing of it is left in the compiled code.
 *
 * <p>May import: {@code offheap}. Nothing of the locks above it.
 */
@NullMarked
package dev.ferrite.locks.lockdep;

import org.jspecify.annotations.NullMarked;
