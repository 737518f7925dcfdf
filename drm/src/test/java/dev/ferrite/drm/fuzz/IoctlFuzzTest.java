package dev.ferrite.drm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.core.IoctlFact;
import dev.ferrite.drm.core.IoctlSheet;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random calls: every answer is the model's, nothing is thrown, nothing is left.
 *
 * <p>{@code ./ferrite fuzz [--calls N] [--seed S]} runs more of them. A failure names the seed that repeats it: the calls of
 * one thread exactly, those of several up to how they meet.
 */
@Timeout(3600)
class IoctlFuzzTest {
    private static final int THREADS = 8;
    private static final long CALLS = Long.getLong("fuzz.calls", 200_000);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

    /** What any call may say; ENOTTY by a number of another type. */
    private static final Set<Errno> ANY_CALL =
            Set.of(Errno.EBADF, Errno.ENODEV, Errno.EFAULT, Errno.EACCES, Errno.ENOTTY);

    /** Calls between the making of a device and its end. */
    private static final int EPISODE = 2_000;

    /** What eight threads play of an episode in all, ten steps of each kind at a time. */
    private static final int ROUNDS_OF_ALL = THREADS * EPISODE / 20;

    private static final long VRAM = 64 << 20;

    private final int foreignFd = Linux.memfdCreate("foreign", 0);
    private final int eventfd = Linux.eventfd(0, Linux.O_NONBLOCK);
    private long warnings;

