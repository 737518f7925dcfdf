package dev.ferrite.nova.uapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static long offset(StructLayout layout, String field) {
        return layout.byteOffset(MemoryLayout.PathElement.groupElement(field));
    }

    @Test
    void ioctlNumbersAreThoseOfTheHeader() {
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GETPARAM).isEqualTo(-1072667584);
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GEM_CREATE).isEqualTo(-1072667583);
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GEM_INFO).isEqualTo(-1072667582);
    }

    @Test
    void ioctlNumbersAreBuiltFromTheirParts() {
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GETPARAM)
                .isEqualTo(readWrite(NovaDrmH.DRM_NOVA_GETPARAM, DrmNovaGetparam.SIZEOF));
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GEM_CREATE)
                .isEqualTo(readWrite(NovaDrmH.DRM_NOVA_GEM_CREATE, DrmNovaGemCreate.SIZEOF));
        assertThat(NovaDrmH.DRM_IOCTL_NOVA_GEM_INFO)
                .isEqualTo(readWrite(NovaDrmH.DRM_NOVA_GEM_INFO, DrmNovaGemInfo.SIZEOF));
    }

    private static int readWrite(int command, long size) {
        return 3 << 30 | (int) size << 16 | 'd' << 8 | 0x40 + command;
    }

    @Test
    void structsHaveTheSizesAndOffsetsOfTheHeader() {
        for (StructType<?> type :
                new StructType<?>[] {DrmNovaGetparam.TYPE, DrmNovaGemCreate.TYPE, DrmNovaGemInfo.TYPE}) {
            assertThat(type.sizeof()).as(type.name()).isEqualTo(16);
            assertThat(type.alignof()).as(type.name()).isEqualTo(8);
        }
        assertThat(offset(DrmNovaGetparam.LAYOUT, "param"))
                .isEqualTo(DrmNovaGetparam.PARAM_OFFSET)
                .isZero();
        assertThat(offset(DrmNovaGetparam.LAYOUT, "value"))
                .isEqualTo(DrmNovaGetparam.VALUE_OFFSET)
                .isEqualTo(8);
        assertThat(offset(DrmNovaGemCreate.LAYOUT, "handle"))
                .isEqualTo(DrmNovaGemCreate.HANDLE_OFFSET)
                .isZero();
        assertThat(offset(DrmNovaGemCreate.LAYOUT, "pad"))
                .isEqualTo(DrmNovaGemCreate.PAD_OFFSET)
                .isEqualTo(4);
        assertThat(offset(DrmNovaGemCreate.LAYOUT, "size"))
                .isEqualTo(DrmNovaGemCreate.SIZE_OFFSET)
                .isEqualTo(8);
        assertThat(offset(DrmNovaGemInfo.LAYOUT, "handle"))
                .isEqualTo(DrmNovaGemInfo.HANDLE_OFFSET)
                .isZero();
        assertThat(offset(DrmNovaGemInfo.LAYOUT, "pad"))
                .isEqualTo(DrmNovaGemInfo.PAD_OFFSET)
                .isEqualTo(4);
        assertThat(offset(DrmNovaGemInfo.LAYOUT, "size"))
                .isEqualTo(DrmNovaGemInfo.SIZE_OFFSET)
                .isEqualTo(8);
    }

    @Test
    void accessorsWriteTheBytesTheKernelReads() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment create = arena.allocate(DrmNovaGemCreate.LAYOUT);
            DrmNovaGemCreate.handle(create, 0x11223344);
            DrmNovaGemCreate.pad(create, 0x55667788);
            DrmNovaGemCreate.size(create, 0x0102030405060708L);
            assertThat(create.get(ValueLayout.JAVA_INT, 0)).isEqualTo(0x11223344);
            assertThat(create.get(ValueLayout.JAVA_INT, 4)).isEqualTo(0x55667788);
            assertThat(create.get(ValueLayout.JAVA_LONG, 8)).isEqualTo(0x0102030405060708L);
            MemorySegment info = arena.allocate(DrmNovaGemInfo.LAYOUT).copyFrom(create);
            assertThat(DrmNovaGemInfo.handle(info)).isEqualTo(0x11223344);
            assertThat(DrmNovaGemInfo.pad(info)).isEqualTo(0x55667788);
            assertThat(DrmNovaGemInfo.size(info)).isEqualTo(0x0102030405060708L);
            MemorySegment getparam = arena.allocate(DrmNovaGetparam.LAYOUT);
            DrmNovaGetparam.param(getparam, 1);
            DrmNovaGetparam.value(getparam, -2);
            assertThat(getparam.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(1);
            assertThat(getparam.get(ValueLayout.JAVA_LONG, 8)).isEqualTo(-2);
        }
    }
}
