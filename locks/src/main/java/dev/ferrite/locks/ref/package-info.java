/**
 * Reference counts with the kernel's saturation, and owned references: {@code refcount_t}, {@code ARef}.
 *
 * <p>May import: the locks above it and {@code offheap}.
 */
@NullMarked
package dev.ferrite.locks.ref;

import org.jspecify.annotations.NullMarked;
