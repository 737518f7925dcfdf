package dev.ferrite.runtime.machine;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The DRM nodes, each asked for its driver by {@code DRM_IOCTL_VERSION}. */
final class DrmProbe implements Probe {
    private static final String AREA = "drm";

    /** {@code DRM_IOWR(0x00, struct drm_version)}. */
    static final int DRM_IOCTL_VERSION = 0xC040_6400;

    // struct drm_version: three ints, then three pairs of length and pointer.
    static final int SIZEOF = 64;
    static final int MAJOR = 0;
    static final int MINOR = 4;
    static final int PATCHLEVEL = 8;
    static final int NAME_LEN = 16;
    static final int NAME = 24;
    private static final int ROOM = 128;

    @Override
    public List<Finding> ask(Machine machine) {
        List<Finding> findings = new ArrayList<>();
        for (Path node : Machine.list(machine.dev().resolve("dri"))) {
            String name = String.valueOf(node.getFileName());
            if (name.matches("(card|renderD|controlD)\\d+")) {
                findings.add(ask(machine, node, name));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.note(
                    AREA, "nodes", "none", "No GPU driver is loaded: Ferrite's own emulated nodes are all there is."));
        }
        return findings;
    }

    private static Finding ask(Machine machine, Path node, String name) {
        int opened = Linux.open(node.toString(), Linux.O_RDWR | Linux.O_CLOEXEC, 0);
        if (opened < 0) {
            return refused(name, opened);
        }
        try (Fd fd = Fd.own(opened, "open " + node);
                Arena arena = Arena.ofConfined()) {
            MemorySegment version = arena.allocate(SIZEOF, 8);
            MemorySegment driver = arena.allocate(ROOM);
            version.set(ValueLayout.JAVA_LONG, NAME_LEN, ROOM);
            version.set(ValueLayout.JAVA_LONG, NAME, driver.address());
            int answer = machine.ioctl().ioctl(fd.value(), DRM_IOCTL_VERSION, version.address());
            if (answer < 0) {
                return refused(name, answer);
            }
            int length = Math.clamp(version.get(ValueLayout.JAVA_LONG, NAME_LEN), 0, ROOM);
            String value = new String(driver.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8)
                    + " " + version.get(ValueLayout.JAVA_INT, MAJOR) + "."
                    + version.get(ValueLayout.JAVA_INT, MINOR) + "."
                    + version.get(ValueLayout.JAVA_INT, PATCHLEVEL);
            return Finding.ok(
                    AREA,
                    name,
                    value,
                    name.startsWith("renderD")
                            ? "Open to every client that may read and write it."
                            : "Rendering here wants authentication or a master.");
        }
    }

    private static Finding refused(String name, int error) {
        Errno errno = Errno.fromErrno(error);
        String why;
        if (errno == Errno.EACCES || errno == Errno.EPERM) {
            why = "No permission: be in the group that owns it, usually render or video.";
        } else if (errno == Errno.ENOTTY || errno == Errno.EINVAL) {
            why = "Not a DRM device, whatever its name says.";
        } else if (errno == Errno.ENODEV || errno == Errno.ENXIO || errno == Errno.ENOENT) {
            why = "The node is there, its driver is not.";
        } else if (errno == Errno.EBUSY) {
            why = "Somebody has it for himself.";
        } else {
            why = "It cannot be used.";
        }
        return Finding.note(AREA, name, errno + " (" + errno.message() + ")", why);
    }
}
