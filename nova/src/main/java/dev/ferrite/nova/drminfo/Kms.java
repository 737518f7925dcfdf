package dev.ferrite.nova.drminfo;

import dev.ferrite.drm.client.DrmNode;
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
import dev.ferrite.drm.uapi.DrmModePropertyEnum;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that ask a card node for its screens. Lists are asked for twice, for their length and for what is in them, with
 * room behind the struct; what became longer in between is cut.
 */
final class Kms {
    /** {@code connector_status_unknown}. */
    private static final int UNKNOWN = 3;

    private final DrmNode node;

    Kms(DrmNode node) {
        this.node = node;
    }

    /** What there is, by object number, and the sizes of framebuffers. */
    record Resources(
            List<Integer> crtcs,
            List<Integer> encoders,
            List<Integer> connectors,
            int minWidth,
            int maxWidth,
            int minHeight,
            int maxHeight) {}

    record Connector(
            int type,
            int typeId,
            int connection,
            int mmWidth,
            int mmHeight,
            int subpixel,
            int encoder,
            List<Integer> encoders,
            List<Mode> modes) {}

    record Encoder(int type, int crtc, int possibleCrtcs, int possibleClones) {}

    record Crtc(int framebuffer, int x, int y, int gammaSize, Optional<Mode> mode) {}

    record Plane(int crtc, int framebuffer, int possibleCrtcs, List<Integer> formats) {}

    /** A way to drive a screen; the clock in kHz. */
    record Mode(
            String name, int width, int height, int htotal, int vtotal, int clock, int refresh, int flags, int type) {
        static Mode of(MemorySegment info) {
            return new Mode(
                    DrmModeModeinfo.nameString(info),
                    DrmModeModeinfo.hdisplay(info),
                    DrmModeModeinfo.vdisplay(info),
                    DrmModeModeinfo.htotal(info),
                    DrmModeModeinfo.vtotal(info),
                    DrmModeModeinfo.clock(info),
                    DrmModeModeinfo.vrefresh(info),
                    DrmModeModeinfo.flags(info),
                    DrmModeModeinfo.type(info));
        }
    }

    /** What a property is; the values of a range, or the names of an enumeration's. */
    record Property(String name, int flags, List<Long> values, Map<Long, String> names) {}

