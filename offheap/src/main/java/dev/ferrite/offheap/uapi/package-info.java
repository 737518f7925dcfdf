/**
 * Structs and constants of Linux and glibc that the floors share, generated from their headers: futexes, epoll, eventfd,
 * poll, memory mapping, sync files, udmabuf, dma-buf, pthread mutexes and condition variables.
 *
 * <p>Names are those of C: {@code struct epoll_event} is {@link dev.ferrite.offheap.uapi.EpollEvent}, a macro keeps its
 * name in the class of its header. The layouts are those of x86-64. What is selected stands in
 * {@code src/main/bindings/bindings.options}; {@code layout_check.c} beside it proves the numbers to a C compiler.
 *
 * <p>May import: the raw words and opaque structs.
 */
@NullMarked
package dev.ferrite.offheap.uapi;

import org.jspecify.annotations.NullMarked;
