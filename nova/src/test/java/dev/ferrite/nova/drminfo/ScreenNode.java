package dev.ferrite.nova.drminfo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.HandleOwners;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeCardRes;
import dev.ferrite.drm.uapi.DrmModeCrtc;
import dev.ferrite.drm.uapi.DrmModeGetConnector;
import dev.ferrite.drm.uapi.DrmModeGetEncoder;
import dev.ferrite.drm.uapi.DrmModeGetPlane;
import dev.ferrite.drm.uapi.DrmModeGetPlaneRes;
import dev.ferrite.drm.uapi.DrmModeGetProperty;
import dev.ferrite.drm.uapi.DrmModeH;
import dev.ferrite.drm.uapi.DrmModeModeinfo;
import dev.ferrite.drm.uapi.DrmModeObjGetProperties;
import dev.ferrite.offheap.errno.Errno;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A card with one screen at a VGA plug and an HDMI plug with nothing in it, which stores lists as the kernel does: only if
 * there is room for all of one, and with its true length in any case.
 */
final class ScreenNode implements DrmNode {
    private static final int CRTC = 40;
    private static final int ENCODER = 50;
    private static final int VGA = 60;
    private static final int HDMI = 61;
    private static final int GONE = 62;
    private static final int PRIMARY = 30;
    private static final int CURSOR = 31;

    private record Prop(String name, int flags, List<Long> values, Map<Long, String> names) {}

