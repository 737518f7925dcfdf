/**
 * Reference counts with the kernel's saturation, and owned references: {@code refcount_t}, {@code ARef}, {@code Arc}.
 *
 * <p>{@link dev.ferrite.locks.ref.RefCount} is the word; {@link dev.ferrite.locks.ref.ARef} owns a count of an object that
 * counts itself ({@link dev.ferrite.locks.ref.AlwaysRefCounted}); {@link dev.ferrite.locks.ref.Arc} owns a count of any
 * value, and brings the count along. {@code dup} is Rust's {@code clone}.
 *
 * <p>May import: the locks above it and {@code offheap}.
 */
@NullMarked
package dev.ferrite.locks.ref;

import org.jspecify.annotations.NullMarked;
