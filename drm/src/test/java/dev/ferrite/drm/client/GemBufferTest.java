package dev.ferrite.drm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GemBufferTest {
    private static final long PAGE = Bench.PAGE;

    private Bench bench;
    private EmulatedNode node;

    @BeforeEach
    void setUp() {
        bench = new Bench();
        bench.test.logging = false;
        node = bench.openRender();
    }

    @AfterEach
    void tearDown() {
        node.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(node.owners().size()).isZero();
    }

    private GemBuffer buffer() {
        return GemBuffer.adopt(node, Bench.create(node, PAGE), PAGE);
    }

    @Test
    void closeClosesTheHandleOnce() {
        GemBuffer buffer = buffer();
        assertThat(buffer.handle()).isEqualTo(1);
        buffer.close();
        GemBuffer next = buffer();
        assertThat(next.handle()).as("the number is free").isEqualTo(1);
        buffer.close();
        assertThat(Bench.info(node, 1))
                .as("and the second close did not hit its new owner")
                .isEqualTo(PAGE);
        next.close();
    }

    /** The trap that hit others: an import returns the handle one has, and one close must not free the other's. */
    @Test
    void importOfAHandleOneOwnsIsSharedNotClosedTwice() {
        GemBuffer original = buffer();
        try (PrimeFd fd = original.exportPrime()) {
            GemBuffer imported = GemBuffer.importPrime(node, fd);
            assertThat(imported.handle()).isEqualTo(original.handle());
            assertThat(imported.size()).isEqualTo(PAGE);
            imported.close();
            assertThat(Bench.info(node, original.handle())).isEqualTo(PAGE);
            GemBuffer again = GemBuffer.importPrime(node, fd);
            original.close();
            assertThat(Bench.info(node, again.handle())).isEqualTo(PAGE);
            again.close();
            assertThat(Bench.live().handles()).isZero();
        }
    }

    @Test
    void sharedBetweenNodesTheBytesAreTheSame() {
        try (EmulatedNode second = bench.openRender();
                GemBuffer buffer = buffer();
                PrimeFd fd = buffer.exportPrime();
                GemBuffer imported = GemBuffer.importPrime(second, fd);
                GemMapping one = buffer.map();
                GemMapping two = imported.mapConfined()) {
            one.segment().set(ValueLayout.JAVA_LONG, 16, 99);
            assertThat(two.asByteBuffer().getLong(16)).isEqualTo(99);
            assertThat(one.segment().address()).isNotEqualTo(two.segment().address());
        }
    }

    @Test
    @SuppressWarnings("try") // closed before the end of the block
    void mappingIsFilledAndCopied() {
        try (GemBuffer buffer = buffer();
                GemMapping mapping = buffer.mapConfined();
                GemMapping other = buffer.map(Linux.PROT_READ, false)) {
            mapping.fill((byte) 7);
            assertThat(other.segment().get(ValueLayout.JAVA_BYTE, PAGE - 1)).isEqualTo((byte) 7);
            mapping.fillInts(0xFF102030);
            assertThat(other.segment().get(ValueLayout.JAVA_INT, PAGE - 4)).isEqualTo(0xFF102030);
            mapping.write(8, MemorySegment.ofArray(new byte[] {1, 2, 3}));
            byte[] read = new byte[5];
            other.read(7, MemorySegment.ofArray(read));
            assertThat(read).containsExactly(-1, 1, 2, 3, -1);
            assertThatThrownBy(() -> other.fill((byte) 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> mapping.write(PAGE - 2, MemorySegment.ofArray(new byte[3])))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            mapping.close();
            assertThatThrownBy(() -> mapping.fill((byte) 0)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> mapping.read(0, MemorySegment.ofArray(read)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closedBufferSaysSo() {
        GemBuffer buffer = buffer();
        buffer.close();
        assertThatThrownBy(buffer::handle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("handle was=1");
        assertThatThrownBy(buffer::map).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(buffer::exportPrime).isInstanceOf(IllegalStateException.class);
        assertThat(buffer.size()).isEqualTo(PAGE);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> GemBuffer.adopt(node, 0, PAGE)).hasMessageContaining("handle=0");
        assertThatThrownBy(() -> GemBuffer.adopt(node, -2, PAGE)).hasMessageContaining("handle=-2");
        assertThatThrownBy(() -> GemBuffer.adopt(node, 1, 0)).hasMessageContaining("size=0");
        GemBuffer unknown = GemBuffer.adopt(node, 77, PAGE);
        assertThatThrownBy(unknown::map)
                .isInstanceOf(ErrnoException.class)
                .hasMessageContaining("handle=77")
                .hasMessageContaining("ENOENT");
        node.close();
        unknown.close();
    }

    @Test
    void bufferOutlivingItsNodeClosesQuietly() {
        GemBuffer buffer = buffer();
        node.close();
        assertThatThrownBy(buffer::map).hasMessageContaining("EBADF");
        buffer.close();
    }

    @Test
    void mapAgainstCloseNeverReachesSomebodyElsesBuffer() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 300; round++) {
                GemBuffer victim = buffer();
                CyclicBarrier start = new CyclicBarrier(3);
                Future<Boolean> mapping = threads.submit(() -> {
                    start.await();
                    try (GemMapping mapped = victim.mapConfined()) {
                        mapped.segment().set(ValueLayout.JAVA_LONG, 0, -1);
                        return true;
                    } catch (IllegalStateException closed) {
                        return false;
                    }
                });
                Future<?> closing = threads.submit(() -> {
                    start.await();
                    victim.close();
                    return null;
                });
                start.await();
                try (GemBuffer bystander = buffer();
                        GemMapping own = bystander.mapConfined()) {
                    mapping.get();
                    closing.get();
                    assertThat(own.segment().get(ValueLayout.JAVA_LONG, 0)).isZero();
                }
            }
        }
    }

    @Test
    void importsAgainstClosesAlwaysGetALivingHandle() throws Exception {
        try (EmulatedNode keeper = bench.openRender();
                GemBuffer kept = GemBuffer.adopt(keeper, Bench.create(keeper, PAGE), PAGE);
                PrimeFd fd = kept.exportPrime();
                var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(threads.submit(() -> {
                    for (int n = 0; n < 5_000; n++) {
                        try (GemBuffer imported = GemBuffer.importPrime(node, fd)) {
                            assertThat(Bench.info(node, imported.handle())).isEqualTo(PAGE);
                        }
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    // ---- PrimeFd

    @Test
    void primeFdGivesTheReferenceBackOnce() {
        PrimeFd fd;
        try (GemBuffer buffer = buffer()) {
            fd = buffer.exportPrime();
        }
        assertThat(Bench.live().objects()).isEqualTo(1);
        PrimeFd second = fd.dup();
        fd.close();
        fd.close();
        assertThatThrownBy(fd::fd).isInstanceOf(IllegalStateException.class);
        assertThat(Bench.live().objects()).as("the duplicate keeps it").isEqualTo(1);
        second.close();
        assertThat(Live.OBJECTS.get()).as("at once, without a sweep").isZero();
    }

    @Test
    void primeFdNeverClosesANumberThatMeansSomethingElse() {
        PrimeFd fd;
        try (GemBuffer buffer = buffer()) {
            fd = buffer.exportPrime();
        }
        int number = fd.fd();
        Linux.close(number);
        int foreign = Linux.memfdCreate("foreign", 0);
        while (foreign >= 0 && foreign < number) {
            foreign = Linux.fcntl(foreign, 0, number); // F_DUPFD: at or above the number
        }
        assertThat(foreign).isEqualTo(number);
        assertThatThrownBy(() -> GemBuffer.importPrime(node, fd)).hasMessageContaining("EINVAL");
        fd.close();
        assertThat(Linux.fstat(number).error()).as("still open").isZero();
        Linux.close(number);
        assertThat(Bench.live().objects()).isZero();
    }

    @Test
    void adoptingNoDescriptorIsEbadf() {
        assertThatThrownBy(() -> PrimeFd.adopt(1_000_000).close())
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(Errno.EBADF));
    }
}
