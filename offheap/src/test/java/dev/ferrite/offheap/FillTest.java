package dev.ferrite.offheap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.linux.Pages;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FillTest {
    private static final int[] LENGTHS = {
        0, 1, 4, 7, 8, 12, 508, 512, 516, 1023, 1024, 1025, 4096, 5003, 70_001, 262_148
    };
    private static final int MARGIN = 64;

    /** The first fills of a process copy, the later ones do not: each test that is repeated meets both ways. */
    private static void lessons() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment to = arena.allocate(2048);
            for (int i = 0; i < 20_000; i++) {
                Fill.bytes(to, (byte) i);
            }
        }
    }

    @RepeatedTest(2)
    void fillsEveryLengthAndNothingElse() {
        for (int length : LENGTHS) {
            for (int start : new int[] {0, 1, 4, 8, 63}) {
                bytesAt(start, length);
                if (length % 4 == 0) {
                    intsAt(start, length);
                }
            }
        }
        lessons();
    }

    private static void bytesAt(int start, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocate(length + 2L * MARGIN, 64).fill((byte) 0x11);
            Fill.bytes(all.asSlice(start, length), (byte) 0xA5);
            for (int i = 0; i < all.byteSize(); i++) {
                int expected = i >= start && i < start + length ? 0xA5 : 0x11;
                if ((all.get(ValueLayout.JAVA_BYTE, i) & 0xFF) != expected) {
                    assertThat(all.get(ValueLayout.JAVA_BYTE, i) & 0xFF)
                            .as("byte %d of start=%d length=%d", i, start, length)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static void intsAt(int start, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocate(length + 2L * MARGIN, 64).fill((byte) 0x11);
            Fill.ints(all.asSlice(start, length), 0xFF123456);
            int before = all.get(ValueLayout.JAVA_INT_UNALIGNED, start + (long) length);
            assertThat(before).as("behind start=%d length=%d", start, length).isEqualTo(0x11111111);
            for (int i = 0; i < start; i++) {
                assertThat(all.get(ValueLayout.JAVA_BYTE, i)).isEqualTo((byte) 0x11);
            }
            for (int i = 0; i < length; i += 4) {
                int found = all.get(ValueLayout.JAVA_INT_UNALIGNED, start + (long) i);
                if (found != 0xFF123456) {
                    assertThat(found)
                            .as("word at %d of start=%d length=%d", i, start, length)
                            .isEqualTo(0xFF123456);
                }
            }
        }
    }

    @Test
    void heapMemoryAndMappedFilesAreFilled() {
        byte[] bytes = new byte[5000];
        Fill.bytes(MemorySegment.ofArray(bytes), (byte) 3);
        assertThat(bytes).containsOnly(3);
        int[] words = new int[5000];
        Fill.ints(MemorySegment.ofArray(words), -7);
        assertThat(words).containsOnly(-7);
    }

    @Test
    void refusesWhatCannotBeFilled() {
        Arena arena = Arena.ofConfined();
        MemorySegment to = arena.allocate(4096);
        assertThatThrownBy(() -> Fill.ints(to.asSlice(0, 4095), 1)).hasMessageContaining("length=4095");
        assertThatThrownBy(() -> Fill.bytes(to.asReadOnly(), (byte) 1)).isInstanceOf(IllegalArgumentException.class);
        arena.close();
        assertThatThrownBy(() -> Fill.bytes(to, (byte) 1)).isInstanceOf(IllegalStateException.class);
    }

    /** Whichever way it fills, a page that is gone is an error of Java and not the end of it. */
    @RepeatedTest(2)
    void fileThatWasCutShortIsAnInternalError() {
        long bytes = 64 * Pages.SIZE;
        int fd = (int) Errno.check(Linux.memfdCreate("fill", Linux.MFD_CLOEXEC), "memfd");
        Errno.check(Linux.ftruncate(fd, bytes), "ftruncate");
        int access = Linux.PROT_READ | Linux.PROT_WRITE;
        try (Mapping mapping = Mapping.confined(fd, 0, bytes, access, Linux.MAP_SHARED)) {
            Fill.bytes(mapping.segment(), (byte) 1);
            Errno.check(Linux.ftruncate(fd, Pages.SIZE), "ftruncate");
            boolean failed = false;
            try {
                Fill.bytes(mapping.segment(), (byte) 2);
            } catch (InternalError expected) {
                failed = true;
            }
            assertThat(failed).isTrue();
        } finally {
            Linux.close(fd);
        }
        lessons();
    }
}
