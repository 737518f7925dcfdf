/**
 * Allocators of off-heap memory, after the kernel's: no arena per object, long-lived mappings carved into objects.
 *
 * <p>Three {@link dev.ferrite.offheap.alloc.Allocator}s take and give raw addresses: {@code Kmalloc} (blocks up to 64 KiB
 * out of slabs), {@code Vmalloc} (whole pages with guard pages around them), {@code KVmalloc} (the first, else the
 * second). {@code KmemCache} hands out objects of one type. The owner types hold memory and what lives in it:
 * {@code KBox}, {@code VBox}, {@code KVBox} one value each, {@code KVec}, {@code VVec}, {@code KVVec} many.
 *
 * <p>Two debug twins, both off unless asked for at start, both behind a {@code static final}: {@code Kasan}
 * ({@code -Dferrite.kasan=true}) and the tracing of owners ({@code -Dferrite.trace.boxes=true}, {@code trace}): one that
 * nobody closed is reported as WARN {@code box-leak} with the stack that made it, its values are dropped and its memory is
 * given back, by the collector's leisure.
 *
 * <p>May import: {@code diag}, {@code errno}, {@code linux}, {@code config}, {@code trace}, the raw words, and {@code alloc.slab}, the machinery.
 */
@NullMarked
package dev.ferrite.offheap.alloc;

import org.jspecify.annotations.NullMarked;
