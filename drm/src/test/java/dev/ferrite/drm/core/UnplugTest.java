package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.ENODEV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestArgs;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sections 10.3 and 10.11: a device that goes away under its users. */
@Timeout(60)
class UnplugTest {
    private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;
    private static final long PAGE = Bench.PAGE;

    @AfterEach
    void nothingIsLeft() {
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    @Test
    void everythingButCloseIsEnodev() {
        Bench bench = new Bench();
        EmulatedNode node = bench.openCard();
        int handle = Bench.create(node, PAGE);
        long offset = Bench.mapDumb(node, handle);
        bench.registration.close();
        assertThat(Bench.create(node, PAGE)).isEqualTo(ENODEV);
        assertThat(Bench.gemClose(node, handle)).isEqualTo(ENODEV);
        assertThatThrownBy(() -> node.mmap(offset, PAGE, RW, true).close())
                .isInstanceOf(ErrnoException.class)
                .hasMessageContaining("ENODEV");
        assertThatThrownBy(() -> bench.openCard().close()).hasMessageContaining("ENODEV");
        assertThat(node.poll(Linux.POLLIN, 0)).isZero();
        assertThat(bench.device.get().enter()).isNegative();
        node.close();
        assertThat(bench.test.log).endsWith("gem close object2", "free object2", "postclose 1");
        bench.close();
    }

    @Test
    void mappingsLoseTheirContentAndStayLegal() {
        Bench bench = new Bench();
        EmulatedNode node = bench.openCard();
        long offset = Bench.mapDumb(node, Bench.create(node, 2 * PAGE));
        try (GemMapping mapping = node.mmap(offset, 2 * PAGE, RW, false);
                GemMapping readOnly = node.mmap(offset, PAGE, Linux.PROT_READ, true)) {
            mapping.segment().fill((byte) 5);
            bench.registration.close();
            assertThat(mapping.segment().get(ValueLayout.JAVA_BYTE, 2 * PAGE - 1))
                    .isZero();
            assertThat(readOnly.segment().get(ValueLayout.JAVA_BYTE, 0)).isZero();
            mapping.segment().fill((byte) 6);
            assertThat(readOnly.segment().get(ValueLayout.JAVA_BYTE, 0))
                    .as("pages of its own")
                    .isZero();
            assertThat(mapping.asByteBuffer().get(3)).isEqualTo((byte) 6);
        }
        node.close();
        bench.close();
    }

    @Test
    void buffersAndDescriptorsCloseQuietlyAfterwards() {
        Bench bench = new Bench();
        EmulatedNode node = bench.openRender();
        GemBuffer buffer = GemBuffer.adopt(node, Bench.create(node, PAGE), PAGE);
        PrimeFd fd = buffer.exportPrime();
        bench.registration.close();
        assertThatThrownBy(buffer::map).hasMessageContaining("ENODEV");
        assertThatThrownBy(buffer::exportPrime).hasMessageContaining("ENODEV");
        assertThatThrownBy(() -> GemBuffer.importPrime(node, fd)).hasMessageContaining("ENODEV");
        buffer.close();
        fd.close();
        node.close();
        bench.close();
    }

    @Test
    void unplugWaitsForTheHandlerThatRuns() throws Exception {
        Bench bench = new Bench();
        EmulatedNode node = bench.openCard();
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(
                () -> {
                    try (Arena arena = Arena.ofConfined()) {
                        return node.ioctl(TestDriver.BLOCK, arena.allocate(TestArgs.LAYOUT));
                    }
                },
                Bench::onItsOwnThread);
        bench.test.entered.await();
        CompletableFuture<Void> unplug = CompletableFuture.runAsync(
                () -> {
                    bench.registration.unplug();
                    bench.test.note("unplugged");
                },
                Bench::onItsOwnThread);
        Bench.awaitTrue(() -> bench.device.get().isUnplugged());
        assertThat(Bench.create(node, PAGE)).as("no new one gets in").isEqualTo(ENODEV);
        // Long enough for an unplug that does not wait to be over.
        assertThatThrownBy(() -> unplug.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        bench.test.go.countDown();
        assertThat(call.get()).isZero();
        unplug.get();
        assertThat(bench.test.log).endsWith("unblocked", "unplugged");
        node.close();
        bench.close();
    }

    @Test
    void sectionsNestAndMayBeLeftByAnotherThread() throws Exception {
        Bench bench = new Bench();
        Device<TestDriver.Data> device = bench.device.get();
        int outer = device.enter();
        int inner = device.enter();
        assertThat(outer).isNotNegative();
        device.exit(inner);
        CompletableFuture<Void> unplug = CompletableFuture.runAsync(bench.registration::unplug, Bench::onItsOwnThread);
        Bench.awaitTrue(() -> device.isUnplugged());
        assertThat(unplug.isDone()).isFalse();
        Thread.ofPlatform().start(() -> device.exit(outer)).join();
        unplug.get();
        bench.registration.unplug();
        bench.close();
    }

    @Test
    void noHandlerRunsAfterUnplugReturnsAndNobodyFaults() throws Exception {
        for (int round = 0; round < 20; round++) {
            Bench bench = new Bench();
            bench.test.logging = false;
            EmulatedNode node = bench.openRender();
            CountDownLatch ready = new CountDownLatch(4);
            List<Future<Long>> running = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 4; i++) {
                    running.add(threads.submit(() -> worker(node, ready)));
                }
                ready.await();
                bench.registration.unplug();
                long calls = bench.test.calls.get();
                assertThat(bench.test.inSection).hasValue(0);
                for (Future<Long> one : running) {
                    assertThat(one.get()).isPositive();
                }
                assertThat(bench.test.calls).as("none ran later").hasValue(calls);
            }
            node.close();
            bench.close();
            assertThat(Bench.live()).isEqualTo(Bench.nothing());
        }
    }

