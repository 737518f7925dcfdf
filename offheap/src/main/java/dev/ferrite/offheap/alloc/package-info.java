/**
 * Allocators of off-heap memory, after the kernel's: no arena per object, long-lived mappings carved into objects.
 *
 * <p>May import: {@code diag}, {@code errno}, {@code linux} and the raw words.
 */
@NullMarked
package dev.ferrite.offheap.alloc;

import org.jspecify.annotations.NullMarked;
