package dev.ferrite.nova.drminfo;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmSetClientCap;
import dev.ferrite.nova.boot.report.Tables;
import dev.ferrite.nova.client.GpuInfo;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a node. Changes nothing but client capabilities of that open file. */
public final class NodeInfo {
    private static final Map<String, Integer> CLIENT_CAPS = names(
            "STEREO_3D", DrmH.DRM_CLIENT_CAP_STEREO_3D,
            "UNIVERSAL_PLANES", DrmH.DRM_CLIENT_CAP_UNIVERSAL_PLANES,
            "ATOMIC", DrmH.DRM_CLIENT_CAP_ATOMIC,
            "ASPECT_RATIO", DrmH.DRM_CLIENT_CAP_ASPECT_RATIO,
            "WRITEBACK_CONNECTORS", DrmH.DRM_CLIENT_CAP_WRITEBACK_CONNECTORS,
            "CURSOR_PLANE_HOTSPOT", 6);

    private static final Map<String, Integer> CAPS = names(
            "DUMB_BUFFER", DrmH.DRM_CAP_DUMB_BUFFER,
            "VBLANK_HIGH_CRTC", DrmH.DRM_CAP_VBLANK_HIGH_CRTC,
            "DUMB_PREFERRED_DEPTH", DrmH.DRM_CAP_DUMB_PREFERRED_DEPTH,
            "DUMB_PREFER_SHADOW", DrmH.DRM_CAP_DUMB_PREFER_SHADOW,
            "PRIME", DrmH.DRM_CAP_PRIME,
            "TIMESTAMP_MONOTONIC", DrmH.DRM_CAP_TIMESTAMP_MONOTONIC,
            "ASYNC_PAGE_FLIP", DrmH.DRM_CAP_ASYNC_PAGE_FLIP,
            "CURSOR_WIDTH", DrmH.DRM_CAP_CURSOR_WIDTH,
            "CURSOR_HEIGHT", DrmH.DRM_CAP_CURSOR_HEIGHT,
            "ADDFB2_MODIFIERS", DrmH.DRM_CAP_ADDFB2_MODIFIERS,
            "PAGE_FLIP_TARGET", DrmH.DRM_CAP_PAGE_FLIP_TARGET,
            "CRTC_IN_VBLANK_EVENT", DrmH.DRM_CAP_CRTC_IN_VBLANK_EVENT,
            "SYNCOBJ", DrmH.DRM_CAP_SYNCOBJ,
            "SYNCOBJ_TIMELINE", DrmH.DRM_CAP_SYNCOBJ_TIMELINE,
            "ATOMIC_ASYNC_PAGE_FLIP", 0x15);

    private NodeInfo() {}

    private static Map<String, Integer> names(Object... pairs) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return names;
    }

    /**
     * Everything a node says.
     *
     * @param where what people call it: a path, or a name with a remark
     * @param node an open node
     * @param device what is known of its device from elsewhere
     * @return the tree
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV, EBADF
     */
    public static Fact of(String where, DrmNode node, Fact device) {
        DrmVersion version = DrmVersion.of(node);
        List<Fact> parts = new ArrayList<>();
        parts.add(driver(node, version));
        parts.add(device);
        parts.addAll(ScreenInfo.of(node));
        return Fact.of(where, "Node: " + where, parts);
    }

    private static Fact driver(DrmNode node, DrmVersion version) {
        String number = version.major() + "." + version.minor() + "." + version.patchlevel();
        List<Fact> parts = new ArrayList<>();
        parts.add(Fact.of("name", "Name: " + version.name(), version.name()));
        parts.add(Fact.of("desc", "Description: " + version.desc(), version.desc()));
        parts.add(Fact.of("version", "Version: " + number, number));
        if (version.name().equals("nova")) {
            long bar = new NovaClient(node).getparam(NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE);
            parts.add(
                    bar < 0
                            ? refused("vramBarSize", "NOVA_GETPARAM_VRAM_BAR_SIZE", bar)
                            : Fact.of("vramBarSize", "NOVA_GETPARAM_VRAM_BAR_SIZE = " + Tables.size(bar), bar));
            parts.addAll(gpu(node));
        }
        parts.add(Fact.of("clientCaps", "Client capabilities", clientCaps(node)));
        parts.add(Fact.of("caps", "Capabilities", caps(node)));
        return Fact.of("driver", "Driver: " + version.name() + " (" + version.desc() + ") version " + number, parts);
    }

    /** What a driver with the proposed call says; nothing for others. */
    private static List<Fact> gpu(DrmNode node) {
        GpuInfo gpu;
        try {
            gpu = new NovaClient(node).gpuInfo();
        } catch (ErrnoException e) {
            if (e.errno() != Errno.EINVAL) {
                throw e;
            }
            return List.of();
        }
        String architecture = "0x" + Integer.toHexString(gpu.architecture());
        List<Fact> parts = List.of(
                Fact.of("name", "Name: " + gpu.gpuName() + " (" + gpu.shortName() + ")", gpu.gpuName()),
                Fact.of("architecture", "Architecture: " + architecture, architecture),
                Fact.of("implementation", "Implementation: " + gpu.implementation(), gpu.implementation()),
                Fact.of("vramSize", "VRAM: " + Tables.size(gpu.vramSize()), gpu.vramSize()),
                Fact.of("gid", "Id: " + gpu.gid(), gpu.gid().toString()));
        return List.of(Fact.of("gpu", "GPU: " + gpu.gpuName(), parts));
    }

    private static List<Fact> clientCaps(DrmNode node) {
        List<Fact> facts = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSetClientCap.LAYOUT);
            CLIENT_CAPS.forEach((name, id) -> {
                DrmSetClientCap.capability(args, id);
                DrmSetClientCap.value(args, 1);
                int result = node.ioctl(DrmH.DRM_IOCTL_SET_CLIENT_CAP, args);
                String key = "DRM_CLIENT_CAP_" + name;
                facts.add(result < 0 ? refused(key, key, result) : Fact.of(key, key + " supported", true));
            });
        }
        return facts;
    }

    private static List<Fact> caps(DrmNode node) {
        List<Fact> facts = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGetCap.LAYOUT);
            CAPS.forEach((name, id) -> {
                DrmGetCap.capability(args, id);
                int result = node.ioctl(DrmH.DRM_IOCTL_GET_CAP, args);
                String key = "DRM_CAP_" + name;
                long value = DrmGetCap.value(args);
                facts.add(result < 0 ? refused(key, key, result) : Fact.of(key, key + " = " + value, value));
            });
        }
        return facts;
    }

    private static Fact refused(String key, String what, long error) {
        Errno errno = Errno.fromErrno(error);
        boolean unknown = errno == Errno.EOPNOTSUPP || errno == Errno.EINVAL;
        return Fact.of(key, what + (unknown ? " not supported (" : " refused (") + errno + ")", errno.toString());
    }
}
