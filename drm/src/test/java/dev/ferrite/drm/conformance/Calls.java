package dev.ferrite.drm.conformance;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmSetClientCap;
import dev.ferrite.drm.uapi.DrmSetClientName;
import dev.ferrite.drm.uapi.DrmSetVersion;
import dev.ferrite.drm.uapi.DrmUnique;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Calls a client makes: the result, or {@code -errno}. */
final class Calls {
    static final int RW = 3;

    private Calls() {}

    /** A buffer for a client of a render node, which makes none: from somebody who has the card. Its handle there. */
    static int createThrough(DrmNode card, DrmNode render, int pages) {
        try (DumbBuffer buffer = DumbBuffer.create(card, 1024, pages, 32);
                PrimeFd fd = buffer.gem().exportPrime()) {
            return Bench.importFd(render, fd.fd());
        }
    }

    /** The value of a capability. */
    static long cap(DrmNode node, long id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGetCap.LAYOUT);
            DrmGetCap.capability(args, id);
            int result = node.ioctl(DrmH.DRM_IOCTL_GET_CAP, args);
            return result < 0 ? result : DrmGetCap.value(args);
        }
    }

    static int setClientCap(DrmNode node, long id, long value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSetClientCap.LAYOUT);
            DrmSetClientCap.capability(args, id);
            DrmSetClientCap.value(args, value);
            return node.ioctl(DrmH.DRM_IOCTL_SET_CLIENT_CAP, args);
        }
    }

    record Version(int result, int diMajor, int diMinor, int ddMajor, int ddMinor) {}

    static Version setVersion(DrmNode node, int diMajor, int diMinor, int ddMajor, int ddMinor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmSetVersion.LAYOUT);
            DrmSetVersion.drmDiMajor(args, diMajor);
            DrmSetVersion.drmDiMinor(args, diMinor);
            DrmSetVersion.drmDdMajor(args, ddMajor);
            DrmSetVersion.drmDdMinor(args, ddMinor);
            int result = node.ioctl(DrmH.DRM_IOCTL_SET_VERSION, args);
            return new Version(
                    result,
                    DrmSetVersion.drmDiMajor(args),
                    DrmSetVersion.drmDiMinor(args),
                    DrmSetVersion.drmDdMajor(args),
                    DrmSetVersion.drmDdMinor(args));
        }
    }

    /** The bus id, or the error in digits. */
    static String unique(DrmNode node) {
        long head = DrmUnique.SIZEOF;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(head + 64, 8);
            DrmUnique.uniqueLen(args, 64);
            DrmUnique.unique(args, args.address() + head);
            int result = node.ioctl(DrmH.DRM_IOCTL_GET_UNIQUE, args);
            if (result < 0) {
                return Integer.toString(result);
            }
            byte[] text = args.asSlice(head, DrmUnique.uniqueLen(args)).toArray(ValueLayout.JAVA_BYTE);
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    /** Names a client; the length is the text's but for a lie. */
    static int setClientName(DrmNode node, String name, long lie) {
        long head = DrmSetClientName.SIZEOF;
        byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(head + text.length, 8);
            MemorySegment.copy(text, 0, args, ValueLayout.JAVA_BYTE, head, text.length);
            DrmSetClientName.nameLen(args, text.length + lie);
            DrmSetClientName.name(args, args.address() + head);
            return node.ioctl(DrmH.DRM_IOCTL_SET_CLIENT_NAME, args);
        }
    }

    /** A call whose argument is missing. */
    static int withoutArgument(DrmNode node, int request) {
        return node.ioctl(request, MemorySegment.NULL);
    }

    /** The same with an argument of one byte less than the number says. */
    static int withShortArgument(DrmNode node, int request) {
        try (Arena arena = Arena.ofConfined()) {
            return node.ioctl(request, arena.allocate(IoctlNumber.size(request) - 1L, 8));
        }
    }

    /** 0 if a mapping can be made, which is closed again, or {@code -errno}. */
    static int tryMap(DrmNode node, long offset, long length) {
        try {
            node.mmap(offset, length, RW, true).close();
            return 0;
        } catch (ErrnoException e) {
            return e.errno().negated();
        }
    }
}
