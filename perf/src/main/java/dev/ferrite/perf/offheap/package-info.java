/**
 * Raw words and system calls beside {@code sun.misc.Unsafe}, Agrona's buffers and the heap.
 *
 * <p>May import: offheap, locks for the membarrier, {@code dev.ferrite.perf.report}, peers.
 */
@NullMarked
package dev.ferrite.perf.offheap;

import org.jspecify.annotations.NullMarked;
