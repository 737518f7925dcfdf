/**
 * The machinery below {@code Kmalloc} and {@code KmemCache}: one address range a pool, cut into slabs of 256 KiB, each
 * holding blocks of one class; per-thread magazines in front, a depot of full magazines behind.
 *
 * <p>A block goes {@code slab -> depot batch -> magazine -> user} and back. Only the first and last step of a thread's
 * life with a block touch memory that other threads write: a batch of blocks crosses between threads with one CAS.
 *
 * <p>Bookkeeping never lies inside a block: a write through a stale pointer cannot break the allocator. Words:
 * <i>block</i>, what a user gets; <i>granule</i>, the largest power of two that divides a block's size; <i>record</i>,
 * the bookkeeping of one slab; <i>magazine</i>, one thread's stack of free blocks of one class; <i>batch</i>, a full
 * half of a magazine on its way between threads; <i>heap</i>, all magazines of one thread; <i>stripe</i>, a heap that
 * virtual threads share.
 *
 * <p>Not exported. May import: the raw words, {@code diag}, {@code errno}, {@code linux}.
 */
@NullMarked
package dev.ferrite.offheap.alloc.slab;

import org.jspecify.annotations.NullMarked;
