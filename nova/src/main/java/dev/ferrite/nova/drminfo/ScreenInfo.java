package dev.ferrite.nova.drminfo;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeCardRes;
import dev.ferrite.drm.uapi.DrmModeGetConnector;
import dev.ferrite.drm.uapi.DrmModeModeinfo;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** What a card node says of screens; nothing for a driver without them, and for a render node. */
final class ScreenInfo {
    private static final List<String> CONNECTORS = List.of(
            "Unknown",
            "VGA",
            "DVI-I",
            "DVI-D",
            "DVI-A",
            "Composite",
            "SVIDEO",
            "LVDS",
            "Component",
            "DIN",
            "DP",
            "HDMI-A",
            "HDMI-B",
            "TV",
            "eDP",
            "Virtual",
            "DSI",
            "DPI",
            "Writeback",
            "SPI",
            "USB");
    private static final List<String> STATES = List.of("?", "connected", "disconnected", "unknown");

    private ScreenInfo() {}

    static List<Fact> of(DrmNode node) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sizes = arena.allocate(DrmModeCardRes.LAYOUT);
            if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETRESOURCES, sizes) < 0) {
                return List.of();
            }
            int count = DrmModeCardRes.countConnectors(sizes);
            List<Fact> facts = new ArrayList<>();
            facts.add(Fact.of(
                    "framebuffer",
                    "Framebuffer size",
                    List.of(
                            range("width", DrmModeCardRes.minWidth(sizes), DrmModeCardRes.maxWidth(sizes)),
                            range("height", DrmModeCardRes.minHeight(sizes), DrmModeCardRes.maxHeight(sizes)))));
            facts.add(Fact.of("crtcs", "CRTCs: " + DrmModeCardRes.countCrtcs(sizes), DrmModeCardRes.countCrtcs(sizes)));
            facts.add(Fact.of(
                    "encoders",
                    "Encoders: " + DrmModeCardRes.countEncoders(sizes),
                    DrmModeCardRes.countEncoders(sizes)));
            facts.add(Fact.of("connectors", "Connectors: " + count, connectors(node, arena, count)));
            return facts;
        }
    }

    private static Fact range(String key, int low, int high) {
        return Fact.of(key, key + ": [" + low + ", " + high + "]", low + ".." + high);
    }

    private static List<Fact> connectors(DrmNode node, Arena arena, int count) {
        long head = DrmModeCardRes.SIZEOF;
        MemorySegment resources = arena.allocate(head + 4L * count, 8);
        DrmModeCardRes.connectorIdPtr(resources, resources.address() + head);
        DrmModeCardRes.countConnectors(resources, count);
        if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETRESOURCES, resources) < 0) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < Math.min(count, DrmModeCardRes.countConnectors(resources)); i++) {
            facts.add(connector(node, arena, resources.get(ValueLayout.JAVA_INT, head + 4L * i)));
        }
        return facts;
    }

    /** With room for one mode: a count of none would make the driver look at the wire, which takes its time. */
    private static Fact connector(DrmNode node, Arena arena, int id) {
        long head = DrmModeGetConnector.SIZEOF;
        MemorySegment connector = arena.allocate(head + DrmModeModeinfo.SIZEOF, 8);
        DrmModeGetConnector.connectorId(connector, id);
        DrmModeGetConnector.modesPtr(connector, connector.address() + head);
        DrmModeGetConnector.countModes(connector, 1);
        if (node.ioctl(DrmH.DRM_IOCTL_MODE_GETCONNECTOR, connector) < 0) {
            return Fact.of(String.valueOf(id), "Object " + id + ": gone", "gone");
        }
        String type = name(CONNECTORS, DrmModeGetConnector.connectorType(connector));
        String name = type + "-" + DrmModeGetConnector.connectorTypeId(connector);
        String state = name(STATES, DrmModeGetConnector.connection(connector));
        int modes = DrmModeGetConnector.countModes(connector);
        return Fact.of(
                name,
                name + ": " + state + ", object " + id + ", " + modes + " modes known",
                List.of(Fact.of("id", id), Fact.of("status", state), Fact.of("modes", modes)));
    }

    private static String name(List<String> names, int index) {
        return index >= 0 && index < names.size() ? names.get(index) : "?" + index;
    }
}