    /** Empty for a driver without screens, and for a render node. */
    Optional<Resources> resources() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sizes = arena.allocate(DrmModeCardRes.LAYOUT);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETRESOURCES, sizes) < 0) {
                return Optional.empty();
            }
            int crtcs = DrmModeCardRes.countCrtcs(sizes);
            int encoders = DrmModeCardRes.countEncoders(sizes);
            int connectors = DrmModeCardRes.countConnectors(sizes);
            long crtcsAt = DrmModeCardRes.SIZEOF;
            long encodersAt = crtcsAt + 4L * crtcs;
            long connectorsAt = encodersAt + 4L * encoders;
            MemorySegment all = arena.allocate(connectorsAt + 4L * connectors, 8);
            DrmModeCardRes.crtcIdPtr(all, all.address() + crtcsAt);
            DrmModeCardRes.encoderIdPtr(all, all.address() + encodersAt);
            DrmModeCardRes.connectorIdPtr(all, all.address() + connectorsAt);
            DrmModeCardRes.countCrtcs(all, crtcs);
            DrmModeCardRes.countEncoders(all, encoders);
            DrmModeCardRes.countConnectors(all, connectors);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETRESOURCES, all) < 0) {
                return Optional.empty();
            }
            return Optional.of(new Resources(
                    ints(all, crtcsAt, crtcs, DrmModeCardRes.countCrtcs(all)),
                    ints(all, encodersAt, encoders, DrmModeCardRes.countEncoders(all)),
                    ints(all, connectorsAt, connectors, DrmModeCardRes.countConnectors(all)),
                    DrmModeCardRes.minWidth(all),
                    DrmModeCardRes.maxWidth(all),
                    DrmModeCardRes.minHeight(all),
                    DrmModeCardRes.maxHeight(all)));
        }
    }

    /** As many as there was room for and as there are; not the longer ones of a list that grew, which stores nothing. */
    private static List<Integer> ints(MemorySegment from, long at, int room, int count) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < count && count <= room; i++) {
            list.add(from.get(ValueLayout.JAVA_INT, at + 4L * i));
        }
        return list;
    }

    /**
     * Empty if it is gone. Asks with room for one mode first: room for none makes the driver look at the wire, which takes its
     * time. That is done only if nobody has ever looked.
     */
    Optional<Connector> connector(int id) {
        Optional<Connector> known = knownConnector(id);
        if (known.isPresent()
                && known.get().connection() == UNKNOWN
                && known.get().modes().isEmpty()) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment args = arena.allocate(DrmModeGetConnector.LAYOUT);
                DrmModeGetConnector.connectorId(args, id);
                return node.ioctl(DrmH.DRM_IOCTL_MODE_GETCONNECTOR, args) < 0 ? known : knownConnector(id);
            }
        }
        return known;
    }

    private Optional<Connector> knownConnector(int id) {
        try (Arena arena = Arena.ofConfined()) {
            long head = DrmModeGetConnector.SIZEOF;
            MemorySegment sizes = arena.allocate(head + DrmModeModeinfo.SIZEOF, 8);
            DrmModeGetConnector.connectorId(sizes, id);
            DrmModeGetConnector.modesPtr(sizes, sizes.address() + head);
            DrmModeGetConnector.countModes(sizes, 1);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETCONNECTOR, sizes) < 0) {
                return Optional.empty();
            }
            int modes = Math.max(1, DrmModeGetConnector.countModes(sizes));
            int encoders = DrmModeGetConnector.countEncoders(sizes);
            long encodersAt = head + modes * DrmModeModeinfo.SIZEOF;
            MemorySegment all = arena.allocate(encodersAt + 4L * encoders, 8);
            DrmModeGetConnector.connectorId(all, id);
            DrmModeGetConnector.modesPtr(all, all.address() + head);
            DrmModeGetConnector.countModes(all, modes);
            DrmModeGetConnector.encodersPtr(all, all.address() + encodersAt);
            DrmModeGetConnector.countEncoders(all, encoders);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETCONNECTOR, all) < 0) {
                return Optional.empty();
            }
            List<Mode> list = new ArrayList<>();
            int count = DrmModeGetConnector.countModes(all);
            for (int i = 0; i < count && count <= modes; i++) {
                list.add(Mode.of(all.asSlice(head + i * DrmModeModeinfo.SIZEOF, DrmModeModeinfo.SIZEOF)));
            }
            return Optional.of(new Connector(
                    DrmModeGetConnector.connectorType(all),
                    DrmModeGetConnector.connectorTypeId(all),
                    DrmModeGetConnector.connection(all),
                    DrmModeGetConnector.mmWidth(all),
                    DrmModeGetConnector.mmHeight(all),
                    DrmModeGetConnector.subpixel(all),
                    DrmModeGetConnector.encoderId(all),
                    ints(all, encodersAt, encoders, DrmModeGetConnector.countEncoders(all)),
                    list));
        }
    }

    Optional<Encoder> encoder(int id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmModeGetEncoder.LAYOUT);
            DrmModeGetEncoder.encoderId(args, id);
            return node.ioctl(DrmH.DRM_IOCTL_MODE_GETENCODER, args) < 0
                    ? Optional.empty()
                    : Optional.of(new Encoder(
                            DrmModeGetEncoder.encoderType(args),
                            DrmModeGetEncoder.crtcId(args),
                            DrmModeGetEncoder.possibleCrtcs(args),
                            DrmModeGetEncoder.possibleClones(args)));
        }
    }

    Optional<Crtc> crtc(int id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmModeCrtc.LAYOUT);
            DrmModeCrtc.crtcId(args, id);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETCRTC, args) < 0) {
                return Optional.empty();
            }
            boolean valid = DrmModeCrtc.modeValid(args) != 0;
            return Optional.of(new Crtc(
                    DrmModeCrtc.fbId(args),
                    DrmModeCrtc.x(args),
                    DrmModeCrtc.y(args),
                    DrmModeCrtc.gammaSize(args),
                    valid ? Optional.of(Mode.of(DrmModeCrtc.mode(args))) : Optional.empty()));
        }
    }

    List<Integer> planes() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(DrmModeGetPlaneRes.LAYOUT);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETPLANERESOURCES, size) < 0) {
                return List.of();
            }
            int count = DrmModeGetPlaneRes.countPlanes(size);
            long head = DrmModeGetPlaneRes.SIZEOF;
            MemorySegment all = arena.allocate(head + 4L * count, 8);
            DrmModeGetPlaneRes.planeIdPtr(all, all.address() + head);
            DrmModeGetPlaneRes.countPlanes(all, count);
            return node.ioctl(DrmH.DRM_IOCTL_MODE_GETPLANERESOURCES, all) < 0
                    ? List.of()
                    : ints(all, head, count, DrmModeGetPlaneRes.countPlanes(all));
        }
    }

    Optional<Plane> plane(int id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(DrmModeGetPlane.LAYOUT);
            DrmModeGetPlane.planeId(size, id);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETPLANE, size) < 0) {
                return Optional.empty();
            }
            int count = DrmModeGetPlane.countFormatTypes(size);
            long head = DrmModeGetPlane.SIZEOF;
            MemorySegment all = arena.allocate(head + 4L * count, 8);
            DrmModeGetPlane.planeId(all, id);
            DrmModeGetPlane.formatTypePtr(all, all.address() + head);
            DrmModeGetPlane.countFormatTypes(all, count);
            return node.ioctl(DrmH.DRM_IOCTL_MODE_GETPLANE, all) < 0
                    ? Optional.empty()
                    : Optional.of(new Plane(
                            DrmModeGetPlane.crtcId(all),
                            DrmModeGetPlane.fbId(all),
                            DrmModeGetPlane.possibleCrtcs(all),
                            ints(all, head, count, DrmModeGetPlane.countFormatTypes(all))));
        }
    }

    /** The values of an object's properties, by their numbers; none for an object without. */
    Map<Integer, Long> properties(int object, int type) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(DrmModeObjGetProperties.LAYOUT);
            DrmModeObjGetProperties.objId(size, object);
            DrmModeObjGetProperties.objType(size, type);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_OBJ_GETPROPERTIES, size) < 0) {
                return Map.of();
            }
            int count = DrmModeObjGetProperties.countProps(size);
            long valuesAt = DrmModeObjGetProperties.SIZEOF;
            long idsAt = valuesAt + 8L * count;
            MemorySegment all = arena.allocate(idsAt + 4L * count, 8);
            DrmModeObjGetProperties.objId(all, object);
            DrmModeObjGetProperties.objType(all, type);
            DrmModeObjGetProperties.propValuesPtr(all, all.address() + valuesAt);
            DrmModeObjGetProperties.propsPtr(all, all.address() + idsAt);
            DrmModeObjGetProperties.countProps(all, count);
            Map<Integer, Long> values = new LinkedHashMap<>();
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_OBJ_GETPROPERTIES, all) >= 0) {
                List<Integer> ids = ints(all, idsAt, count, DrmModeObjGetProperties.countProps(all));
                for (int i = 0; i < ids.size(); i++) {
                    values.put(ids.get(i), all.get(ValueLayout.JAVA_LONG, valuesAt + 8L * i));
                }
            }
            return values;
        }
    }

    Optional<Property> property(int id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sizes = arena.allocate(DrmModeGetProperty.LAYOUT);
            DrmModeGetProperty.propId(sizes, id);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETPROPERTY, sizes) < 0) {
                return Optional.empty();
            }
            // Of a blob's property the second count is that of the blobs, and nothing is stored for it.
            boolean named =
                    (DrmModeGetProperty.flags(sizes) & (DrmModeH.DRM_MODE_PROP_ENUM | DrmModeH.DRM_MODE_PROP_BITMASK))
                            != 0;
            int values = DrmModeGetProperty.countValues(sizes);
            int names = named ? DrmModeGetProperty.countEnumBlobs(sizes) : 0;
            long valuesAt = DrmModeGetProperty.SIZEOF;
            long namesAt = valuesAt + 8L * values;
            MemorySegment all = arena.allocate(namesAt + names * DrmModePropertyEnum.SIZEOF, 8);
            DrmModeGetProperty.propId(all, id);
            DrmModeGetProperty.valuesPtr(all, all.address() + valuesAt);
            DrmModeGetProperty.countValues(all, values);
            DrmModeGetProperty.enumBlobPtr(all, all.address() + namesAt);
            DrmModeGetProperty.countEnumBlobs(all, names);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETPROPERTY, all) < 0) {
                return Optional.empty();
            }
            List<Long> range = new ArrayList<>();
            for (int i = 0; i < values; i++) {
                range.add(all.get(ValueLayout.JAVA_LONG, valuesAt + 8L * i));
            }
            Map<Long, String> byValue = new LinkedHashMap<>();
            for (int i = 0; i < names; i++) {
                MemorySegment entry = all.asSlice(namesAt + i * DrmModePropertyEnum.SIZEOF, DrmModePropertyEnum.SIZEOF);
                byValue.put(DrmModePropertyEnum.value(entry), DrmModePropertyEnum.nameString(entry));
            }
            String name = DrmModeGetProperty.nameString(all);
            return Optional.of(new Property(name, DrmModeGetProperty.flags(all), range, byValue));
        }
    }
}
