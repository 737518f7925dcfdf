package dev.ferrite.drm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 64 clients of one device that create, share by name and by descriptor, map, close, and die with everything open.
 *
 * <p>Each page of a buffer carries the buffer's number. Whoever maps it, its maker or another client, finds that number for as
 * long as the mapping lives: pages that were given to somebody else too early would show another one.
 */
@Timeout(300)
class ManyClientsTest {
    private static final int CLIENTS = 64;
    private static final int LIVES = Integer.getInteger("fuzz.lives", 12);
    private static final int STEPS = 60;
    private static final long PAGE = Bench.PAGE;

    /** What sharing, closing and unplug make of a call; anything else is a fault of ours. */
    private static final Set<Errno> EXPECTED =
            Set.of(Errno.ENODEV, Errno.ENOENT, Errno.EINVAL, Errno.EACCES, Errno.EBADF, Errno.ENOSPC);

    /** A shared buffer: its number, and its name or a descriptor. */
    private record Gift(
            long number, long size, int name, @Nullable PrimeFd fd) {}

    private record Held(long number, GemMapping mapping) {}

    private final ConcurrentLinkedQueue<Gift> gifts = new ConcurrentLinkedQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong strangers = new AtomicLong();
    private final AtomicBoolean going = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingLeaksAndNoPageIsEverSomebodyElses(boolean unplugInTheMiddle) throws Exception {
        long warnings = warnings();
        long mappings = Mapping.live();
        Bench bench = new Bench(1024 * PAGE, TestDriver.Parts.ALL);
        bench.test.logging = false;
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                running.add(threads.submit(() -> {
                    for (int life = 0; life < LIVES; life++) {
                        new Client(bench, random).live();
                    }
                }));
            }
            if (unplugInTheMiddle) {
                Bench.awaitTrue(() -> numbers.get() > (long) CLIENTS * LIVES * STEPS / 20);
                going.set(true);
                bench.registration.unplug();
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        gifts.forEach(ManyClientsTest::drop);
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(Mapping.live()).isEqualTo(mappings);
        assertThat(bench.test.closes.get()).isEqualTo(bench.test.opens.get());
        assertThat(warnings()).isEqualTo(warnings);
        assertThat(looks.get()).as("looks at pages").isGreaterThan((long) CLIENTS * LIVES);
        assertThat(strangers.get()).as("buffers of others that were mapped").isGreaterThan(CLIENTS);
    }

    private static long warnings() {
        return Warn.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private static void drop(Gift gift) {
        if (gift.fd != null) {
            gift.fd.close();
        }
    }

    /** One life: opens a node, works, and dies more or less tidily. */
    private final class Client {
        private final Bench bench;
        private final Random random;
        private final List<GemBuffer> buffers = new ArrayList<>();
        private final List<Long> owned = new ArrayList<>();
        private final List<Held> held = new ArrayList<>();

        Client(Bench bench, Random random) {
            this.bench = bench;
            this.random = random;
        }

        void live() {
            EmulatedNode node;
            try {
                node = EmulatedNode.open(bench.card, Linux.O_RDWR, Caller.privileged());
            } catch (ErrnoException e) {
                expected(e);
                return;
            }
            int steps = 1 + random.nextInt(STEPS);
            for (int i = 0; i < steps; i++) {
                try {
                    step(node);
                } catch (ErrnoException e) {
                    expected(e);
                }
            }
            // A process that dies closes nothing but its files: its handles go with them, its mappings stay until they
            // go.
            boolean tidy = random.nextBoolean();
            if (tidy) {
                buffers.forEach(GemBuffer::close);
            }
            node.close();
            held.forEach(one -> {
                look(one);
                one.mapping.close();
            });
            if (!tidy && random.nextBoolean()) {
                buffers.forEach(GemBuffer::close); // too late, and harmless
            }
        }

        private void step(EmulatedNode node) {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> create(node);
                case 3, 4 -> share(node);
                case 5, 6, 7 -> take(node);
                case 8 -> {
                    if (!buffers.isEmpty()) {
                        int index = random.nextInt(buffers.size());
                        owned.remove(index);
                        buffers.remove(index).close();
                    }
                }
                case 9 -> {
                    if (!held.isEmpty()) {
                        Held one = held.remove(random.nextInt(held.size()));
                        look(one);
                        one.mapping.close();
                    }
                }
                default -> held.forEach(this::look);
            }
        }

        private void create(EmulatedNode node) {
            if (buffers.size() >= 6) {
                return;
            }
            long size = (1 + random.nextInt(4)) * PAGE;
            int handle = Bench.create(node, size);
            Errno.check(handle, "create");
            GemBuffer buffer = GemBuffer.adopt(node, handle, size);
            long number = numbers.incrementAndGet();
            buffers.add(buffer);
            owned.add(number);
            GemMapping mapping = buffer.mapConfined();
            for (long at = 0; at < size; at += PAGE) {
                if (mapping.segment().get(ValueLayout.JAVA_LONG, at) != 0) {
                    throw new AssertionError("a new buffer is not empty");
                }
                mapping.segment().set(ValueLayout.JAVA_LONG, at, number);
            }
            held.add(new Held(number, mapping));
        }

        private void share(EmulatedNode node) {
            if (buffers.isEmpty() || gifts.size() > CLIENTS) {
                return;
            }
            int index = random.nextInt(buffers.size());
            GemBuffer buffer = buffers.get(index);
            if (random.nextBoolean()) {
                gifts.add(new Gift(owned.get(index), buffer.size(), 0, buffer.exportPrime()));
            } else {
                int name = Bench.flink(node, buffer.handle());
                Errno.check(name, "flink");
                gifts.add(new Gift(owned.get(index), buffer.size(), name, null));
            }
        }

        private void take(EmulatedNode node) {
            Gift gift = gifts.poll();
            if (gift == null || buffers.size() >= 8) {
                if (gift != null) {
                    drop(gift);
                }
                return;
            }
            try {
                PrimeFd fd = gift.fd;
                boolean byName = fd == null;
                // A name dies with the last handle, and may be another buffer's by now: what is in there says whose.
                long number = byName ? 0 : gift.number;
                buffers.add(
                        fd == null
                                ? GemBuffer.adopt(
                                        node, (int) Errno.check(Bench.gemOpen(node, gift.name), "open"), gift.size)
                                : GemBuffer.importPrime(node, fd));
                owned.add(number);
                GemMapping mapping = buffers.getLast().mapConfined();
                held.add(new Held(number == 0 ? mapping.segment().get(ValueLayout.JAVA_LONG, 0) : number, mapping));
                strangers.incrementAndGet();
            } finally {
                drop(gift);
            }
        }

        private void look(Held one) {
            for (long at = 0; at < one.mapping.size(); at += PAGE) {
                long found = one.mapping.segment().get(ValueLayout.JAVA_LONG, at);
                if (found != one.number && !going.get() && one.number != 0) {
                    throw new AssertionError(
                            "page " + at / PAGE + " belongs to buffer " + found + ", not " + one.number);
                }
            }
            looks.incrementAndGet();
        }

        private void expected(ErrnoException e) {
            boolean gone = e.errno() == Errno.ENODEV;
            if (!EXPECTED.contains(e.errno()) || (gone && !going.get())) {
                throw e;
            }
        }
    }
}