    /** Calls, maps, writes and unmaps until the device is gone, and writes on into what it has mapped. */
    private static long worker(EmulatedNode node, CountDownLatch ready) {
        long rounds = 0;
        boolean started = false;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(TestArgs.LAYOUT);
            for (; ; ) {
                int handle = Bench.create(node, 2 * PAGE);
                if (handle == ENODEV) {
                    return rounds;
                }
                int echo = node.ioctl(TestDriver.ECHO, args);
                assertThat(echo == 0 || echo == ENODEV).isTrue();
                long offset = Bench.mapDumb(node, handle);
                if (offset < 0) {
                    assertThat(offset).isEqualTo(ENODEV);
                    return rounds;
                }
                try (GemMapping mapping = node.mmap(offset, 2 * PAGE, RW, (rounds & 1) == 0)) {
                    for (int i = 0; i < 50; i++) {
                        mapping.segment().set(ValueLayout.JAVA_LONG, (i * 64L) % (2 * PAGE), rounds);
                    }
                } catch (ErrnoException e) {
                    assertThat(e).hasMessageContaining("ENODEV");
                    return rounds;
                }
                Bench.gemClose(node, handle);
                rounds++;
                if (!started) {
                    started = true;
                    ready.countDown();
                }
            }
        }
    }

    @Test
    void unmapAgainstUnplugNeverTouchesForeignPages() throws Exception {
        for (int round = 0; round < 30; round++) {
            Bench bench = new Bench();
            bench.test.logging = false;
            EmulatedNode node = bench.openRender();
            List<GemMapping> mappings = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                mappings.add(node.mmap(Bench.mapDumb(node, Bench.create(node, PAGE)), PAGE, RW, false));
            }
            AtomicBoolean stop = new AtomicBoolean();
            CompletableFuture<Long> recycler =
                    CompletableFuture.supplyAsync(() -> recycleAddresses(stop), Bench::onItsOwnThread);
            CompletableFuture<Void> closing =
                    CompletableFuture.runAsync(() -> mappings.forEach(GemMapping::close), Bench::onItsOwnThread);
            bench.registration.unplug();
            closing.get();
            stop.set(true);
            assertThat(recycler.get())
                    .as("pages of others that lost their content")
                    .isZero();
            node.close();
            bench.close();
        }
    }

    /** Maps and unmaps pages of its own, which soon get the addresses just unmapped; how many lost what was written. */
    private static long recycleAddresses(AtomicBoolean stop) {
        long lost = 0;
        while (!stop.get()) {
            long address = Linux.mmap(0, PAGE, RW, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS, -1, 0);
            Words.setLongVolatile(address, address);
            for (int i = 0; i < 100; i++) {
                Thread.onSpinWait();
            }
            lost += Words.getLongVolatile(address) == address ? 0 : 1;
            Linux.munmap(address, PAGE);
        }
        return lost;
    }
}
