package dev.ferrite.drm.conformance;

import static dev.ferrite.drm.testing.Bench.EACCES;
import static dev.ferrite.drm.testing.Bench.EBADF;
import static dev.ferrite.drm.testing.Bench.EBUSY;
import static dev.ferrite.drm.testing.Bench.EFAULT;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOTTY;
import static dev.ferrite.drm.testing.Bench.EOPNOTSUPP;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.DumbCall;
import dev.ferrite.drm.uapi.DrmClient;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmVersion;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Dispatch, and the calls that need no object. */
class CoreCallsConformanceTest extends Conformance {
    private static final int GET_CAP = DrmH.DRM_IOCTL_GET_CAP;
    private static final long UNKNOWN_CAP = 0x1234;

    private int unknownCap() {
        return traits().modeset() ? EINVAL : EOPNOTSUPP;
    }

    // ---- Numbers

    @Test
    void foreignTypesAreEnotty() {
        DrmNode node = node();
        for (int number : new int[] {
            IoctlNumber.of(3, 'e', 0, 64), IoctlNumber.of(0, 0, 0, 0), 0x5421 /* FIONBIO */, 2 /* FIGETBSZ */
        }) {
            assertThat(Calls.withoutArgument(node, number)).as("0x%x", number).isEqualTo(ENOTTY);
        }
    }

    @Test
    void numbersWithoutHandlerAreEinvalWhateverTheArgument() {
        DrmNode node = node();
        for (int nr : new int[] {0x5f, 0x9f, 0xff}) {
            int number = IoctlNumber.of(3, 'd', nr, 16);
            assertThat(Calls.withoutArgument(node, number)).as("0x%x", nr).isEqualTo(EINVAL);
        }
    }

    @Test
    void badArgumentIsEfaultBeforePermissionIsAsked() {
        DrmNode node = node();
        for (int number : new int[] {GET_CAP, DrmH.DRM_IOCTL_GEM_FLINK, DrmH.DRM_IOCTL_AUTH_MAGIC}) {
            assertThat(Calls.withoutArgument(node, number)).isEqualTo(EFAULT);
            assertThat(Calls.withShortArgument(node, number)).isEqualTo(EFAULT);
        }
    }

