// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * {@code struct hdr_output_metadata}: 32 bytes, alignment 4.
 *
 * <pre>{@code
 * offset  size  member
 *      0     4  __u32 metadata_type
 *      4    26  struct hdr_metadata_infoframe hdmi_metadata_type1
 * }</pre>
 */
public final class HdrOutputMetadata {
    /** {@code sizeof}, in bytes. */
    public static final long SIZEOF = 32;

    /** {@code _Alignof}, in bytes. */
    public static final long ALIGNOF = 4;

    /** Offset of {@code metadata_type}, in bytes. */
    public static final long METADATA_TYPE_OFFSET = 0;

    /** Offset of {@code hdmi_metadata_type1}, in bytes. */
    public static final long HDMI_METADATA_TYPE1_OFFSET = 4;

    /** The layout, padding included. */
    public static final StructLayout LAYOUT = layout();

    /** The shape, for {@link dev.ferrite.offheap.Opaque}. */
    public static final StructType<HdrOutputMetadata> TYPE =
            new StructType<>(HdrOutputMetadata.class, "hdr_output_metadata", LAYOUT);

    private HdrOutputMetadata() {}

    private static StructLayout layout() {
        MemoryLayout part1 = MemoryLayout.unionLayout(HdrMetadataInfoframe.LAYOUT.withName("hdmi_metadata_type1"));
        StructLayout struct = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("metadata_type"), // 0
                part1, // 4
                MemoryLayout.paddingLayout(2)); // 30
        return struct.withName("hdr_output_metadata");
    }

    /**
     * {@code __u32 metadata_type}, offset 0.
     *
     * @param s the struct
     * @return an unsigned 32-bit number
     */
    public static int metadataType(MemorySegment s) {
        return s.get(ValueLayout.JAVA_INT, METADATA_TYPE_OFFSET);
    }

    /**
     * Writes {@code metadata_type}.
     *
     * @param s the struct
     * @param value an unsigned 32-bit number
     */
    public static void metadataType(MemorySegment s, int value) {
        s.set(ValueLayout.JAVA_INT, METADATA_TYPE_OFFSET, value);
    }

    /**
     * {@code struct hdr_metadata_infoframe hdmi_metadata_type1}, offset 4.
     *
     * @param s the struct
     * @return a view of the nested struct
     */
    public static MemorySegment hdmiMetadataType1(MemorySegment s) {
        return s.asSlice(HDMI_METADATA_TYPE1_OFFSET, 26);
    }
}
