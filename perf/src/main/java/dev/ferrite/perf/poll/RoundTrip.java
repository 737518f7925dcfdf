package dev.ferrite.perf.poll;

import dev.ferrite.locks.poll.Epoll;
import dev.ferrite.locks.poll.EpollEvents;
import dev.ferrite.locks.poll.PollCondVar;
import dev.ferrite.locks.poll.PollEventFd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollH;
import dev.ferrite.perf.report.Comparison;
import dev.ferrite.perf.report.Goal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * There and back: one thread tells another, which sleeps in epoll_wait, and sleeps until that one has told it.
 *
 * <p>The peer in C is compiled when the benchmark starts; it runs its own two threads and its own loop. Where there is no
 * gcc, the same calls through the foreign function interface stand in for it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Comparison(
        title = "Notification to return of epoll_wait, there and back",
        baseline = "bareEventFdInC",
        goals = @Goal(id = "poll", subject = "pollCondVar", against = "bareEventFdInC", atMost = 1.2),
        noGarbage = {"pollCondVar", "pollEventFd", "bareEventFd"})
public class RoundTrip {
    /** Two sides; the other one echoes until told to stop. */
    abstract static class Pair {
        private final Thread echo = Thread.ofPlatform().daemon().unstarted(this::echo);
        private volatile boolean stop;

        /** Begins. */
        void start() {
            echo.start();
        }

        /** Ends; the echo is told once more, so that it looks. */
        void stop() throws InterruptedException {
            stop = true;
            tell(1);
            echo.join();
        }

        private void echo() {
            while (!stop) {
                hear(1);
                tell(0);
            }
        }

        int roundTrip() {
            tell(1);
            return hear(0);
        }

        /** Tells a side. */
        abstract void tell(int side);

        /** Sleeps until a side is told. */
        abstract int hear(int side);
    }

    /** Ours: a condition variable in an epoll instance. */
    @State(Scope.Benchmark)
    public static class Ours extends Pair {
        private final PollCondVar[] condVars = {PollCondVar.of("here"), PollCondVar.of("there")};
        private final Epoll[] epolls = {Epoll.create(), Epoll.create()};
        private final EpollEvents[] events = {EpollEvents.allocate(4), EpollEvents.allocate(4)};

        /** Begins. */
        @Setup
        public void begin() {
            epolls[0].add(condVars[0], EpollH.EPOLLIN, 0);
            epolls[1].add(condVars[1], EpollH.EPOLLIN, 1);
            start();
        }

        /** Ends. */
        @TearDown
        public void end() throws InterruptedException {
            stop();
            for (int i = 0; i < 2; i++) {
                epolls[i].close();
                condVars[i].close();
            }
        }

        @Override
        void tell(int side) {
            condVars[side].notifyOne();
        }

        @Override
        int hear(int side) {
            return epolls[side].await(events[side]);
        }
    }

    /** Ours as an eventfd: what an event loop outside Java does, with the calls it makes. */
    @State(Scope.Benchmark)
    public static class OursOutside extends Pair {
        private final PollCondVar[] condVars = {PollCondVar.of("here"), PollCondVar.of("there")};
        private final PollEventFd[] bells = {PollEventFd.of(condVars[0]), PollEventFd.of(condVars[1])};
        private final Calls[] calls = {new Calls(bells[0].fd()), new Calls(bells[1].fd())};

        /** Begins. */
        @Setup
        public void begin() {
            start();
        }

        /** Ends. */
        @TearDown
        public void end() throws InterruptedException {
            stop();
            for (int i = 0; i < 2; i++) {
                calls[i].close();
                bells[i].close();
                condVars[i].close();
            }
        }

        @Override
        void tell(int side) {
            condVars[side].notifyOne();
        }

        @Override
        int hear(int side) {
            calls[side].epollWait();
            return bells[side].ready();
        }
    }

    /** Bare: write, epoll_wait, read. */
    @State(Scope.Benchmark)
    public static class Bare extends Pair {
        private final int[] eventFds = {Calls.eventfd(), Calls.eventfd()};
        private final Calls[] calls = {new Calls(eventFds[0]), new Calls(eventFds[1])};

        /** Begins. */
        @Setup
        public void begin() {
            start();
        }

        /** Ends. */
        @TearDown
        public void end() throws InterruptedException {
            stop();
            for (int i = 0; i < 2; i++) {
                calls[i].close();
                Linux.close(eventFds[i]);
            }
        }

        @Override
        void tell(int side) {
            calls[side].write();
        }

        @Override
        int hear(int side) {
            calls[side].epollWait();
            return calls[side].read();
        }
    }

    /** The JDK's: a byte through a pipe, and a selector. */
    @State(Scope.Benchmark)
    public static class Selectors extends Pair {
        private final Pipe[] pipes = new Pipe[2];
        private final Selector[] selectors = new Selector[2];
        private final ByteBuffer[] out = {ByteBuffer.allocateDirect(1), ByteBuffer.allocateDirect(1)};
        private final ByteBuffer[] in = {ByteBuffer.allocateDirect(1), ByteBuffer.allocateDirect(1)};

        /** Begins. */
        @Setup
        public void begin() throws IOException {
            for (int i = 0; i < 2; i++) {
                pipes[i] = Pipe.open();
                selectors[i] = Selector.open();
                pipes[i].source().configureBlocking(false);
                pipes[i].source().register(selectors[i], SelectionKey.OP_READ);
            }
            start();
        }

        /** Ends. */
        @TearDown
        public void end() throws IOException, InterruptedException {
            stop();
            for (int i = 0; i < 2; i++) {
                selectors[i].close();
                pipes[i].source().close();
                pipes[i].sink().close();
            }
        }

        @Override
        void tell(int side) {
            try {
                pipes[side].sink().write(out[side].clear());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        int hear(int side) {
            try {
                int ready = selectors[side].select();
                selectors[side].selectedKeys().clear();
                pipes[side].source().read(in[side].clear());
                return ready;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The same in C, both threads and the loop; without a compiler, {@link Bare}. */
    @State(Scope.Benchmark)
    public static class InC {
        private @Nullable NativePeer peer;
        private @Nullable Bare instead;

        /** Begins. */
        @Setup
        public void begin() {
            try {
                peer = NativePeer.start();
            } catch (UncheckedIOException e) {
                System.out.println("no gcc, the peer runs in Java: " + e.getMessage());
                instead = new Bare();
                instead.begin();
            }
        }

        /** Ends. */
        @TearDown
        public void end() throws InterruptedException {
            if (peer != null) {
                peer.close();
            }
            if (instead != null) {
                instead.end();
            }
        }

        long roundTrip() {
            return peer != null
                    ? peer.roundTrip()
                    : Objects.requireNonNull(instead).roundTrip();
        }
    }

    /**
     * Ours.
     *
     * @param pair both sides
     */
    @Benchmark
    public int pollCondVar(Ours pair) {
        return pair.roundTrip();
    }

    /**
     * Ours for event loops outside Java.
     *
     * @param pair both sides
     */
    @Benchmark
    public int pollEventFd(OursOutside pair) {
        return pair.roundTrip();
    }

    /**
     * The peer's calls, made from Java.
     *
     * @param pair both sides
     */
    @Benchmark
    public int bareEventFd(Bare pair) {
        return pair.roundTrip();
    }

    /**
     * The peer.
     *
     * @param peer both sides
     */
    @Benchmark
    public long bareEventFdInC(InC peer) {
        return peer.roundTrip();
    }

    /**
     * The JDK's way.
     *
     * @param pair both sides
     */
    @Benchmark
    public int selector(Selectors pair) {
        return pair.roundTrip();
    }
}
