package dev.ferrite.locks.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.rcu.Rcu;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thread: what is reported when, and what is refused. */
class EpollTest {
    private static final int IN = EpollH.EPOLLIN;
    private static final int OUT = EpollH.EPOLLOUT;
    private static final int ET = EpollH.EPOLLET;
    private static final int ONESHOT = EpollH.EPOLLONESHOT;
    private static final int EXCLUSIVE = EpollH.EPOLLEXCLUSIVE;
    private static final long SECOND = 1_000_000_000L;

    private final Epoll epoll = Epoll.create();
    private final EpollEvents events = EpollEvents.allocate(8);
    private final Counter counter = new Counter();

    @AfterEach
    void close() {
        epoll.close();
    }

    /** What a wait that does not sleep reports, as {@code cookie:events}. */
    private List<String> now() {
        return report(epoll.await(events, 0));
    }

    private List<String> report(int count) {
        assertThat(events.size()).isEqualTo(count);
        List<String> seen = new ArrayList<>();
        events.forEach((what, cookie) -> seen.add(cookie + ":" + Integer.toHexString(what)));
        return seen;
    }

    private static void refused(Errno errno, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(errno));
    }

    @Test
    void sourceIsLevelTriggeredUntilItSaysNothing() {
        epoll.add(counter, IN, 7);
        assertThat(now()).isEmpty();
        counter.put();
        assertThat(now()).containsExactly("7:1");
        assertThat(now()).containsExactly("7:1");
        counter.drain();
        assertThat(now()).isEmpty();
        int looks = counter.looks.get();
        assertThat(now()).isEmpty();
        assertThat(counter.looks.get()).isEqualTo(looks);
    }

    @Test
    void sourceThatIsReadyWhenAddedIsReported() {
        counter.put();
        epoll.add(counter, IN, 1);
        assertThat(now()).containsExactly("1:1");
    }

    @Test
    void edgeTriggeredSourceIsReportedOnceForOneOrMoreNotifications() {
        epoll.add(counter, IN | ET, 1);
        counter.put();
        counter.put();
        assertThat(now()).containsExactly("1:1");
        assertThat(now()).isEmpty();
        counter.put();
        assertThat(now()).containsExactly("1:1");
    }

    @Test
    void oneShotIsReportedOnceAndAgainWhenModified() {
        epoll.add(counter, IN | ONESHOT, 1);
        counter.put();
        assertThat(now()).containsExactly("1:1");
        counter.put();
        assertThat(now()).isEmpty();
        epoll.modify(counter, IN | ONESHOT, 2);
        assertThat(now()).containsExactly("2:1");
        assertThat(now()).isEmpty();
    }

    @Test
    void eventsNotAskedForAreNotReported() {
        epoll.add(counter, OUT, 1);
        counter.put();
        assertThat(now()).isEmpty();
        epoll.modify(counter, IN | OUT, 1);
        assertThat(now()).containsExactly("1:1");
    }

    @Test
    void notificationWithoutAChangeIsNotReported() {
        epoll.add(counter, IN, 1);
        counter.changed.notifyOne();
        assertThat(now()).isEmpty();
    }

    @Test
    void bareConditionIsReportedOnceForOneOrMoreNotifications() {
        PollCondVar condVar = PollCondVar.of("bare");
        condVar.notifyOne();
        epoll.add(condVar, IN, 3);
        assertThat(now()).as("notifications before are lost").isEmpty();
        condVar.notifyOne();
        condVar.notifyAllWaiters();
        assertThat(now()).containsExactly("3:1");
        assertThat(now()).isEmpty();
        epoll.modify(condVar, IN | ONESHOT, 4);
        assertThat(now()).isEmpty();
        condVar.notifySync();
        assertThat(now()).containsExactly("4:1");
        condVar.notifySync();
        assertThat(now()).isEmpty();
        epoll.modify(condVar, IN, 5);
        assertThat(now()).as("kept while it was switched off").containsExactly("5:1");
    }

    @Test
    void newestSourceOfAConditionIsToldFirst() {
        for (int i = 0; i < 3; i++) {
            Counter source = new Counter(counter.changed);
            source.set(1);
            epoll.add(source, IN | ET, i);
        }
        assertThat(now()).containsExactly("0:1", "1:1", "2:1");
        counter.changed.notifyOne();
        assertThat(now()).containsExactly("2:1", "1:1", "0:1");
    }

    @Test
    void smallArrayTakesTurns() {
        EpollEvents two = EpollEvents.allocate(2);
        for (int i = 0; i < 5; i++) {
            Counter source = new Counter();
            source.set(1);
            epoll.add(source, IN, i);
        }
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            assertThat(epoll.await(two, 0)).isEqualTo(2);
            two.forEach((what, cookie) -> seen.add(cookie));
        }
        assertThat(seen).containsExactly(0L, 1L, 2L, 3L, 4L, 0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void sourcesAndDescriptorsDoNotStarveEachOther() {
        EpollEvents one = EpollEvents.allocate(1);
        counter.set(1);
        try (Fd eventfd = Raw.eventfd()) {
            Raw.write(eventfd);
            epoll.add(counter, IN, 1);
            epoll.add(eventfd, IN, 2);
            long sum = 0;
            for (int i = 0; i < 10; i++) {
                assertThat(epoll.await(one)).isEqualTo(1);
                sum += one.cookie(0);
            }
            assertThat(sum).isEqualTo(15);
        }
    }

    @Test
    void everyKindInOneWait() {
        int signal = 37; // a real-time signal that nobody uses
        long set = 1L << (signal - 1);
        PollCondVar condVar = PollCondVar.of("bare");
        assertThat(Linux.signalMask(true, set)).isZero();
        try (Raw.Pair pipe = Raw.pipe();
                Raw.Pair sockets = Raw.sockets();
                Fd timer = Raw.timer(1_000_000);
                Fd signals = Raw.signals(set)) {
            epoll.add(pipe.first(), IN, 1);
            epoll.add(sockets.first(), IN | EpollH.EPOLLRDHUP, 2);
            epoll.add(timer, IN, 3);
            epoll.add(signals, IN, 4);
            epoll.add(counter, IN, 5);
            epoll.add(condVar, IN, 6);
            assertThat(epoll.await(events, SECOND)).isEqualTo(1);
            assertThat(events.cookie(0)).isEqualTo(3);
            Raw.drain(timer);
            assertThat(now()).isEmpty();

            Raw.write(pipe.second());
            Raw.write(sockets.second());
            assertThat(Linux.tgkill(Linux.gettid(), signal)).isZero();
            counter.put();
            condVar.notifyOne();
            assertThat(now()).containsExactlyInAnyOrder("1:1", "2:1", "4:1", "5:1", "6:1");
            Raw.drain(pipe.first());
            Raw.drain(sockets.first());
            Raw.drain(signals);
            counter.drain();
            assertThat(now()).isEmpty();

            pipe.second().close();
            sockets.second().close();
            counter.changed.close();
            assertThat(now()).containsExactlyInAnyOrder("1:10", "2:2011", "5:11");
        } finally {
            assertThat(Linux.signalMask(false, set)).isZero();
        }
    }

    @Test
    void deviceNodeIsWatchedAndRegularFileIsRefused(@TempDir Path folder) {
        try (Fd device = Fd.own(Linux.open("/dev/ptmx", Linux.O_RDWR | Linux.O_CLOEXEC | 0x100, 0), "open ptmx")) {
            epoll.add(device, IN | OUT, 1);
            assertThat(now()).hasSize(1).allMatch(seen -> seen.startsWith("1:"));
        }
        String path = folder.resolve("file").toString();
        try (Fd file = Fd.own(Linux.open(path, Linux.O_RDWR | Linux.O_CREAT, 0600), "open")) {
            refused(Errno.EPERM, () -> epoll.add(file, IN, 1));
        }
    }

    @Test
    void closedConditionHangsUpUntilTheSourceIsRemoved() {
        PollCondVar condVar = PollCondVar.of("bare");
        epoll.add(counter, IN, 1);
        epoll.add(condVar, IN, 2);
        counter.changed.close();
        condVar.close();
        int looks = counter.looks.get();
        assertThat(now()).containsExactly("1:11", "2:11");
        assertThat(now()).containsExactly("1:11", "2:11");
        assertThat(counter.looks.get()).as("not called any more").isEqualTo(looks);
        epoll.remove(counter);
        epoll.remove(condVar);
        assertThat(now()).isEmpty();
        refused(Errno.ESHUTDOWN, () -> epoll.add(counter, IN, 1));
        refused(Errno.ESHUTDOWN, () -> epoll.add(condVar, IN, 1));
        refused(Errno.ENOENT, () -> epoll.remove(counter));
    }

    @Test
    void hangUpIsReportedUnaskedAndOnceIfEdgeTriggered() {
        epoll.add(counter, ET, 1);
        counter.changed.close();
        assertThat(now()).containsExactly("1:10");
        assertThat(now()).isEmpty();
    }

    @Test
    void sourceThatThrowsIsAnErrorEvent() {
        boolean[] bad = new boolean[1];
        PollSource[] self = new PollSource[1];
        self[0] = table -> {
            table.registerWait(self[0], counter.changed);
            if (bad[0]) {
                throw new IllegalStateException("source");
            }
            return 0;
        };
        epoll.add(self[0], IN, 1);
        bad[0] = true;
        counter.changed.notifyOne();
        List<String> warnings = new ArrayList<>();
        var before = Warn.sink((category, message, site) -> warnings.add(category));
        try {
            assertThat(now()).containsExactly("1:8");
        } finally {
            Warn.sink(before);
        }
        assertThat(warnings).containsExactly("poll-source");
        PollSource worse = table -> {
            throw new IllegalStateException("at once");
        };
        assertThatThrownBy(() -> epoll.add(worse, IN, 2)).isInstanceOf(IllegalStateException.class);
        refused(Errno.ENOENT, () -> epoll.remove(worse));
    }

    @Test
    void sourcesAreToldApartAndRefusedAsTheKernelDoes() {
        PollCondVar condVar = PollCondVar.of("bare");
        epoll.add(counter, IN, 1);
        epoll.add(condVar, IN, 2);
        refused(Errno.EEXIST, () -> epoll.add(counter, IN, 1));
        refused(Errno.EEXIST, () -> epoll.add(condVar, IN, 1));
        Counter other = new Counter();
        refused(Errno.ENOENT, () -> epoll.modify(other, IN, 1));
        refused(Errno.ENOENT, () -> epoll.remove(other));
        refused(Errno.EINVAL, () -> epoll.add(other, IN | EXCLUSIVE | ONESHOT, 1));
        refused(Errno.EINVAL, () -> epoll.modify(counter, IN | EXCLUSIVE, 1));
        epoll.add(other, IN | EXCLUSIVE | ET, 1);
        refused(Errno.EINVAL, () -> epoll.modify(other, IN, 1));
        epoll.remove(other);
        assertThat(other.changed.registered()).isZero();
    }

    @Test
    void descriptorsAreRefusedAsTheKernelDoes() {
        Fd closed = Raw.eventfd();
        int number = closed.value(); // the pipe takes it
        closed.close();
        try (Raw.Pair pipe = Raw.pipe()) {
            refused(Errno.EBADF, () -> epoll.add(closed, IN, 1));
            refused(Errno.EBADF, () -> epoll.add(number + 1000, IN, 1));
            refused(Errno.EBADF, () -> epoll.remove(-1));
            refused(Errno.EBADF, () -> epoll.add(Integer.MAX_VALUE, IN, 1));
            epoll.add(pipe.first(), IN, 1);
            refused(Errno.EEXIST, () -> epoll.add(pipe.first(), IN, 1));
            refused(Errno.ENOENT, () -> epoll.remove(pipe.second()));
            refused(Errno.ENOENT, () -> epoll.modify(pipe.second(), IN, 1));
            refused(Errno.EINVAL, () -> epoll.add(pipe.second(), OUT | EXCLUSIVE | ONESHOT, 1));
            epoll.add(pipe.second(), OUT | EXCLUSIVE, 1);
            refused(Errno.EINVAL, () -> epoll.modify(pipe.second(), OUT, 1));
            int self = Integer.parseInt(epoll.toString().replaceAll("epoll fd (\\d+),.*", "$1"));
            refused(Errno.EINVAL, () -> epoll.add(self, IN, 1));
            for (int bell = self; bell < self + 64; bell++) {
                int candidate = bell;
                if (candidate != pipe.first().value()
                        && candidate != pipe.second().value()) {
                    assertThatThrownBy(() -> epoll.remove(candidate)).isInstanceOf(ErrnoException.class);
                }
            }
        }
    }

    @Test
    void arraysAndTimeoutsOfWrongSizes() {
        refused(Errno.EINVAL, () -> EpollEvents.allocate(0));
        refused(Errno.EINVAL, () -> EpollEvents.allocate(-1));
        refused(Errno.EINVAL, () -> EpollEvents.allocate(EpollEvents.MAX_CAPACITY + 1));
        assertThat(EpollEvents.allocate(EpollEvents.MAX_CAPACITY).capacity()).isEqualTo(EpollEvents.MAX_CAPACITY);
        assertThatThrownBy(() -> events.cookie(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> events.events(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        long before = System.nanoTime();
        assertThat(epoll.await(events, 2_000_000)).isZero();
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(2_000_000);
        counter.put();
        epoll.add(counter, IN, 1);
        assertThat(epoll.await(events, Long.MIN_VALUE)).isEqualTo(1);
        assertThat(epoll.await(events, Long.MAX_VALUE)).isEqualTo(1);
        counter.drain();
        try (Fd timer = Raw.timer(1_000_000)) {
            epoll.add(timer, IN, 2);
            assertThat(epoll.await(events, Long.MAX_VALUE))
                    .as("the longest timeout")
                    .isEqualTo(1);
        }
    }

    @Test
    void numberUsedAgainIsAnotherDescriptor() {
        try (Raw.Pair pipe = Raw.pipe()) {
            int number = pipe.first().value();
            epoll.add(number, IN, 1);
            pipe.first().close();
            try (Raw.Pair next = Raw.pipe()) {
                assertThat(next.first().value()).as("lowest free number").isEqualTo(number);
                epoll.add(number, IN, 2);
                Raw.write(next.second());
                assertThat(now()).containsExactly("2:1");
                epoll.remove(number);
                assertThat(now()).isEmpty();
            }
        }
    }

    /** The old file lives on in a copy, which the kernel goes on watching: its events come, and are nobody's. */
    @Test
    void eventOfAnOlderGenerationIsNotReported() {
        try (Raw.Pair pipe = Raw.pipe();
                Fd copy = Fd.own(Linux.dup(pipe.first().value()), "dup")) {
            int number = pipe.first().value();
            epoll.add(number, IN | ET, 1);
            pipe.first().close();
            try (Raw.Pair next = Raw.pipe()) {
                assertThat(next.first().value()).isEqualTo(number);
                epoll.add(number, IN, 2);
                Raw.write(pipe.second());
                assertThat(copy.isOpen()).isTrue();
                assertThat(now()).isEmpty();
                Raw.write(next.second());
                assertThat(now()).containsExactly("2:1");
            }
        }
    }

    @Test
    void interruptEndsOnlyAWaitThatWouldSleepAndStays() {
        counter.put();
        epoll.add(counter, IN, 1);
        Thread.currentThread().interrupt();
        assertThat(epoll.await(events)).isEqualTo(1);
        counter.drain();
        assertThat(now()).isEmpty();
        refused(Errno.EINTR, () -> epoll.await(events, SECOND));
        refused(Errno.EINTR, () -> epoll.await(events));
        try (Fd eventfd = Raw.eventfd()) {
            Raw.write(eventfd);
            epoll.add(eventfd, IN | ET, 2);
            assertThat(epoll.await(events)).isEqualTo(1);
            refused(Errno.EINTR, () -> epoll.await(events));
            epoll.remove(eventfd);
        }
        assertThat(Thread.interrupted()).isTrue();
        counter.put();
        assertThat(epoll.await(events)).isEqualTo(1);
    }

    @Test
    void closedInstanceRefusesEverything() {
        epoll.add(counter, IN, 1);
        epoll.close();
        epoll.close();
        assertThat(epoll.isClosed()).isTrue();
        assertThat(counter.changed.registered()).isZero();
        refused(Errno.EBADF, () -> epoll.await(events, 0));
        refused(Errno.EBADF, () -> epoll.await(events));
        refused(Errno.EBADF, () -> epoll.add(counter, IN, 1));
        refused(Errno.EBADF, () -> epoll.remove(counter));
        refused(Errno.EBADF, () -> epoll.modify(counter, IN, 1));
        refused(Errno.EBADF, () -> epoll.add(0, IN, 1));
        refused(Errno.EBADF, () -> epoll.remove(0));
        counter.put();
    }

    @Test
    void callbackThatCallsBackIsRefused() {
        PollSource[] self = new PollSource[1];
        self[0] = table -> {
            epoll.add(counter, IN, 1);
            return 0;
        };
        assertThatThrownBy(() -> epoll.add(self[0], IN, 1)).isInstanceOf(KernelBug.class);
        self[0] = table -> {
            epoll.close();
            return 0;
        };
        assertThatThrownBy(() -> epoll.add(self[0], IN, 1)).isInstanceOf(KernelBug.class);
        try (var guard = Rcu.readLock()) {
            assertThat(guard).isNotNull();
            assertThatThrownBy(epoll::close).isInstanceOf(KernelBug.class);
            assertThatThrownBy(() -> epoll.await(events)).isInstanceOf(KernelBug.class);
            assertThat(epoll.await(events, 0)).isZero();
        }
    }

    @Test
    void closeGivesBackEveryDescriptor() {
        Epoll.create().close();
        int before = Raw.openDescriptors();
        for (int i = 0; i < 20; i++) {
            try (Epoll other = Epoll.create();
                    PollEventFd bell = PollEventFd.of(counter)) {
                other.add(counter, IN, 1);
                other.add(bell.fd(), IN, 2);
            }
        }
        // Others in this JVM open and close some meanwhile, the collector for one; one lost each time would be twenty.
        assertThat(Raw.openDescriptors()).isLessThan(before + 20);
        assertThat(counter.changed.registered()).isZero();
    }
}
