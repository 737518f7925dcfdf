/**
 * Condition variables that can be polled, and epoll: the counterpart of {@code rust/kernel/sync/poll.rs}.
 *
 * <p>{@link dev.ferrite.locks.poll.PollCondVar} is a {@link dev.ferrite.locks.CondVar} on which pollers wait beside
 * threads. A {@link dev.ferrite.locks.poll.PollSource} is what can be polled, the {@code poll} operation of a file. It says
 * through a {@link dev.ferrite.locks.poll.PollTable} which condition variables announce its changes. A
 * {@link dev.ferrite.locks.poll.Poller} is who is told: {@link dev.ferrite.locks.poll.Epoll}, which waits for sources and
 * for descriptors at once, {@link dev.ferrite.locks.poll.PollEventFd} for event loops outside Java and
 * {@link dev.ferrite.locks.poll.PollChannel} for selectors of {@code java.nio}, or one of yours.
 *
 * <p>Masks are of {@code poll.h} and {@code epoll.h}: {@link dev.ferrite.offheap.uapi.EpollH}.
 *
 * <p>May import: {@code dev.ferrite.locks}, {@code park}, {@code rcu} and {@code offheap}.
 */
@NullMarked
package dev.ferrite.locks.poll;

import org.jspecify.annotations.NullMarked;
