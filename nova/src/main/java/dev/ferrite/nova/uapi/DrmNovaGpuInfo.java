// Generated from nova_drm.h: edit the source, not this file.
package dev.ferrite.nova.uapi;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.struct.Fields;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * The GPU; proposed, and its layout may still change.
 *
 * <p>{@code struct drm_nova_gpu_info}: 160 bytes, alignment 8.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 architecture
 *      4     4  __u32 implementation
 *      8     8  __u64 vram_size
 *     16    64  char gpu_name[64]
 *     80    64  char short_name[64]
 *    144    16  __u8 gid[16]
 * }</pre>
 */
public final class DrmNovaGpuInfo {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 160;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 8;

    /** Offset of {@code architecture}, in bytes. */
    public static final long ARCHITECTURE_OFFSET = 0;

    /** Offset of {@code implementation}, in bytes. */
    public static final long IMPLEMENTATION_OFFSET = 4;

    /** Offset of {@code vram_size}, in bytes. */
    public static final long VRAM_SIZE_OFFSET = 8;

    /** Offset of {@code gpu_name}, in bytes. */
    public static final long GPU_NAME_OFFSET = 16;

    /** Number of elements of {@code gpu_name}. */
    public static final long GPU_NAME_COUNT = 64;

    /** Offset of {@code short_name}, in bytes. */
    public static final long SHORT_NAME_OFFSET = 80;

    /** Number of elements of {@code short_name}. */
    public static final long SHORT_NAME_COUNT = 64;

    /** Offset of {@code gid}, in bytes. */
    public static final long GID_OFFSET = 144;

    /** Number of elements of {@code gid}. */
    public static final long GID_COUNT = 16;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<DrmNovaGpuInfo> TYPE =
            new StructType<>(DrmNovaGpuInfo.class, "drm_nova_gpu_info", LAYOUT);

    private DrmNovaGpuInfo() {}

    private static StructLayout layout() {
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("architecture"), // 0
                ValueLayout.JAVA_INT.withName("implementation"), // 4
                ValueLayout.JAVA_LONG.withName("vram_size"), // 8
                MemoryLayout.sequenceLayout(64, ValueLayout.JAVA_BYTE).withName("gpu_name"), // 16
                MemoryLayout.sequenceLayout(64, ValueLayout.JAVA_BYTE).withName("short_name"), // 80
                MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_BYTE).withName("gid")); // 144
        return struct.withName("drm_nova_gpu_info");
    }

    /**
     * Such as 0x16 for Turing, 0x17 Ampere, 0x18 Hopper, 0x19 Ada, 0x1A and 0x1B Blackwell; 0 for none of them.
     *
     * <p>{@code __u32 architecture}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int architecture(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, ARCHITECTURE_OFFSET);
    }

    /**
     * Writes {@code architecture}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void architecture(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, ARCHITECTURE_OFFSET, value);
    }

    /**
     * Which chip of the architecture.
     *
     * <p>{@code __u32 implementation}, offset 4.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int implementation(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, IMPLEMENTATION_OFFSET);
    }

    /**
     * Writes {@code implementation}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void implementation(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, IMPLEMENTATION_OFFSET, value);
    }

    /**
     * Bytes of VRAM.
     *
     * <p>{@code __u64 vram_size}, offset 8.
     *
     * @param s the struct
     * @return an unsigned 64-bit number
     */
    public static long vramSize(MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, VRAM_SIZE_OFFSET);
    }

    /**
     * Writes {@code vram_size}.
     *
     * @param s the struct
     * @param value an unsigned 64-bit number
     */
    public static void vramSize(MemorySegment s, long value) {
        s.set(ValueLayout.JAVA_LONG, VRAM_SIZE_OFFSET, value);
    }

    /**
     * Its name.
     *
     * <p>{@code char gpu_name[64]}, offset 16.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment gpuName(MemorySegment s) {
        return s.asSlice(GPU_NAME_OFFSET, 64);
    }

    /**
     * Reads an element of {@code gpu_name}.
     *
     * @param s the struct
     * @param index 0 to 63
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte gpuName(MemorySegment s, long index) {
        long at = GPU_NAME_OFFSET + Objects.checkIndex(index, 64);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code gpu_name}.
     *
     * @param s the struct
     * @param index 0 to 63
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void gpuName(MemorySegment s, long index, byte value) {
        long at = GPU_NAME_OFFSET + Objects.checkIndex(index, 64);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code gpu_name} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String gpuNameString(MemorySegment s) {
        return Fields.getString(s, GPU_NAME_OFFSET, 64);
    }

    /**
     * Writes {@code gpu_name} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 63 bytes, or contains NUL
     */
    public static void gpuNameString(MemorySegment s, String value) {
        Fields.setString(s, GPU_NAME_OFFSET, 64, value);
    }

    /**
     * The name of the chip.
     *
     * <p>{@code char short_name[64]}, offset 80.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment shortName(MemorySegment s) {
        return s.asSlice(SHORT_NAME_OFFSET, 64);
    }

    /**
     * Reads an element of {@code short_name}.
     *
     * @param s the struct
     * @param index 0 to 63
     * @return a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static byte shortName(MemorySegment s, long index) {
        long at = SHORT_NAME_OFFSET + Objects.checkIndex(index, 64);
        return s.get(ValueLayout.JAVA_BYTE, at);
    }

    /**
     * Writes an element of {@code short_name}.
     *
     * @param s the struct
     * @param index 0 to 63
     * @param value a signed 8-bit number
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void shortName(MemorySegment s, long index, byte value) {
        long at = SHORT_NAME_OFFSET + Objects.checkIndex(index, 64);
        s.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /**
     * Reads {@code short_name} as text: UTF-8, up to the first NUL or the end of the array.
     *
     * @param s the struct
     * @return the text
     */
    public static String shortNameString(MemorySegment s) {
        return Fields.getString(s, SHORT_NAME_OFFSET, 64);
    }

    /**
     * Writes {@code short_name} as text: UTF-8, the rest of the array zero.
     *
     * @param s the struct
     * @param value the text
     * @throws IllegalArgumentException if it has more than 63 bytes, or contains NUL
     */
    public static void shortNameString(MemorySegment s, String value) {
        Fields.setString(s, SHORT_NAME_OFFSET, 64, value);
    }

    /**
     * A number that no other GPU has.
     *
     * <p>{@code __u8 gid[16]}, offset 144.
     *
     * @param s the struct
     * @return a view of the whole array
     */
    public static MemorySegment gid(MemorySegment s) {
        return s.asSlice(GID_OFFSET, 16);
    }

    /**
     * Reads an element of {@code gid}.
     *
     * @param s the struct
     * @param index 0 to 15
     * @return a number of 0 to 255
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static int gid(MemorySegment s, long index) {
        long at = GID_OFFSET + Objects.checkIndex(index, 16);
        return Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, at));
    }

    /**
     * Writes an element of {@code gid}.
     *
     * @param s the struct
     * @param index 0 to 15
     * @param value a number of 0 to 255
     * @throws IndexOutOfBoundsException if an index is out of range
     */
    public static void gid(MemorySegment s, long index, int value) {
        long at = GID_OFFSET + Objects.checkIndex(index, 16);
        s.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }
}
