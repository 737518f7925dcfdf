package dev.ferrite.locks.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.uapi.EpollH;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several threads: who wakes, and that nobody sleeps on. */
class EpollThreadsTest {
    private static final int IN = EpollH.EPOLLIN;
    private static final int EXCLUSIVE = EpollH.EPOLLEXCLUSIVE;

    /** What kind of thread waits. */
    enum Kind {
        PLATFORM,
        VIRTUAL;

        ThreadFactory factory() {
            return this == PLATFORM
                    ? Thread.ofPlatform().factory()
                    : Thread.ofVirtual().factory();
        }
    }

    private final PollCondVar condVar = PollCondVar.of("test");
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    /** A thread that waits once and writes down what it got. */
    private Thread waiter(Kind kind, String name, Epoll epoll) {
        int before = epoll.sleepers();
        Thread thread = kind.factory().newThread(() -> {
            EpollEvents events = EpollEvents.allocate(4);
            try {
                epoll.await(events);
                log.add(name + " " + events.cookie(0) + ":" + Integer.toHexString(events.events(0)));
            } catch (ErrnoException e) {
                log.add(name + " " + e.errno() + " " + Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        Threads.await(() -> epoll.sleepers() == before + 1);
        return thread;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneNotificationTwoPollersTwoThreads(Kind kind) throws InterruptedException {
        Mutex<Object> mutex = Mutex.of(new Object(), "test");
        try (Epoll a = Epoll.create();
                Epoll b = Epoll.create()) {
            a.add(condVar, IN, 1);
            b.add(condVar, IN, 2);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int number = i;
                Thread thread = kind.factory().newThread(() -> {
                    try (var guard = mutex.lock()) {
                        condVar.wait(guard);
                        log.add("thread " + number);
                    }
                });
                thread.start();
                threads.add(thread);
                Threads.await(() -> condVar.waiters() == number + 1);
            }
            Thread first = waiter(kind, "a", a);
            Thread second = waiter(kind, "b", b);

            condVar.notifyOne();
            Threads.join(first);
            Threads.join(second);
            Threads.join(threads.getFirst());
            assertThat(log).containsExactlyInAnyOrder("a 1:1", "b 2:1", "thread 0");
            assertThat(condVar.waiters()).isEqualTo(1);
            assertThat(threads.get(1).isAlive()).isTrue();
            assertThat(a.await(EpollEvents.allocate(1), 0)).isZero();

            condVar.notifyAllWaiters();
            Threads.join(threads.get(1));
        }
    }

    @Test
    void exclusivePollersShareNotificationsOldestSleeperFirst() throws InterruptedException {
        try (Epoll a = Epoll.create();
                Epoll b = Epoll.create()) {
            a.add(condVar, IN | EXCLUSIVE, 1);
            b.add(condVar, IN | EXCLUSIVE, 2);
            Thread second = waiter(Kind.PLATFORM, "b", b);
            condVar.notifyOne(); // nobody sleeps in a: it is told, and b is woken
            Threads.join(second);
            assertThat(log).containsExactly("b 2:1");
            EpollEvents events = EpollEvents.allocate(1);
            assertThat(a.await(events, 0)).isEqualTo(1);

            Thread first = waiter(Kind.PLATFORM, "a", a);
            second = waiter(Kind.PLATFORM, "b", b);
            condVar.notifyOne();
            Threads.join(first);
            assertThat(log).containsExactly("b 2:1", "a 1:1");
            assertThat(b.sleepers()).isEqualTo(1);
            condVar.notifyAllWaiters();
            Threads.join(second);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hangUpWakesASleeper(Kind kind) throws InterruptedException {
        Counter counter = new Counter(condVar);
        try (Epoll epoll = Epoll.create()) {
            epoll.add(counter, IN, 5);
            Thread thread = waiter(kind, "w", epoll);
            condVar.close();
            Words.setLongVolatile(counter.word, 1); // what it looked at is gone: would be reported as 5:1
            Threads.join(thread);
            assertThat(log).containsExactly("w 5:11");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void descriptorWakesASleeper(Kind kind) throws InterruptedException {
        try (Epoll epoll = Epoll.create();
                Raw.Pair pipe = Raw.pipe()) {
            epoll.add(pipe.first(), IN, 6);
            epoll.add(condVar, IN, 7);
            Thread thread = waiter(kind, "w", epoll);
            Raw.write(pipe.second());
            Threads.join(thread);
            assertThat(log).containsExactly("w 6:1");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsAddedWhileOthersSleepWakesThem(Kind kind) throws InterruptedException {
        Counter counter = new Counter(condVar);
        counter.set(1);
        try (Epoll epoll = Epoll.create();
                Fd eventfd = Raw.eventfd()) {
            Thread thread = waiter(kind, "w", epoll);
            epoll.add(counter, IN, 1);
            Threads.join(thread);
            epoll.remove(counter);
            Raw.write(eventfd);
            thread = waiter(kind, "w", epoll);
            epoll.add(eventfd, IN, 2);
            Threads.join(thread);
            assertThat(log).containsExactly("w 1:1", "w 2:1");
        }
    }

    /** The bell is rung once for both, and wakes one sleeper, whose array has room for one: it has to wake the other. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void sleeperThatLeavesSomethingWakesTheNext(Kind kind) throws InterruptedException {
        try (Epoll epoll = Epoll.create()) {
            for (int i = 0; i < 2; i++) {
                Counter source = new Counter(condVar);
                epoll.add(source, IN | EpollH.EPOLLET, i);
                source.set(1);
            }
            for (int round = 0; round < 200; round++) {
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    threads.add(kind.factory().newThread(() -> {
                        EpollEvents one = EpollEvents.allocate(1);
                        epoll.await(one);
                        log.add("" + one.cookie(0));
                    }));
                }
                threads.forEach(Thread::start);
                Threads.await(() -> epoll.sleepers() == 2);
                condVar.notifyOne();
                for (Thread thread : threads) {
                    Threads.join(thread);
                }
                assertThat(log).containsExactlyInAnyOrder("0", "1");
                log.clear();
            }
        }
    }

    /** The bell wakes one sleeper, perhaps not the one that was interrupted: it is passed on until it reaches that one. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void interruptWakesTheInterruptedAndNobodyElse(Kind kind) throws InterruptedException {
        int count = 6;
        try (Epoll epoll = Epoll.create()) {
            epoll.add(condVar, IN, 1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                threads.add(waiter(kind, "w" + i, epoll));
            }
            for (int i : new int[] {3, 5, 0, 1}) {
                threads.get(i).interrupt();
                Threads.join(threads.get(i));
            }
            threads.get(2).interrupt();
            threads.get(4).interrupt();
            Threads.join(threads.get(2));
            Threads.join(threads.get(4));
            assertThat(log.subList(0, 4))
                    .containsExactly("w3 EINTR true", "w5 EINTR true", "w0 EINTR true", "w1 EINTR true");
            assertThat(log.subList(4, 6)).containsExactlyInAnyOrder("w2 EINTR true", "w4 EINTR true");
            assertThat(epoll.sleepers()).isZero();
            condVar.notifyOne();
            assertThat(epoll.await(EpollEvents.allocate(1), 0)).isEqualTo(1);
        }
    }

    @Test
    void interruptReachesAPlatformThreadAmongVirtualOnes() throws InterruptedException {
        try (Epoll epoll = Epoll.create()) {
            epoll.add(condVar, IN, 1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                threads.add(waiter(Kind.values()[i % 2], "w" + i, epoll));
            }
            for (int i : new int[] {2, 5, 4, 1, 0, 3}) {
                threads.get(i).interrupt();
                Threads.join(threads.get(i));
            }
            assertThat(log)
                    .containsExactly(
                            "w2 EINTR true",
                            "w5 EINTR true",
                            "w4 EINTR true",
                            "w1 EINTR true",
                            "w0 EINTR true",
                            "w3 EINTR true");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void closeSendsEverySleeperAway(Kind kind) throws InterruptedException {
        Epoll epoll = Epoll.create();
        epoll.add(condVar, IN, 1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            threads.add(waiter(kind, "w", epoll));
        }
        Thread.currentThread().interrupt();
        epoll.close();
        assertThat(Thread.interrupted()).isTrue();
        for (Thread thread : threads) {
            Threads.join(thread);
        }
        assertThat(log).hasSize(5).containsOnly("w EBADF false");
    }

    /** More sleepers than the scheduler has carriers: they must not hold them. */
    @Test
    void sleepingVirtualThreadsLeaveTheirCarriersToOthers() throws InterruptedException {
        int count = 4 * Runtime.getRuntime().availableProcessors();
        List<Epoll> instances = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Epoll epoll = Epoll.create();
            epoll.add(condVar, IN, i);
            instances.add(epoll);
            threads.add(waiter(Kind.VIRTUAL, "w", epoll));
        }
        AtomicBoolean ran = new AtomicBoolean();
        Thread other = Thread.ofVirtual().start(() -> {
            ran.set(true);
            condVar.notifyOne();
        });
        Threads.join(other);
        assertThat(ran).isTrue();
        for (Thread thread : threads) {
            Threads.join(thread);
        }
        instances.forEach(Epoll::close);
        assertThat(log).hasSize(count);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void timeoutsEnd(Kind kind) throws InterruptedException {
        try (Epoll epoll = Epoll.create()) {
            epoll.add(condVar, IN, 1);
            AtomicLong took = new AtomicLong();
            Thread thread = kind.factory().newThread(() -> {
                long begun = System.nanoTime();
                assertThat(epoll.await(EpollEvents.allocate(1), 3_000_000)).isZero();
                took.set(System.nanoTime() - begun);
            });
            thread.start();
            Threads.join(thread);
            assertThat(took.get()).isGreaterThanOrEqualTo(3_000_000);
        }
    }

    /** Two threads hand a token to and fro, each change one notification: the first that is lost hangs the test. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void pingPongLosesNoNotification(Kind kind) throws InterruptedException {
        int rounds = kind == Kind.PLATFORM ? 20_000 : 5_000;
        Counter[] sides = {new Counter(), new Counter()};
        Threads.run(2, kind.factory(), me -> {
            EpollEvents events = EpollEvents.allocate(2);
            try (Epoll epoll = Epoll.create()) {
                epoll.add(sides[me], me == 0 ? IN : IN | EpollH.EPOLLET, me);
                for (int i = 0; i < rounds; i++) {
                    if (me == 0) {
                        sides[1].put();
                    }
                    while (sides[me].drain() == 0) {
                        assertThat(epoll.await(events, 30_000_000_000L)).isEqualTo(1);
                    }
                    if (me == 1) {
                        sides[0].put();
                    }
                }
            }
        });
    }

    /**
     * Several threads in one instance, sources and descriptors, interrupts and timeouts: everything that was put is taken, as
     * long as each notification wakes somebody. Nobody polls: the timeouts are long, and one that passes is a failure.
     */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void manyThreadsInOneInstanceTakeEverything(Kind kind) throws InterruptedException {
        int perProducer = 8_000;
        int consumers = 3;
        Counter[] sources = {new Counter(), new Counter(), new Counter()};
        long total = 2L * perProducer;
        AtomicLong taken = new AtomicLong();
        AtomicInteger timeouts = new AtomicInteger();
        PollCondVar end = PollCondVar.of("end");
        AtomicBoolean over = new AtomicBoolean();
        PollSource theEnd = new PollSource() {
            @Override
            public int poll(PollTable table) {
                table.registerWait(this, end);
                return over.get() ? IN : 0;
            }
        };
        try (Epoll epoll = Epoll.create();
                Fd eventfd = Raw.eventfd()) {
            epoll.add(sources[0], IN, 0);
            epoll.add(sources[1], IN | EpollH.EPOLLET, 1);
            epoll.add(sources[2], IN | EpollH.EPOLLONESHOT, 2);
            epoll.add(theEnd, IN, 3);
            epoll.add(eventfd, IN | EpollH.EPOLLET, 4);
            Threads.run(consumers + 2, kind.factory(), me -> {
                if (me >= consumers) {
                    for (int i = 0; i < perProducer; i++) {
                        sources[(i + me) % 3].put();
                        if (i % 100 == 0) {
                            Raw.write(eventfd);
                        }
                    }
                    return;
                }
                EpollEvents events = EpollEvents.allocate(me + 1);
                for (int n = 0; !over.get(); n++) {
                    if (n % 64 == 63) {
                        Thread.currentThread().interrupt();
                    }
                    int got;
                    try {
                        got = epoll.await(events, 30_000_000_000L);
                    } catch (ErrnoException e) {
                        assertThat(e.errno()).isEqualTo(Errno.EINTR);
                        continue;
                    } finally {
                        Thread.interrupted();
                    }
                    if (got == 0) {
                        timeouts.getAndIncrement();
                    }
                    for (int i = 0; i < got; i++) {
                        int cookie = (int) events.cookie(i);
                        if (cookie < 3) {
                            long sum = taken.addAndGet(sources[cookie].drain());
                            if (cookie == 2) {
                                epoll.modify(sources[2], IN | EpollH.EPOLLONESHOT, 2);
                            }
                            if (sum == total) {
                                over.set(true);
                                end.notifyOne();
                            }
                        }
                    }
                }
            });
        }
        assertThat(taken.get()).isEqualTo(total);
        assertThat(timeouts.get()).isZero();
    }

    /** Instances come and go, conditions are torn down and sources removed, while everybody notifies and waits. */
    @Test
    void everythingComesAndGoesUnderFire() throws InterruptedException {
        int rounds = 400;
        Counter steady = new Counter();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger hangUps = new AtomicInteger();
        int descriptors = Raw.openDescriptors();
        Threads.run(3, me -> {
            if (me == 0) {
                while (!stop.get()) {
                    steady.put();
                    condVar.notifyOne();
                }
            } else if (me == 1) {
                try {
                    for (int i = 0; i < rounds; i++) {
                        EpollEvents events = EpollEvents.allocate(4);
                        Counter shortLived = new Counter();
                        try (Epoll epoll = Epoll.create()) {
                            epoll.add(steady, IN, 1);
                            epoll.add(condVar, IN, 2);
                            epoll.add(shortLived, EpollH.EPOLLOUT, 3);
                            PollCondVarBox box = PollCondVarBox.of("box");
                            epoll.add(box.get(), IN, 4);
                            epoll.remove(steady);
                            Thread other = new Thread(shortLived.changed::close);
                            other.start();
                            boolean hup = false;
                            while (!hup) {
                                epoll.await(events);
                                for (int j = 0; j < events.size(); j++) {
                                    hup |= (events.events(j) & EpollH.EPOLLHUP) != 0;
                                }
                                steady.drain();
                            }
                            box.close();
                            hangUps.getAndIncrement();
                            Threads.join(other);
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }
                } finally {
                    stop.set(true);
                }
            } else {
                while (!stop.get()) {
                    try (PollEventFd bell = PollEventFd.of(condVar)) {
                        bell.ready();
                    }
                }
            }
        });
        assertThat(hangUps.get()).isEqualTo(rounds);
        assertThat(condVar.registered() + steady.changed.registered()).isZero();
        assertThat(Raw.openDescriptors()).isLessThanOrEqualTo(descriptors + 8);
    }
}