    private static final Map<Integer, Prop> PROPS = new TreeMap<>(Map.of(
            1, new Prop("DPMS", DrmModeH.DRM_MODE_PROP_ENUM, List.of(0L, 3L), Map.of(0L, "On", 3L, "Off")),
            2, new Prop("EDID", DrmModeH.DRM_MODE_PROP_BLOB | DrmModeH.DRM_MODE_PROP_IMMUTABLE, List.of(), Map.of()),
            3,
                    new Prop(
                            "CRTC_ID",
                            DrmModeH.DRM_MODE_PROP_OBJECT | DrmModeH.DRM_MODE_PROP_ATOMIC,
                            List.of(Integer.toUnsignedLong(DrmModeH.DRM_MODE_OBJECT_CRTC)),
                            Map.of()),
            4, new Prop("zpos", DrmModeH.DRM_MODE_PROP_RANGE, List.of(0L, -1L), Map.of()),
            5,
                    new Prop(
                            "CRTC_X",
                            DrmModeH.DRM_MODE_PROP_SIGNED_RANGE | DrmModeH.DRM_MODE_PROP_ATOMIC,
                            List.of((long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE),
                            Map.of()),
            6,
                    new Prop(
                            "rotation",
                            DrmModeH.DRM_MODE_PROP_BITMASK,
                            List.of(0L, 2L),
                            Map.of(0L, "rotate-0", 2L, "rotate-180"))));

    private static final Map<Integer, Map<Integer, Long>> OBJECTS = Map.of(
            VGA, new TreeMap<>(Map.of(1, 3L, 2, 77L, 3, (long) CRTC)),
            HDMI, Map.of(1, 0L),
            PRIMARY, new TreeMap<>(Map.of(4, -1L, 5, -8L, 6, 4L)));

    private static final int[][] MODES = {
        {65_000, 1024, 1344, 768, 806, 0, DrmModeH.DRM_MODE_TYPE_PREFERRED | DrmModeH.DRM_MODE_TYPE_DRIVER},
        {74_250, 1920, 2200, 1080, 1125, DrmModeH.DRM_MODE_FLAG_INTERLACE, DrmModeH.DRM_MODE_TYPE_DRIVER}
    };

    /** Whether somebody has made the driver look at the HDMI plug. */
    private boolean looked;

    @Override
    public int ioctl(int request, MemorySegment args) {
        return switch (request) {
            case DrmH.DRM_IOCTL_MODE_GETRESOURCES -> resources(args);
            case DrmH.DRM_IOCTL_MODE_GETCONNECTOR -> connector(args);
            case DrmH.DRM_IOCTL_MODE_GETENCODER -> encoder(args);
            case DrmH.DRM_IOCTL_MODE_GETCRTC -> crtc(args);
            case DrmH.DRM_IOCTL_MODE_GETPLANERESOURCES -> {
                list(
                        args,
                        DrmModeGetPlaneRes.PLANE_ID_PTR_OFFSET,
                        DrmModeGetPlaneRes.COUNT_PLANES_OFFSET,
                        PRIMARY,
                        CURSOR);
                yield 0;
            }
            case DrmH.DRM_IOCTL_MODE_GETPLANE -> plane(args);
            case DrmH.DRM_IOCTL_MODE_OBJ_GETPROPERTIES -> properties(args);
            case DrmH.DRM_IOCTL_MODE_GETPROPERTY -> property(args);
            default -> Errno.EINVAL.negated();
        };
    }

    /** The memory of an address, whoever it belongs to. */
    @SuppressWarnings("restricted") // reinterpret
    private static MemorySegment at(MemorySegment args, long pointerAt) {
        return MemorySegment.ofAddress(args.get(JAVA_LONG_UNALIGNED, pointerAt)).reinterpret(1 << 16);
    }

    /** Whether there is room for a list; its length is stored. */
    private static boolean hasRoom(MemorySegment args, long countAt, int length) {
        int room = args.get(JAVA_INT_UNALIGNED, countAt);
        args.set(JAVA_INT_UNALIGNED, countAt, length);
        return length > 0 && room >= length;
    }

    private static void list(MemorySegment args, long pointerAt, long countAt, int... ids) {
        if (hasRoom(args, countAt, ids.length)) {
            MemorySegment.copy(ids, 0, at(args, pointerAt), JAVA_INT_UNALIGNED, 0, ids.length);
        }
    }

    private static int resources(MemorySegment args) {
        list(args, DrmModeCardRes.CRTC_ID_PTR_OFFSET, DrmModeCardRes.COUNT_CRTCS_OFFSET, CRTC);
        list(args, DrmModeCardRes.ENCODER_ID_PTR_OFFSET, DrmModeCardRes.COUNT_ENCODERS_OFFSET, ENCODER);
        list(args, DrmModeCardRes.CONNECTOR_ID_PTR_OFFSET, DrmModeCardRes.COUNT_CONNECTORS_OFFSET, VGA, HDMI, GONE);
        DrmModeCardRes.maxWidth(args, 4096);
        DrmModeCardRes.maxHeight(args, 2160);
        return 0;
    }

    private int connector(MemorySegment args) {
        int id = DrmModeGetConnector.connectorId(args);
        if (id == GONE) {
            return Errno.ENOENT.negated();
        }
        if (DrmModeGetConnector.countModes(args) == 0) {
            if (id != HDMI || looked) {
                throw new AssertionError("this makes a driver look at the wire");
            }
            looked = true;
        }
        boolean plugged = id == VGA;
        DrmModeGetConnector.connectorType(args, plugged ? 1 : 11);
        DrmModeGetConnector.connectorTypeId(args, 1);
        DrmModeGetConnector.connection(args, plugged ? 1 : looked ? 2 : 3);
        DrmModeGetConnector.mmWidth(args, plugged ? 310 : 0);
        DrmModeGetConnector.mmHeight(args, plugged ? 170 : 0);
        DrmModeGetConnector.subpixel(args, 1);
        list(args, DrmModeGetConnector.ENCODERS_PTR_OFFSET, DrmModeGetConnector.COUNT_ENCODERS_OFFSET, ENCODER);
        if (hasRoom(args, DrmModeGetConnector.COUNT_MODES_OFFSET, plugged ? MODES.length : 0)) {
            MemorySegment modes = at(args, DrmModeGetConnector.MODES_PTR_OFFSET);
            for (int i = 0; i < MODES.length; i++) {
                mode(modes.asSlice(i * DrmModeModeinfo.SIZEOF, DrmModeModeinfo.SIZEOF), MODES[i]);
            }
        }
        return 0;
    }

    private static void mode(MemorySegment info, int[] of) {
        DrmModeModeinfo.clock(info, of[0]);
        DrmModeModeinfo.hdisplay(info, of[1]);
        DrmModeModeinfo.htotal(info, of[2]);
        DrmModeModeinfo.vdisplay(info, of[3]);
        DrmModeModeinfo.vtotal(info, of[4]);
        DrmModeModeinfo.flags(info, of[5]);
        DrmModeModeinfo.type(info, of[6]);
    }

    private static int encoder(MemorySegment args) {
        DrmModeGetEncoder.encoderType(args, DrmModeH.DRM_MODE_ENCODER_DAC);
        DrmModeGetEncoder.possibleCrtcs(args, 1);
        DrmModeGetEncoder.possibleClones(args, 0);
        return 0;
    }

    private static int crtc(MemorySegment args) {
        DrmModeCrtc.fbId(args, 9);
        DrmModeCrtc.gammaSize(args, 256);
        DrmModeCrtc.modeValid(args, 1);
        mode(DrmModeCrtc.mode(args), MODES[0]);
        return 0;
    }

    private static int plane(MemorySegment args) {
        DrmModeGetPlane.possibleCrtcs(args, 5);
        DrmModeGetPlane.fbId(args, DrmModeGetPlane.planeId(args) == PRIMARY ? 9 : 0);
        list(
                args,
                DrmModeGetPlane.FORMAT_TYPE_PTR_OFFSET,
                DrmModeGetPlane.COUNT_FORMAT_TYPES_OFFSET,
                fourcc("XR24"),
                fourcc("AR24"));
        return 0;
    }

    private static int fourcc(String text) {
        byte[] b = text.getBytes(StandardCharsets.US_ASCII);
        return b[0] | (b[1] << 8) | (b[2] << 16) | (b[3] << 24);
    }

    private static int properties(MemorySegment args) {
        Map<Integer, Long> values = OBJECTS.get(DrmModeObjGetProperties.objId(args));
        if (values == null) {
            return Errno.EINVAL.negated();
        }
        if (hasRoom(args, DrmModeObjGetProperties.COUNT_PROPS_OFFSET, values.size())) {
            int i = 0;
            for (Map.Entry<Integer, Long> value : values.entrySet()) {
                at(args, DrmModeObjGetProperties.PROPS_PTR_OFFSET).set(JAVA_INT_UNALIGNED, 4L * i, value.getKey());
                at(args, DrmModeObjGetProperties.PROP_VALUES_PTR_OFFSET)
                        .set(JAVA_LONG_UNALIGNED, 8L * i++, value.getValue());
            }
        }
        return 0;
    }

    private static int property(MemorySegment args) {
        Prop prop = PROPS.get(DrmModeGetProperty.propId(args));
        if (prop == null) {
            return Errno.ENOENT.negated();
        }
        DrmModeGetProperty.flags(args, prop.flags);
        DrmModeGetProperty.name(args).setString(0, prop.name);
        if (hasRoom(args, DrmModeGetProperty.COUNT_VALUES_OFFSET, prop.values.size())) {
            MemorySegment values = at(args, DrmModeGetProperty.VALUES_PTR_OFFSET);
            for (int i = 0; i < prop.values.size(); i++) {
                values.set(JAVA_LONG_UNALIGNED, 8L * i, prop.values.get(i));
            }
        }
        if (hasRoom(args, DrmModeGetProperty.COUNT_ENUM_BLOBS_OFFSET, prop.names.size())) {
            MemorySegment entries = at(args, DrmModeGetProperty.ENUM_BLOB_PTR_OFFSET);
            long at = 0;
            for (Map.Entry<Long, String> entry : new TreeMap<>(prop.names).entrySet()) {
                entries.set(JAVA_LONG_UNALIGNED, at, entry.getKey());
                byte[] name = entry.getValue().getBytes(StandardCharsets.US_ASCII);
                MemorySegment.copy(name, 0, entries, JAVA_BYTE, at + 8, name.length);
                at += 40;
            }
        }
        return 0;
    }

    @Override
    public GemMapping mmap(long offset, long length, int protection, boolean confined) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int poll(int events, long timeoutNanos) {
        return 0;
    }

    @Override
    public int read(MemorySegment into) {
        return 0;
    }

    @Override
    public String name() {
        return "card9";
    }

    @Override
    public HandleOwners owners() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
