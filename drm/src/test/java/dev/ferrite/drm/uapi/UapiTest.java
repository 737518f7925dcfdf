package dev.ferrite.drm.uapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.offheap.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UapiTest {
    static List<StructType<?>> structs() {
        return List.of(
                DrmVersion.TYPE,
                DrmUnique.TYPE,
                DrmAuth.TYPE,
                DrmClient.TYPE,
                DrmStats.TYPE,
                DrmSetVersion.TYPE,
                DrmGemClose.TYPE,
                DrmGemFlink.TYPE,
                DrmGemOpen.TYPE,
                DrmGetCap.TYPE,
                DrmSetClientCap.TYPE,
                DrmPrimeHandle.TYPE,
                DrmModeCreateDumb.TYPE,
                DrmModeMapDumb.TYPE,
                DrmModeDestroyDumb.TYPE);
    }

    /** Direction (1 write, 2 read), number and size of each call, and the number they make. */
    @ParameterizedTest
    @CsvSource({
        "DRM_IOCTL_VERSION, 3, 0x00, 64, 0xC0406400",
        "DRM_IOCTL_GET_UNIQUE, 3, 0x01, 16, 0xC0106401",
        "DRM_IOCTL_GET_MAGIC, 2, 0x02, 4, 0x80046402",
        "DRM_IOCTL_GET_CLIENT, 3, 0x05, 40, 0xC0286405",
        "DRM_IOCTL_GET_STATS, 2, 0x06, 248, 0x80F86406",
        "DRM_IOCTL_SET_VERSION, 3, 0x07, 16, 0xC0106407",
        "DRM_IOCTL_GEM_CLOSE, 1, 0x09, 8, 0x40086409",
        "DRM_IOCTL_GEM_FLINK, 3, 0x0A, 8, 0xC008640A",
        "DRM_IOCTL_GEM_OPEN, 3, 0x0B, 16, 0xC010640B",
        "DRM_IOCTL_GET_CAP, 3, 0x0C, 16, 0xC010640C",
        "DRM_IOCTL_SET_CLIENT_CAP, 1, 0x0D, 16, 0x4010640D",
        "DRM_IOCTL_AUTH_MAGIC, 1, 0x11, 4, 0x40046411",
        "DRM_IOCTL_SET_MASTER, 0, 0x1E, 0, 0x0000641E",
        "DRM_IOCTL_DROP_MASTER, 0, 0x1F, 0, 0x0000641F",
        "DRM_IOCTL_PRIME_HANDLE_TO_FD, 3, 0x2D, 12, 0xC00C642D",
        "DRM_IOCTL_PRIME_FD_TO_HANDLE, 3, 0x2E, 12, 0xC00C642E",
        "DRM_IOCTL_MODE_CREATE_DUMB, 3, 0xB2, 32, 0xC02064B2",
        "DRM_IOCTL_MODE_MAP_DUMB, 3, 0xB3, 16, 0xC01064B3",
        "DRM_IOCTL_MODE_DESTROY_DUMB, 3, 0xB4, 4, 0xC00464B4",
        "DRM_IOCTL_SYNCOBJ_CREATE, 3, 0xBF, 8, 0xC00864BF",
        "DRM_IOCTL_SYNCOBJ_DESTROY, 3, 0xC0, 8, 0xC00864C0",
        "DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD, 3, 0xC1, 16, 0xC01064C1",
        "DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE, 3, 0xC2, 16, 0xC01064C2",
        "DRM_IOCTL_SYNCOBJ_WAIT, 3, 0xC3, 40, 0xC02864C3",
        "DRM_IOCTL_SYNCOBJ_RESET, 3, 0xC4, 16, 0xC01064C4",
        "DRM_IOCTL_SYNCOBJ_SIGNAL, 3, 0xC5, 16, 0xC01064C5",
        "DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT, 3, 0xCA, 48, 0xC03064CA",
        "DRM_IOCTL_SYNCOBJ_QUERY, 3, 0xCB, 24, 0xC01864CB",
        "DRM_IOCTL_SYNCOBJ_TRANSFER, 3, 0xCC, 32, 0xC02064CC",
        "DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL, 3, 0xCD, 24, 0xC01864CD",
        "DRM_IOCTL_SYNCOBJ_EVENTFD, 3, 0xCF, 24, 0xC01864CF",
        "DRM_IOCTL_SET_CLIENT_NAME, 3, 0xD1, 16, 0xC01064D1",
        "DRM_IOCTL_GEM_CHANGE_HANDLE, 3, 0xD2, 8, 0xC00864D2",
    })
    void numbersAreExact(String name, int direction, String nr, int size, String number) throws Exception {
        int value = DrmH.class.getField(name).getInt(null);
        assertThat(value).isEqualTo((int) Long.parseLong(number.substring(2), 16));
        assertThat(value).isEqualTo(IoctlNumber.of(direction, 'd', Integer.decode(nr), size));
        assertThat(IoctlNumber.direction(value)).isEqualTo(direction);
        assertThat(IoctlNumber.nr(value)).isEqualTo(Integer.decode(nr));
        assertThat(IoctlNumber.size(value)).isEqualTo(size);
        assertThat(IoctlNumber.type(value)).isEqualTo('d');
    }

    @ParameterizedTest
    @MethodSource("structs")
    void constantsAgreeWithTheLayout(StructType<?> type) throws Exception {
        Class<?> struct = type.binding();
        assertThat(struct.getField("SIZEOF").getLong(null))
                .isEqualTo(type.layout().byteSize());
        assertThat(struct.getField("ALIGNOF").getLong(null))
                .isEqualTo(type.layout().byteAlignment());
        int offsets = 0;
        for (Field field : struct.getFields()) {
            if (field.getName().endsWith("_OFFSET")) {
                String member = field.getName().replace("_OFFSET", "").toLowerCase(Locale.ROOT);
                assertThat(field.getLong(null))
                        .isEqualTo(type.layout().byteOffset(MemoryLayout.PathElement.groupElement(member)));
                offsets++;
            }
        }
        assertThat(offsets)
                .isEqualTo(type.layout().memberLayouts().stream()
                        .filter(member -> member.name().isPresent())
                        .count());
    }

    /** Each setter writes its own bytes and no other: struct filled with 0xFF, one member zeroed. */
    @ParameterizedTest
    @MethodSource("structs")
    void accessorsTouchTheirOwnBytes(StructType<?> type) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(type.layout());
            Map<String, Method> getters = new TreeMap<>();
            for (Method method : type.binding().getMethods()) {
                if (method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == MemorySegment.class
                        && method.getReturnType() != MemorySegment.class) {
                    getters.put(method.getName(), method);
                }
            }
            assertThat(getters).isNotEmpty();
            for (Method getter : getters.values()) {
                memory.fill((byte) 0xFF);
                boolean wide = getter.getReturnType() == long.class;
                Method setter = type.binding().getMethod(getter.getName(), MemorySegment.class, getter.getReturnType());
                if (wide) {
                    setter.invoke(null, memory, 0L);
                } else {
                    setter.invoke(null, memory, 0);
                }
                assertThat(((Number) getter.invoke(null, memory)).longValue()).isZero();
                int zeros = 0;
                for (byte one : memory.toArray(ValueLayout.JAVA_BYTE)) {
                    zeros += one == 0 ? 1 : 0;
                }
                assertThat(zeros).as(getter.getName()).isEqualTo(wide ? 8 : 4);
            }
        }
    }

    @Test
    void offsetsOfTheSpec() {
        assertThat(DrmVersion.NAME_LEN_OFFSET).isEqualTo(16);
        assertThat(DrmVersion.NAME_OFFSET).isEqualTo(24);
        assertThat(DrmVersion.DATE_LEN_OFFSET).isEqualTo(32);
        assertThat(DrmVersion.DATE_OFFSET).isEqualTo(40);
        assertThat(DrmVersion.DESC_LEN_OFFSET).isEqualTo(48);
        assertThat(DrmVersion.DESC_OFFSET).isEqualTo(56);
        assertThat(DrmClient.AUTH_OFFSET).isEqualTo(4);
        assertThat(DrmClient.PID_OFFSET).isEqualTo(8);
        assertThat(DrmClient.UID_OFFSET).isEqualTo(16);
        assertThat(DrmClient.MAGIC_OFFSET).isEqualTo(24);
        assertThat(DrmClient.IOCS_OFFSET).isEqualTo(32);
        assertThat(DrmGemOpen.HANDLE_OFFSET).isEqualTo(4);
        assertThat(DrmGemOpen.SIZE_OFFSET).isEqualTo(8);
        assertThat(DrmPrimeHandle.FD_OFFSET).isEqualTo(8);
        assertThat(DrmModeCreateDumb.HEIGHT_OFFSET).isZero();
        assertThat(DrmModeCreateDumb.WIDTH_OFFSET).isEqualTo(4);
        assertThat(DrmModeCreateDumb.BPP_OFFSET).isEqualTo(8);
        assertThat(DrmModeCreateDumb.HANDLE_OFFSET).isEqualTo(16);
        assertThat(DrmModeCreateDumb.PITCH_OFFSET).isEqualTo(20);
        assertThat(DrmModeCreateDumb.SIZE_OFFSET).isEqualTo(24);
        assertThat(DrmModeMapDumb.OFFSET_OFFSET).isEqualTo(8);
    }
}
