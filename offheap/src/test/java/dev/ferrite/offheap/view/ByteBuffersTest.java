package dev.ferrite.offheap.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.alloc.KVec;
import dev.ferrite.offheap.alloc.RawBytes;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ByteBuffersTest {
    private static final StructType<RawBytes> SIXTEEN = RawBytes.type(16, 8);

    private static Mapping mapping(int protection) {
        return Mapping.shared(-1, 0, 4096, protection, Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS);
    }

    @Test
    void boxAndBufferSeeTheSameBytes() {
        try (var box = KBox.zeroed(SIXTEEN, Gfp.GFP_KERNEL)) {
            ByteBuffer buffer = ByteBuffers.of(box);
            buffer.putLong(8, 0x0102_0304_0506_0708L);
            assertThat(box.segment().get(ValueLayout.JAVA_LONG, 8)).isEqualTo(0x0102_0304_0506_0708L);
            assertThat(buffer.isDirect()).isTrue();
            assertThat(buffer.capacity()).isEqualTo(16);
            assertThatThrownBy(() -> buffer.get(16)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void bufferSliceAndDuplicateThrowOnceTheBoxIsClosed() {
        var box = KBox.zeroed(SIXTEEN, Gfp.GFP_KERNEL);
        ByteBuffer buffer = ByteBuffers.of(box);
        ByteBuffer slice = buffer.slice(8, 8);
        box.close();
        assertThatThrownBy(() -> buffer.get(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> slice.put(0, (byte) 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> buffer.duplicate().get(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ByteBuffers.of(box)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void viewEndsWhenTheValueIsDroppedOrGivenAway() {
        try (var box = KBox.zeroed(SIXTEEN, Gfp.GFP_KERNEL)) {
            ByteBuffer buffer = ByteBuffers.of(box);
            box.dropContents();
            assertThatThrownBy(() -> buffer.get(0)).isInstanceOf(IllegalStateException.class);
            box.assumeInit(Drop.NOTHING);
            assertThat(ByteBuffers.of(box).capacity()).isEqualTo(16);
        }
        var given = KBox.zeroed(SIXTEEN, Gfp.GFP_KERNEL);
        ByteBuffer buffer = ByteBuffers.of(given);
        long address = given.intoRaw();
        assertThatThrownBy(() -> buffer.get(0)).isInstanceOf(IllegalStateException.class);
        KBox.fromRaw(SIXTEEN, address, Drop.NOTHING).close();
    }

    @Test
    void actionRunsOnceAtTheEndBeforeTheDestructor() {
        var order = new StringBuilder();
        var box = KBox.init(SIXTEEN, slot -> {}, value -> order.append("drop"), Gfp.GFP_KERNEL);
        box.atEnd(() -> order.append("end "));
        box.close();
        assertThat(order).hasToString("end drop");
    }

    @Test
    void vectorViewEndsWhenItGrowsAndItsNextOneSeesAllValues() {
        try (var vec = KVec.create(SIXTEEN);
                Arena arena = Arena.ofConfined()) {
            var value = arena.allocate(16);
            value.set(ValueLayout.JAVA_LONG, 0, 7);
            vec.push(value, Gfp.GFP_KERNEL);
            ByteBuffer one = ByteBuffers.of(vec);
            assertThat(one.getLong(0)).isEqualTo(7);
            while (vec.capacity() < 100) {
                vec.push(value, Gfp.GFP_KERNEL);
            }
            assertThatThrownBy(() -> one.get(0)).isInstanceOf(IllegalStateException.class);
            assertThat(ByteBuffers.of(vec).capacity()).isEqualTo(Math.toIntExact(vec.len() * 16));
        }
    }

    @Test
    void mappingViewEndsWithTheMappingAndKeepsReadOnly() {
        var mapping = mapping(Linux.PROT_READ | Linux.PROT_WRITE);
        ByteBuffer buffer = ByteBuffers.of(mapping);
        buffer.putInt(0, 1);
        mapping.close();
        assertThatThrownBy(() -> buffer.getInt(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ByteBuffers.of(mapping)).isInstanceOf(IllegalStateException.class);
        try (var readOnly = mapping(Linux.PROT_READ)) {
            assertThatThrownBy(() -> ByteBuffers.of(readOnly).put(0, (byte) 1))
                    .isInstanceOf(ReadOnlyBufferException.class);
        }
    }

    @Test
    void threadThatReadsWhileTheBoxClosesSeesTheValueOrAnException() throws Exception {
        var reads = new AtomicInteger();
        for (int round = 0; round < 200; round++) {
            var box = KBox.init(SIXTEEN, slot -> slot.set(ValueLayout.JAVA_LONG, 0, 42), Drop.NOTHING, Gfp.GFP_KERNEL);
            ByteBuffer buffer = ByteBuffers.of(box);
            var reader = CompletableFuture.runAsync(() -> {
                try {
                    while (buffer.getLong(0) == 42) {
                        reads.incrementAndGet();
                    }
                    throw new AssertionError("read a value that was never there");
                } catch (IllegalStateException ended) {
                    // as it should
                }
            });
            box.close();
            reader.get();
        }
        assertThat(reads.get()).isNotNegative();
    }
}
