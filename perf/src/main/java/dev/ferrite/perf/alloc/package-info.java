/**
 * Allocators beside their peers: malloc through the foreign function interface, jemalloc, mimalloc, arenas, Netty,
 * Chronicle.
 *
 * <p>The C peers are called as critical functions, the cheapest way there is; {@code malloc} also as a normal one. Agrona
 * has no allocator but {@code ByteBuffer.allocateDirect}, so it is not among them.
 *
 * <p>May import: offheap, {@code dev.ferrite.perf.report}, peers.
 */
@NullMarked
package dev.ferrite.perf.alloc;

import org.jspecify.annotations.NullMarked;
