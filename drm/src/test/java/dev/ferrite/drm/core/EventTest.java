package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EBADF;
import static dev.ferrite.drm.testing.Bench.EFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceTimeline;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.locks.poll.Epoll;
import dev.ferrite.locks.poll.EpollEvents;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 10.4: events, poll and read. */
class EventTest {
    private static final int EINTR = -4;
    private static final int EAGAIN = -11;
    private static final int LENGTH = 32;
    private static final int READABLE = Linux.POLLIN | EpollH.EPOLLRDNORM;

    private Bench bench;
    private DrmFile<?> file;
    private final MemorySegment room = MemorySegment.ofArray(new byte[256]);

    @BeforeEach
    void setUp() {
        bench = new Bench();
        file = DrmNodes.open(bench.render, Linux.O_RDWR | Linux.O_NONBLOCK, Caller.unprivileged());
    }

    @AfterEach
    void tearDown() {
        file.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private static byte[] event(int serial) {
        byte[] bytes = new byte[LENGTH];
        MemorySegment view = MemorySegment.ofArray(bytes);
        view.set(ValueLayout.JAVA_INT_UNALIGNED, 0, serial);
        view.set(ValueLayout.JAVA_INT_UNALIGNED, 4, LENGTH);
        return bytes;
    }

    private int serialAt(long offset) {
        return room.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
    }

    @Test
    void readableFromTheSendToTheRead() {
        PendingEvent event = file.reserveEvent(event(7));
        assertThat(file.poll(READABLE | Linux.POLLOUT, 0)).isZero();
        assertThat(file.read(room)).isEqualTo(EAGAIN);
        assertThat(event.send()).isTrue();
        assertThat(event.send()).as("once").isFalse();
        assertThat(file.poll(READABLE | Linux.POLLOUT, 0)).isEqualTo(READABLE);
        assertThat(file.poll(Linux.POLLIN, -1)).isEqualTo(Linux.POLLIN);
        assertThat(file.read(room)).isEqualTo(LENGTH);
        assertThat(serialAt(0)).isEqualTo(7);
        assertThat(file.poll(READABLE, 0)).isZero();
    }

    @Test
    void wholeEventsOnlyAsManyAsFit() {
        for (int i = 0; i < 3; i++) {
            file.reserveEvent(event(i)).send();
        }
        assertThat(file.read(room.asSlice(0, 4))).as("shorter than the first").isZero();
        assertThat(file.read(room.asSlice(0, LENGTH - 1))).isZero();
        assertThat(file.read(room.asSlice(0, 2 * LENGTH + 5))).isEqualTo(2 * LENGTH);
        assertThat(serialAt(0)).isZero();
        assertThat(serialAt(LENGTH)).isEqualTo(1);
        assertThat(file.read(room)).isEqualTo(LENGTH);
        assertThat(serialAt(0)).isEqualTo(2);
    }

    @Test
    void faultLosesNoEvent() {
        file.reserveEvent(event(5)).send();
        assertThat(file.read(MemorySegment.ofArray(new byte[64]).asReadOnly())).isEqualTo(EFAULT);
        assertThat(file.read(room)).isEqualTo(LENGTH);
        assertThat(serialAt(0)).isEqualTo(5);
    }

    @Test
    void roomIsTakenByTheAnnouncementAndGivenBackByTheRead() {
        List<PendingEvent> events = new ArrayList<>();
        for (int i = 0; i < 4096 / LENGTH; i++) {
            events.add(file.reserveEvent(event(i)));
        }
        assertThatThrownBy(() -> file.reserveEvent(event(0)))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(Errno.ENOMEM));
        events.get(0).cancel();
        events.get(0).cancel();
        assertThat(events.get(0).send()).as("cancelled").isFalse();
        file.reserveEvent(event(1)).cancel();
        events.get(1).send();
        PendingEvent last = file.reserveEvent(event(2));
        assertThatThrownBy(() -> file.reserveEvent(event(0))).isInstanceOf(ErrnoException.class);
        file.read(room);
        last.cancel();
        file.reserveEvent(event(3));
        file.reserveEvent(event(4));
        assertThatThrownBy(() -> file.reserveEvent(new byte[LENGTH])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blockingReadWaitsForTheFirstEvent() throws Exception {
        DrmFile<?> blocking = DrmNodes.open(bench.render, Linux.O_RDWR, Caller.unprivileged());
        CompletableFuture<Integer> reader =
                CompletableFuture.supplyAsync(() -> blocking.read(room), Bench::onItsOwnThread);
        CompletableFuture<Integer> poller =
                CompletableFuture.supplyAsync(() -> file.poll(READABLE, 30_000_000_000L), Bench::onItsOwnThread);
        blocking.reserveEvent(event(9)).send();
        file.reserveEvent(event(1)).send();
        assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(LENGTH);
        assertThat(poller.get(30, TimeUnit.SECONDS)).isEqualTo(READABLE);
        Thread.currentThread().interrupt();
        assertThat(blocking.read(room)).isEqualTo(EINTR);
        assertThat(blocking.poll(READABLE, -1)).isEqualTo(EINTR);
        assertThat(Thread.interrupted()).isTrue();
        blocking.close();
        assertThat(blocking.read(room)).isEqualTo(EBADF);
        assertThat(blocking.poll(READABLE, 0)).isEqualTo(EBADF);
    }

    @Test
    void writeOnlyFilesCannotRead() {
        DrmFile<?> writeOnly = DrmNodes.open(bench.render, Linux.O_WRONLY, Caller.unprivileged());
        assertThat(writeOnly.read(room)).isEqualTo(EBADF);
        writeOnly.close();
    }

    @Test
    void fenceOfAnEventIsSignaledWhenItIsSentAlsoToAClosedFile() {
        FenceTimeline timeline = new FenceTimeline("test", "events");
        DmaFence first = timeline.next();
        DmaFence second = timeline.next();
        PendingEvent sent = file.reserveEvent(event(1)).with(first);
        PendingEvent late = file.reserveEvent(event(2)).with(second);
        sent.send();
        assertThat(first.isSignaled()).isTrue();
        file.close();
        assertThat(late.send()).as("nobody can read it").isFalse();
        assertThat(second.isSignaled()).isTrue();
    }

    @Test
    void epollSeesTheFileReadable() {
        EpollEvents events = EpollEvents.allocate(4);
        try (Epoll epoll = Epoll.create()) {
            epoll.add(file.pollSource(), EpollH.EPOLLIN, 42);
            assertThat(epoll.await(events, 0)).isZero();
            file.reserveEvent(event(1)).send();
            assertThat(epoll.await(events, 30_000_000_000L)).isEqualTo(1);
            file.read(room);
            assertThat(epoll.await(events, 0)).isZero();
        }
    }

    @Test
    void readAndPollWorkAfterUnplug() {
        file.reserveEvent(event(1)).send();
        bench.registration.unplug();
        assertThat(file.poll(Linux.POLLIN, 0)).isEqualTo(Linux.POLLIN);
        assertThat(file.read(room)).isEqualTo(LENGTH);
    }
}