    @BeforeEach
    void before() {
        warnings = warnings();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    @AfterEach
    void after() {
        Linux.close(foreignFd);
        Linux.close(eventfd);
    }

    private static long warnings() {
        return Warn.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of a driver with sync objects, or without. */
    private static Bench bench(long vramBytes, boolean syncobjs) {
        Bench bench = new Bench(vramBytes, syncobjs ? TestDriver.Parts.SYNC : TestDriver.Parts.ALL);
        bench.test.logging = false;
        bench.test.go.countDown();
        return bench;
    }

    private void checkEnd(Bench bench) {
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(bench.test.closes.get()).isEqualTo(bench.test.opens.get());
        assertThat(bench.test.inSection).hasValue(0);
        assertThat(warnings()).isEqualTo(warnings);
    }

    /** One thread on several files of one device: every answer is determined, and so is what is alive. */
    @Test
    void everyAnswerIsTheModels() {
        Random seeds = new Random(SEED);
        Set<Integer> succeeded = new TreeSet<>();
        Set<Integer> errors = new TreeSet<>();
        long done = 0;
        while (done < CALLS / 2) {
            long seed = seeds.nextLong();
            try {
                Player player = playAlone(seed);
                done += player.calls;
                succeeded.addAll(player.succeeded);
                errors.addAll(player.errors);
                player.errorsByCall.forEach(IoctlFuzzTest::checkSheet);
            } catch (AssertionError e) {
                throw failure("after " + done + " calls", e);
            }
        }
        // Random, but each of these in hundreds: a fuzzer that reaches nothing finds nothing.
        if (CALLS >= 200_000) {
            assertThat(succeeded)
                    .contains(0, 1, 2, 5, 6, 7, 9, 0xA, 0xB, 0xC, 0x11, 0x1E, 0x1F, 0x2D, 0x2E, 0xB2, 0xB3, 0xB4)
                    .contains(0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, Player.READ)
                    .contains(0xBF, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xCA, 0xCB, 0xCC, 0xCD, 0xCF, 0xD1);
            assertThat(errors).contains(-2, -5, -9, -12, -13, -14, -16, -19, -22, -25, -28, -34, -62, -95, -114);
        }
    }

    /** Of a call of the core, that it says nothing which its fact sheet does not know. */
    private static void checkSheet(long error) {
        for (IoctlFact fact : IoctlSheet.core()) {
            if (IoctlNumber.nr(fact.number()) == (int) (error >>> 32)) {
                Errno errno = Errno.fromErrno(-(int) error);
                boolean known = ANY_CALL.contains(errno)
                        || fact.errnos().contains(errno)
                        || (fact.hooks() && errno == Errno.EIO);
                assertThat(known).as(fact.name() + " says " + errno).isTrue();
            }
        }
    }

    private Player playAlone(long seed) {
        Bench bench = bench(64 * Bench.PAGE, seed % 4 != 0);
        Player player = new Player(bench, false, new Random(seed), foreignFd, eventfd, () -> Player.THERE);
        try {
            player.play(EPISODE);
        } finally {
            player.close();
            bench.close();
        }
        checkEnd(bench);
        return player;
    }

    /**
     * Eight threads. Each plays on files of its own on a device all share, where answers are determined but for unplug, and on
     * the same files of another device, that others close meanwhile, where only what does not depend on them is.
     */
    @Test
    void everyAnswerIsTheModelsAmongEightThreads() throws Exception {
        Random seeds = new Random(SEED ^ 1);
        long done = 0;
        while (done < CALLS / 2) {
            long seed = seeds.nextLong();
            try {
                done += playTogether(seed);
            } catch (AssertionError | Exception e) {
                throw failure("seed of the episode " + seed, e);
            }
        }
    }

    private long playTogether(long seed) throws Exception {
        Random random = new Random(seed);
        Bench own = bench(VRAM, seed % 4 != 0);
        Bench common = bench(VRAM, true);
        AtomicInteger ownPhase = new AtomicInteger();
        AtomicInteger commonPhase = new AtomicInteger();
        Progress progress = new Progress();
        List<Future<Long>> running = new ArrayList<>();
        long calls = 0;
        try (var warden = own.openPrivileged();
                var wild = new Wild(common, commonPhase::get);
                var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                long mine = random.nextLong();
                running.add(threads.submit(() -> {
                    try {
                        return playBoth(own, wild, new Random(mine), ownPhase, progress);
                    } finally {
                        progress.finished.incrementAndGet();
                    }
                }));
            }
            // Each at some time of the episode, or never; in this order or the other.
            int first = random.nextInt(ROUNDS_OF_ALL * 5 / 4);
            int second = first + random.nextInt(ROUNDS_OF_ALL);
            boolean ownFirst = random.nextBoolean();
            unplugAt(ownFirst ? own : common, ownFirst ? ownPhase : commonPhase, first, progress);
            unplugAt(ownFirst ? common : own, ownFirst ? commonPhase : ownPhase, second, progress);
            for (Future<Long> one : running) {
                calls += one.get();
            }
            assertThat(warden.name()).startsWith("card");
        } finally {
            own.close();
            common.close();
        }
        checkEnd(own);
        checkEnd(common);
        return calls;
    }

    private long playBoth(Bench own, Wild wild, Random random, AtomicInteger phase, Progress progress) {
        long calls = 0;
        try (Player player = new Player(own, true, random, foreignFd, eventfd, phase::get);
                Wild.Guest guest = wild.guest(random, foreignFd, eventfd)) {
            for (int i = 0; i < EPISODE / 20; i++) {
                player.play(10);
                guest.play(10);
                progress.rounds.incrementAndGet();
            }
            calls = player.calls + guest.calls;
        }
        return calls;
    }

    /** How far all threads together are. */
    private static final class Progress {
        final AtomicInteger rounds = new AtomicInteger();
        final AtomicInteger finished = new AtomicInteger();
    }

    /** Once so many rounds are played, whatever time that takes; not before all are done, if there are never so many. */
    private static void unplugAt(Bench bench, AtomicInteger phase, int rounds, Progress progress) {
        while (progress.rounds.get() < rounds && progress.finished.get() < THREADS) {
            Thread.onSpinWait();
        }
        phase.set(Player.GOING);
        bench.registration.unplug();
        phase.set(Player.GONE);
    }

    private static AssertionError failure(String where, Throwable cause) {
        return new AssertionError(
                where + ": " + cause.getMessage() + "\nagain: ./ferrite fuzz --calls " + CALLS + " --seed " + SEED,
                cause);
    }
}
