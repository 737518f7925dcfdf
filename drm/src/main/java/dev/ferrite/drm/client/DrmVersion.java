package dev.ferrite.drm.client;

import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.errno.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Who drives a node.
 *
 * @param major major version
 * @param minor minor version
 * @param patchlevel patch level
 * @param name the driver's name, such as {@code nova}
 * @param date a date nobody keeps any more
 * @param desc one line for people
 */
public record DrmVersion(int major, int minor, int patchlevel, String name, String date, String desc) {
    /**
     * Asks a node.
     *
     * @param node the node
     * @return its driver
     * @throws dev.ferrite.offheap.errno.ErrnoException ENODEV, EBADF
     */
    public static DrmVersion of(DrmNode node) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sizes = arena.allocate(dev.ferrite.drm.uapi.DrmVersion.LAYOUT);
            ask(node, sizes);
            long name = dev.ferrite.drm.uapi.DrmVersion.nameLen(sizes);
            long date = dev.ferrite.drm.uapi.DrmVersion.dateLen(sizes);
            long desc = dev.ferrite.drm.uapi.DrmVersion.descLen(sizes);
            long head = dev.ferrite.drm.uapi.DrmVersion.SIZEOF;
            // Struct and strings in one segment: a call reaches only what its argument covers.
            MemorySegment version = arena.allocate(head + name + date + desc, 8);
            dev.ferrite.drm.uapi.DrmVersion.nameLen(version, name);
            dev.ferrite.drm.uapi.DrmVersion.name(version, version.address() + head);
            dev.ferrite.drm.uapi.DrmVersion.dateLen(version, date);
            dev.ferrite.drm.uapi.DrmVersion.date(version, version.address() + head + name);
            dev.ferrite.drm.uapi.DrmVersion.descLen(version, desc);
            dev.ferrite.drm.uapi.DrmVersion.desc(version, version.address() + head + name + date);
            ask(node, version);
            return new DrmVersion(
                    dev.ferrite.drm.uapi.DrmVersion.versionMajor(version),
                    dev.ferrite.drm.uapi.DrmVersion.versionMinor(version),
                    dev.ferrite.drm.uapi.DrmVersion.versionPatchlevel(version),
                    text(version, head, name),
                    text(version, head + name, date),
                    text(version, head + name + date, desc));
        }
    }

    private static void ask(DrmNode node, MemorySegment version) {
        Errno.check(node.ioctl(DrmH.DRM_IOCTL_VERSION, version), "VERSION on " + node.name());
    }

    private static String text(MemorySegment from, long offset, long length) {
        return new String(from.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }
}