    @Test
    void argumentsNobodyMayUseAreEfault() throws Exception {
        DrmNode node = node();
        MemorySegment closed;
        try (Arena arena = Arena.ofShared()) {
            closed = arena.allocate(DrmGetCap.LAYOUT);
        }
        assertThat(node.ioctl(GET_CAP, closed)).as("closed").isEqualTo(EFAULT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGetCap.LAYOUT);
            DrmGetCap.capability(args, DrmH.DRM_CAP_TIMESTAMP_MONOTONIC);
            assertThat(node.ioctl(GET_CAP, args.asReadOnly())).as("read-only").isEqualTo(EFAULT);
            AtomicInteger result = new AtomicInteger();
            Thread other = new Thread(() -> result.set(node.ioctl(GET_CAP, args)));
            other.start();
            other.join();
            assertThat(result.get()).as("another thread's").isEqualTo(EFAULT);
        }
    }

    @Test
    void argumentMayBeOnTheHeap() {
        DrmNode node = node();
        long[] args = {DrmH.DRM_CAP_TIMESTAMP_MONOTONIC, 77};
        assertThat(node.ioctl(GET_CAP, MemorySegment.ofArray(args))).isZero();
        assertThat(args).containsExactly(DrmH.DRM_CAP_TIMESTAMP_MONOTONIC, 1);
    }

    // ---- VERSION

    @Test
    void versionCopiesWhatFitsWithoutNulAndTellsTheTrueLength() {
        DrmNode node = node();
        long head = DrmVersion.SIZEOF;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(head + 8, 8);
            args.asSlice(head).fill((byte) 0x55);
            DrmVersion.nameLen(args, 2);
            DrmVersion.name(args, args.address() + head);
            assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, args)).isZero();
            String name = traits().driver();
            assertThat(DrmVersion.nameLen(args)).isEqualTo(name.length());
            assertThat(args.get(JAVA_BYTE, head)).isEqualTo((byte) name.charAt(0));
            assertThat(args.get(JAVA_BYTE, head + 1)).isEqualTo((byte) name.charAt(1));
            assertThat(args.get(JAVA_BYTE, head + 2)).as("no NUL").isEqualTo((byte) 0x55);
            assertThat(DrmVersion.descLen(args)).isPositive();
        }
        assertThat(dev.ferrite.drm.client.DrmVersion.of(node).name()).isEqualTo(traits().driver());
    }

    /** On a real node the kernel would follow it, into the Java heap if need be. */
    @Test
    void addressesOutsideTheArgumentAreEfaultAndStayAsTheyWere() {
        DrmNode node = node();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment elsewhere = arena.allocate(64, 8).fill((byte) 0x55);
            for (long address : new long[] {elsewhere.address(), 8, -1}) {
                MemorySegment args = arena.allocate(DrmVersion.LAYOUT);
                DrmVersion.nameLen(args, 64);
                DrmVersion.name(args, address);
                assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, args)).isEqualTo(EFAULT);
                assertThat(DrmVersion.name(args)).isEqualTo(address);
            }
            assertThat(elsewhere.toArray(JAVA_BYTE)).containsOnly(0x55);
        }
    }

    // ---- SET_CLIENT_NAME

    @Test
    void clientsHaveNamesOfPrintableLettersWithoutBlanks() {
        DrmNode node = node();
        if (!subject().namesClients()) {
            assertThat(Calls.setClientName(node, "someone", 0))
                    .as("no such call")
                    .isEqualTo(EINVAL);
            return;
        }
        assertThat(Calls.setClientName(node, "some-one_1.0!~", 0)).isZero();
        assertThat(Calls.setClientName(node, "x".repeat(64), 0)).isZero();
        assertThat(Calls.setClientName(node, "x".repeat(65), 0)).isEqualTo(EINVAL);
        for (String name : new String[] {"some one", "tab\t", "line\n", "nul\0", "\u007f", "caf\u00e9"}) {
            assertThat(Calls.setClientName(node, name, 0)).as(name).isEqualTo(EINVAL);
        }
        assertThat(Calls.setClientName(node, "", 0)).as("no name any more").isZero();
        assertThat(Calls.setClientName(node, "short", 4096)).as("length first").isEqualTo(EINVAL);
        assertThat(Calls.setClientName(node, "short", 8))
                .as("beyond the argument")
                .isEqualTo(EFAULT);
    }

    // ---- GET_CAP

    @Test
    void capabilitiesEveryDriverHas() {
        DrmNode node = node();
        assertThat(Calls.cap(node, DrmH.DRM_CAP_TIMESTAMP_MONOTONIC)).isOne();
        assertThat(Calls.cap(node, DrmH.DRM_CAP_PRIME)).isEqualTo(3);
        assertThat(Calls.cap(node, DrmH.DRM_CAP_SYNCOBJ)).isBetween(0L, 1L);
        assertThat(Calls.cap(node, DrmH.DRM_CAP_SYNCOBJ_TIMELINE)).isBetween(0L, 1L);
    }

    @Test
    void capabilitiesThatDependOnTheDriver() {
        onlyKnown();
        DrmNode node = node();
        assertThat(Calls.cap(node, DrmH.DRM_CAP_DUMB_BUFFER)).isEqualTo(traits().dumbCap());
        for (long id : new long[] {0, 0xa, 0xf, 0x16, UNKNOWN_CAP, -1}) {
            assertThat(Calls.cap(node, id)).as("0x%x", id).isEqualTo(unknownCap());
        }
    }

    @Test
    void unknownCapabilityZeroesTheValue() {
        onlyKnown();
        DrmNode node = node();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGetCap.LAYOUT);
            DrmGetCap.capability(args, UNKNOWN_CAP);
            DrmGetCap.value(args, 77);
            assertThat(node.ioctl(GET_CAP, args)).isEqualTo(unknownCap());
            assertThat(DrmGetCap.value(args)).isZero();
        }
    }

    @Test
    void longerStructIsTakenAndItsRestComesBackAsSent() {
        DrmNode node = node();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(64, 8).fill((byte) 0x55);
            DrmGetCap.capability(args, DrmH.DRM_CAP_TIMESTAMP_MONOTONIC);
            assertThat(node.ioctl(IoctlNumber.of(3, 'd', 0x0c, 64), args)).isZero();
            assertThat(DrmGetCap.value(args)).isOne();
            assertThat(args.asSlice(16).toArray(JAVA_BYTE)).containsOnly(0x55);
        }
    }

    @Test
    void shorterStructIsTakenAndNothingIsWrittenBehindIt() {
        DrmNode node = node();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(16, 8).fill((byte) 0x55);
            DrmGetCap.capability(args, DrmH.DRM_CAP_TIMESTAMP_MONOTONIC);
            assertThat(node.ioctl(IoctlNumber.of(3, 'd', 0x0c, 8), args)).isZero();
            assertThat(args.asSlice(8).toArray(JAVA_BYTE)).containsOnly(0x55);
        }
    }

    @Test
    void numberThatOnlyWritesGetsNothingBack() {
        DrmNode node = node();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGetCap.LAYOUT);
            DrmGetCap.capability(args, DrmH.DRM_CAP_TIMESTAMP_MONOTONIC);
            DrmGetCap.value(args, 77);
            assertThat(node.ioctl(IoctlNumber.of(IoctlNumber.WRITE, 'd', 0x0c, 16), args))
                    .isZero();
            assertThat(DrmGetCap.value(args)).isEqualTo(77);
        }
    }

    @Test
    void numberThatOnlyReadsSendsZeros() {
        onlyKnown();
        DrmNode node = node();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGetCap.LAYOUT);
            DrmGetCap.capability(args, DrmH.DRM_CAP_TIMESTAMP_MONOTONIC);
            DrmGetCap.value(args, 77);
            assertThat(node.ioctl(IoctlNumber.of(IoctlNumber.READ, 'd', 0x0c, 16), args))
                    .as("capability 0")
                    .isEqualTo(unknownCap());
            assertThat(args.toArray(JAVA_LONG))
                    .as("copied back although it failed")
                    .containsExactly(0, 0);
        }
    }

    @Test
    void clientCapabilities() {
        onlyKnown();
        DrmNode node = node();
        int expected = !isCard() ? EACCES : unknownCap();
        assertThat(Calls.setClientCap(node, UNKNOWN_CAP, 1)).isEqualTo(expected);
    }

    // ---- SET_VERSION, GET_UNIQUE, GET_CLIENT

    @Test
    void interfaceVersionIsSetByTheMasterAndShowsTheBusId() {
        DrmNode node = master();
        assertThat(Calls.unique(node)).as("not yet").isEmpty();
        Calls.Version good = Calls.setVersion(node, 1, 4, -1, -1);
        assertThat(good.result()).isZero();
        assertThat(good.diMajor()).isEqualTo(1);
        assertThat(good.diMinor()).isEqualTo(4);
        assertThat(Calls.unique(node)).isNotEmpty();
        Calls.Version wrong = Calls.setVersion(node, 9, 0, -1, -1);
        assertThat(wrong.result()).isEqualTo(EINVAL);
        assertThat(wrong.diMajor()).isEqualTo(1);
        assertThat(wrong.diMinor()).isEqualTo(4);
        assertThat(wrong.ddMajor()).isEqualTo(good.ddMajor());
        DrmNode second = node();
        assertThat(Calls.setVersion(second, 1, 4, -1, -1).result())
                .as("not master")
                .isEqualTo(EACCES);
    }

    @Test
    void clientZeroIsTheCallingThread() {
        onlyCards();
        DrmNode node = node();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmClient.LAYOUT);
            assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_CLIENT, args)).isZero();
            assertThat(DrmClient.pid(args)).isEqualTo(Linux.gettid());
            assertThat(DrmClient.iocs(args)).isZero();
            DrmClient.idx(args, 1);
            assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_CLIENT, args)).isEqualTo(EINVAL);
        }
    }

    @Test
    void renderNodesRefuseWhatIsForCards() {
        assumeFalse(isCard(), "for render nodes");
        DrmNode node = node();
        assertThat(Calls.unique(node)).isEqualTo(Integer.toString(EACCES));
        assertThat(Bench.flink(node, 1)).isEqualTo(EACCES);
        assertThat(Bench.gemOpen(node, 1)).isEqualTo(EACCES);
        assertThat(Bench.getMagic(node)).isEqualTo(EACCES);
        assertThat(DumbCall.create(node, 4, 4, 32).result()).isEqualTo(EACCES);
        assertThat(Bench.plain(node, DrmH.DRM_IOCTL_SET_MASTER)).isEqualTo(EACCES);
    }

    // ---- The file

    @Test
    void exclusiveOpenIsBusyAndReadOnlyOpenWorks() {
        assertThatThrownBy(() -> node(Linux.O_RDWR | Linux.O_EXCL))
                .isInstanceOfSatisfying(
                        ErrnoException.class,
                        e -> assertThat(e.errno().negated()).isEqualTo(EBUSY));
        assertThat(Calls.cap(node(Linux.O_RDONLY), DrmH.DRM_CAP_TIMESTAMP_MONOTONIC))
                .isOne();
    }

    @Test
    void nothingQueuedMeansNoEvents() {
        DrmNode node = node();
        assertThat(node.poll(Linux.POLLIN | Linux.POLLOUT, 0)).isZero();
        long start = System.nanoTime();
        assertThat(node.poll(Linux.POLLIN, 30_000_000)).isZero();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(29_000_000);
    }

    /**
     * Time for another thread to fall asleep in a call. Nothing shows when it does: on a real node it is in a system call. Too
     * short is no failure, for an interrupt that comes before the wait ends it as well.
     */
    private static void letItSleep() throws InterruptedException {
        Thread.sleep(20);
    }

    @Test
    void readOfNothingWaitsOrIsEagain() throws Exception {
        DrmNode impatient = node(Linux.O_RDWR | Linux.O_NONBLOCK);
        DrmNode patient = node();
        try (Arena arena = Arena.ofShared()) {
            MemorySegment into = arena.allocate(64, 8);
            assertThat(impatient.read(into)).isEqualTo(Errno.EAGAIN.negated());
            AtomicInteger result = new AtomicInteger();
            Thread reader = new Thread(() -> result.set(patient.read(into)));
            reader.start();
            letItSleep();
            assertThat(result.get()).as("waits").isZero();
            reader.interrupt();
            reader.join(30_000);
            assertThat(result.get()).isEqualTo(Errno.EINTR.negated());
            patient.close();
            assertThat(patient.read(into)).isEqualTo(EBADF);
        }
    }

    @Test
    void interruptEndsAWaitAndStays() throws Exception {
        DrmNode node = node();
        AtomicInteger result = new AtomicInteger();
        AtomicInteger flag = new AtomicInteger();
        Thread waiter = new Thread(() -> {
            result.set(node.poll(Linux.POLLIN, -1));
            flag.set(Thread.currentThread().isInterrupted() ? 1 : -1);
        });
        waiter.start();
        letItSleep();
        waiter.interrupt();
        waiter.join(30_000);
        assertThat(waiter.isAlive()).isFalse();
        assertThat(result.get()).isEqualTo(Errno.EINTR.negated());
        assertThat(flag.get()).isOne();
    }

    @Test
    void closedNodeIsEbadfForEverything() {
        DrmNode node = node();
        node.close();
        node.close();
        assertThat(Calls.withoutArgument(node, GET_CAP)).isEqualTo(EBADF);
        assertThat(Calls.withoutArgument(node, IoctlNumber.of(3, 'e', 0, 64))).isEqualTo(EBADF);
        assertThat(node.poll(Linux.POLLIN, -1)).isEqualTo(EBADF);
        assertThat(Calls.tryMap(node, 0x1_0000_0000L, Bench.PAGE)).isEqualTo(EBADF);
    }

    /** A number that was given back may be anybody's: no call may reach it. */
    @Test
    void closeUnderCallsLetsThemEndAndStopsTheNext() throws Exception {
        for (int round = 0; round < 20; round++) {
            DrmNode node = node();
            List<Future<Long>> callers = new ArrayList<>();
            CountDownLatch running = new CountDownLatch(3);
            try (var threads = Executors.newFixedThreadPool(3)) {
                for (int i = 0; i < 3; i++) {
                    callers.add(threads.submit(() -> {
                        long answer;
                        do {
                            answer = Calls.cap(node, DrmH.DRM_CAP_TIMESTAMP_MONOTONIC);
                            running.countDown();
                        } while (answer == 1);
                        return answer;
                    }));
                }
                running.await();
                node.close();
                for (Future<Long> caller : callers) {
                    assertThat(caller.get(30, TimeUnit.SECONDS)).isEqualTo(EBADF);
                }
            }
        }
    }
}
