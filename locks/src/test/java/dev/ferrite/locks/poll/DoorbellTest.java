package dev.ferrite.locks.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources as eventfds and as channels of java.nio. */
class DoorbellTest {
    private static final int IN = EpollH.EPOLLIN;

    private final Counter counter = new Counter();

    /** Which of the two. */
    enum Kind {
        EVENT_FD,
        CHANNEL;

        Doorbell of(PollSource source) {
            try {
                return this == EVENT_FD ? PollEventFd.of(source) : PollChannel.open(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Doorbell of(PollCondVar condVar) {
            try {
                return this == EVENT_FD ? PollEventFd.of(condVar) : PollChannel.open(condVar);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether something outside would see it readable. */
    private static boolean isReadable(Doorbell bell) {
        if (bell instanceof PollEventFd eventFd) {
            return Linux.poll(eventFd.fd(), IN, 0) == IN;
        }
        try (Selector selector = Selector.open()) {
            ((PollChannel) bell).channel().register(selector, SelectionKey.OP_READ);
            return selector.selectNow() == 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sourceIsReadableFromTheFirstNotificationUntilReady(Kind kind) {
        try (Doorbell bell = kind.of(counter)) {
            assertThat(isReadable(bell)).isFalse();
            assertThat(bell.ready()).isZero();
            counter.put();
            counter.put();
            assertThat(isReadable(bell)).isTrue();
            assertThat(bell.ready()).isEqualTo(IN);
            assertThat(isReadable(bell)).isFalse();
            assertThat(counter.drain()).isEqualTo(2);
            assertThat(bell.ready()).isZero();
            counter.put();
            assertThat(isReadable(bell)).isTrue();
        }
        assertThat(counter.changed.registered()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sourceThatIsReadyAtOnceIsReadableAtOnce(Kind kind) {
        counter.put();
        try (Doorbell bell = kind.of(counter)) {
            assertThat(isReadable(bell)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void bareConditionTellsThatItWasNotified(Kind kind) {
        try (Doorbell bell = kind.of(counter.changed)) {
            assertThat(bell.ready()).isZero();
            counter.changed.notifyOne();
            counter.changed.notifyAllWaiters();
            assertThat(isReadable(bell)).isTrue();
            assertThat(bell.ready()).isEqualTo(IN);
            assertThat(bell.ready()).isZero();
            assertThat(isReadable(bell)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hangUpIsToldAndTheSourceIsNotCalledAnyMore(Kind kind) {
        try (Doorbell bell = kind.of(counter)) {
            counter.changed.close();
            int looks = counter.looks.get();
            assertThat(isReadable(bell)).isTrue();
            assertThat(bell.ready()).isEqualTo(IN | EpollH.EPOLLHUP);
            assertThat(counter.looks.get()).isEqualTo(looks);
        }
        assertThatThrownBy(() -> kind.of(counter))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ESHUTDOWN));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void closeIsFinalGivesBackItsDescriptorsAndIsRefusedInsideASection(Kind kind) {
        kind.of(counter).close();
        int before = Raw.openDescriptors();
        for (int i = 0; i < 10; i++) {
            Doorbell bell = kind.of(counter);
            try (var guard = Rcu.readLock()) {
                assertThat(guard).isNotNull();
                assertThatThrownBy(bell::close).isInstanceOf(KernelBug.class);
            }
            bell.close();
            bell.close();
            counter.put();
            assertThatThrownBy(bell::ready).isInstanceOf(KernelBug.class);
        }
        // Others in this JVM open and close some meanwhile, the collector for one; one lost each time would be ten.
        assertThat(Raw.openDescriptors()).isLessThan(before + 10);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void notifierThatIsInterruptedRingsAllTheSame(Kind kind) {
        try (Doorbell bell = kind.of(counter)) {
            Thread.currentThread().interrupt();
            counter.put();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(isReadable(bell)).isTrue();
            assertThat(bell.ready()).isEqualTo(IN);
        }
    }

    @Test
    void eventFdInAnInstanceOfTheKernelAlone() {
        EpollEvents events = EpollEvents.allocate(1);
        try (PollEventFd bell = PollEventFd.of(counter);
                Epoll epoll = Epoll.create()) {
            epoll.add(bell.fd(), IN, 1);
            counter.put();
            assertThat(epoll.await(events, 0)).isEqualTo(1);
            assertThat(bell.ready()).isEqualTo(IN);
            assertThat(epoll.await(events, 0)).isZero();
        }
    }

    @Test
    void channelAndSocketInOneSelector() throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open();
                PollChannel bell = PollChannel.open(counter)) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (SocketChannel client = SocketChannel.open(server.getLocalAddress());
                    SocketChannel socket = server.accept()) {
                socket.configureBlocking(false);
                socket.register(selector, SelectionKey.OP_READ, "socket");
                bell.channel().register(selector, SelectionKey.OP_READ, "bell");
                client.write(ByteBuffer.wrap(new byte[] {1}));
                counter.put();
                Set<Object> seen = new HashSet<>();
                while (seen.size() < 2) {
                    selector.select(key -> seen.add(key.attachment()), Threads.PATIENCE_MILLIS);
                }
                assertThat(seen).containsExactlyInAnyOrder("socket", "bell");
            }
        }
    }

    /** Everything that is put is taken by a selector loop that sleeps without a timeout of its own. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void stressLosesNothing(Kind kind) throws InterruptedException {
        int each = 10_000;
        AtomicLong taken = new AtomicLong();
        try (Doorbell bell = kind.of(counter)) {
            Threads.run(3, me -> {
                if (me > 0) {
                    for (int i = 0; i < each; i++) {
                        counter.put();
                        if (i % 64 == 0) {
                            Thread.yield();
                        }
                    }
                    return;
                }
                while (taken.get() < 2L * each) {
                    assertThat(sleepUntilReadable(bell))
                            .as("readable before the timeout")
                            .isTrue();
                    if ((bell.ready() & IN) != 0) {
                        taken.addAndGet(counter.drain());
                    }
                }
            });
        }
        assertThat(taken.get()).isEqualTo(2L * each);
    }

    private static boolean sleepUntilReadable(Doorbell bell) {
        if (bell instanceof PollEventFd eventFd) {
            return Linux.poll(eventFd.fd(), IN, Threads.PATIENCE_MILLIS * 1_000_000) == IN;
        }
        try (Selector selector = Selector.open()) {
            ((PollChannel) bell).channel().register(selector, SelectionKey.OP_READ);
            return selector.select(Threads.PATIENCE_MILLIS) == 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
