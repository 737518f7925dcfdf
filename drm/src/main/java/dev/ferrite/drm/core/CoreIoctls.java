package dev.ferrite.drm.core;

import static dev.ferrite.drm.ioctl.IoctlFlags.AUTH;
import static dev.ferrite.drm.ioctl.IoctlFlags.MASTER;
import static dev.ferrite.drm.ioctl.IoctlFlags.RENDER_ALLOW;

import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.uaccess.UserMemory;
import dev.ferrite.drm.uapi.DrmAuth;
import dev.ferrite.drm.uapi.DrmClient;
import dev.ferrite.drm.uapi.DrmGemClose;
import dev.ferrite.drm.uapi.DrmGemFlink;
import dev.ferrite.drm.uapi.DrmGemOpen;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmPrimeHandle;
import dev.ferrite.drm.uapi.DrmSetClientName;
import dev.ferrite.drm.uapi.DrmSetVersion;
import dev.ferrite.drm.uapi.DrmUnique;
import dev.ferrite.drm.uapi.DrmVersion;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * The calls every driver has: the counterpart of the core's ioctl table.
 *
 * <p>What needs a feature no driver here has (modeset) answers as the kernel does without it.
 */
final class CoreIoctls {
    private static final int EINVAL = Errno.EINVAL.negated();
    private static final int ENOENT = Errno.ENOENT.negated();
    private static final int EOPNOTSUPP = Errno.EOPNOTSUPP.negated();

    /** What the kernel shows for a user it does not want to name. */
    private static final long OVERFLOW_UID = 65534;

    /** The one control character behind the printable ones. */
    private static final byte DELETE = 0x7f;

    private CoreIoctls() {}

    /** Fills the core's slots of a driver's table. */
    static void fill(IoctlEntry[] table, boolean mapDumbOnRender) {
        add(table, DrmH.DRM_IOCTL_VERSION, RENDER_ALLOW, CoreIoctls::version);
        add(table, DrmH.DRM_IOCTL_GET_UNIQUE, 0, CoreIoctls::getUnique);
        add(table, DrmH.DRM_IOCTL_GET_MAGIC, 0, CoreIoctls::getMagic);
        add(table, DrmH.DRM_IOCTL_GET_CLIENT, 0, CoreIoctls::getClient);
        add(table, DrmH.DRM_IOCTL_GET_STATS, 0, CoreIoctls::getStats);
        add(table, DrmH.DRM_IOCTL_SET_VERSION, MASTER, CoreIoctls::setVersion);
        add(table, DrmH.DRM_IOCTL_GEM_CLOSE, RENDER_ALLOW, CoreIoctls::gemClose);
        add(table, DrmH.DRM_IOCTL_GEM_FLINK, AUTH, CoreIoctls::gemFlink);
        add(table, DrmH.DRM_IOCTL_GEM_OPEN, AUTH, CoreIoctls::gemOpen);
        add(table, DrmH.DRM_IOCTL_GET_CAP, RENDER_ALLOW, CoreIoctls::getCap);
        add(table, DrmH.DRM_IOCTL_SET_CLIENT_CAP, 0, CoreIoctls::missingFeature);
        add(table, DrmH.DRM_IOCTL_AUTH_MAGIC, MASTER, CoreIoctls::authMagic);
        add(table, DrmH.DRM_IOCTL_SET_MASTER, 0, CoreIoctls::setMaster);
        add(table, DrmH.DRM_IOCTL_DROP_MASTER, 0, CoreIoctls::dropMaster);
        add(table, DrmH.DRM_IOCTL_PRIME_HANDLE_TO_FD, RENDER_ALLOW, CoreIoctls::primeHandleToFd);
        add(table, DrmH.DRM_IOCTL_PRIME_FD_TO_HANDLE, RENDER_ALLOW, CoreIoctls::primeFdToHandle);
        add(table, DrmH.DRM_IOCTL_MODE_CREATE_DUMB, 0, DumbIoctls::create);
        add(table, DrmH.DRM_IOCTL_MODE_MAP_DUMB, mapDumbOnRender ? RENDER_ALLOW : 0, DumbIoctls::map);
        add(table, DrmH.DRM_IOCTL_MODE_DESTROY_DUMB, 0, DumbIoctls::destroy);
        add(table, DrmH.DRM_IOCTL_SET_CLIENT_NAME, RENDER_ALLOW, CoreIoctls::setClientName);
        SyncobjIoctls.fill(table);
    }

    static void add(IoctlEntry[] table, int number, int flags, UserIoctlHandler<Object, Object> handler) {
        table[IoctlNumber.nr(number)] = new IoctlEntry(number, flags, false, handler);
    }

    private static long missingFeature(
            Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        return EOPNOTSUPP;
    }

    /** Copies each name as far as the caller's buffer goes, without NUL, and stores its true length. */
    private static long version(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        DriverInfo info = device.driver().info();
        DrmVersion.versionMajor(data, info.major());
        DrmVersion.versionMinor(data, info.minor());
        DrmVersion.versionPatchlevel(data, info.patchlevel());
        MemorySegment name = ascii(info.name());
        MemorySegment date = ascii(DriverInfo.DATE);
        MemorySegment desc = ascii(info.desc());
        long nameRoom = DrmVersion.nameLen(data);
        long dateRoom = DrmVersion.dateLen(data);
        long descRoom = DrmVersion.descLen(data);
        DrmVersion.nameLen(data, name.byteSize());
        int error = copyString(user, name, DrmVersion.name(data), nameRoom);
        if (error == 0) {
            DrmVersion.dateLen(data, date.byteSize());
            error = copyString(user, date, DrmVersion.date(data), dateRoom);
        }
        if (error == 0) {
            DrmVersion.descLen(data, desc.byteSize());
            error = copyString(user, desc, DrmVersion.desc(data), descRoom);
        }
        return error;
    }

    private static int copyString(UserMemory user, MemorySegment text, long pointer, long room) {
        long length = Long.compareUnsigned(room, text.byteSize()) < 0 ? room : text.byteSize();
        return pointer == 0 ? 0 : user.copyTo(pointer, text, length);
    }

    private static MemorySegment ascii(String text) {
        return MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long getUnique(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        MemorySegment unique = ascii(device.auth().unique(file));
        long room = DrmUnique.uniqueLen(data);
        if (Long.compareUnsigned(room, unique.byteSize()) >= 0) {
            int error = user.copyTo(DrmUnique.unique(data), unique, unique.byteSize());
            if (error < 0) {
                return error;
            }
        }
        DrmUnique.uniqueLen(data, unique.byteSize());
        return 0;
    }

    private static long getMagic(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        DrmAuth.magic(data, device.auth().getMagic(file));
        return 0;
    }

    private static long authMagic(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        return device.auth().authMagic(file, DrmAuth.magic(data));
    }

    private static long setMaster(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        return device.auth().setMaster(file);
    }

    private static long dropMaster(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        return device.auth().dropMaster(file);
    }

    private static long getClient(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        if (DrmClient.idx(data) != 0) {
            return EINVAL;
        }
        DrmClient.auth(data, file.isAuthenticated() ? 1 : 0);
        DrmClient.pid(data, Linux.gettid()); // the kernel's current: a thread, whatever the field is called
        DrmClient.uid(data, OVERFLOW_UID);
        DrmClient.magic(data, 0);
        DrmClient.iocs(data, 0);
        return 0;
    }

    private static long getStats(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        data.fill((byte) 0);
        return 0;
    }

    private static long setVersion(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        DriverInfo info = device.driver().info();
        int result = device.auth()
                .setInterface(file, DrmSetVersion.drmDiMajor(data), DrmSetVersion.drmDiMinor(data), device.unique());
        int major = DrmSetVersion.drmDdMajor(data);
        int minor = DrmSetVersion.drmDdMinor(data);
        if (result == 0 && major != -1 && (major != info.major() || minor < 0 || minor > info.minor())) {
            result = EINVAL;
        }
        DrmSetVersion.drmDiMajor(data, Auth.interfaceMajor());
        DrmSetVersion.drmDiMinor(data, Auth.interfaceMinor());
        DrmSetVersion.drmDdMajor(data, info.major());
        DrmSetVersion.drmDdMinor(data, info.minor());
        return result;
    }

    /** A name of printable ASCII without blanks, at most 64 bytes; of none, the file has no name any more. */
    private static long setClientName(
            Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        long length = DrmSetClientName.nameLen(data);
        if (Long.compareUnsigned(length, DrmH.DRM_CLIENT_NAME_MAX_LEN) > 0) {
            return EINVAL;
        }
        byte[] name = new byte[(int) length];
        int error = user.copyFrom(DrmSetClientName.name(data), MemorySegment.ofArray(name), length);
        if (error < 0) {
            return error;
        }
        for (byte letter : name) {
            if (letter <= ' ' || letter == DELETE) { // beyond ASCII it is negative
                return EINVAL;
            }
        }
        file.clientName(new String(name, StandardCharsets.US_ASCII));
        return 0;
    }

    private static long getCap(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        long capability = DrmGetCap.capability(data);
        DrmGetCap.value(data, 0);
        if (capability == DrmH.DRM_CAP_TIMESTAMP_MONOTONIC) {
            DrmGetCap.value(data, 1);
            return 0;
        }
        if (capability == DrmH.DRM_CAP_PRIME) {
            DrmGetCap.value(data, DrmH.DRM_PRIME_CAP_IMPORT | DrmH.DRM_PRIME_CAP_EXPORT);
            return 0;
        }
        if (capability == DrmH.DRM_CAP_SYNCOBJ) {
            DrmGetCap.value(data, device.driver().has(Driver.SYNCOBJ) ? 1 : 0);
            return 0;
        }
        if (capability == DrmH.DRM_CAP_SYNCOBJ_TIMELINE) {
            DrmGetCap.value(data, device.driver().has(Driver.SYNCOBJ_TIMELINE) ? 1 : 0);
            return 0;
        }
        return EOPNOTSUPP;
    }

    private static long gemClose(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        return device.driver().has(Driver.GEM) ? file.closeHandle(DrmGemClose.handle(data)) : EOPNOTSUPP;
    }

    private static long gemFlink(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        if (!device.driver().has(Driver.GEM)) {
            return EOPNOTSUPP;
        }
        GemObject<?> object = file.lookupOrNull(DrmGemFlink.handle(data));
        if (object == null) {
            return ENOENT;
        }
        int name = object.flink();
        object.decRef();
        if (name > 0) {
            DrmGemFlink.name(data, name);
        }
        return Math.min(0, name);
    }

    private static long gemOpen(Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        if (!device.driver().has(Driver.GEM)) {
            return EOPNOTSUPP;
        }
        GemObject<?> object;
        int handle;
        try (var guard = device.names().lock()) {
            object = guard.get().find(DrmGemOpen.name(data));
            if (object == null) {
                return ENOENT;
            }
            object.incRef(); // alive: a name dies with the handles' reference, under this lock
            handle = object.reserveHandle(file);
        }
        if (handle > 0) {
            handle = object.finishHandle(file, handle);
        }
        if (handle > 0) {
            DrmGemOpen.handle(data, handle);
            DrmGemOpen.size(data, object.size());
        }
        object.decRef();
        return Math.min(0, handle);
    }

    private static long primeHandleToFd(
            Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        int flags = DrmPrimeHandle.flags(data);
        if ((flags & ~(DrmH.DRM_CLOEXEC | DrmH.DRM_RDWR)) != 0) {
            return EINVAL;
        }
        int fd = file.prime().handleToFd(DrmPrimeHandle.handle(data), flags);
        if (fd >= 0) {
            DrmPrimeHandle.fd(data, fd);
        }
        return Math.min(0, fd);
    }

    private static long primeFdToHandle(
            Device<Object> device, MemorySegment data, DrmFile<Object> file, UserMemory user) {
        int handle = file.prime().fdToHandle(DrmPrimeHandle.fd(data));
        if (handle > 0) {
            DrmPrimeHandle.handle(data, handle);
        }
        return Math.min(0, handle);
    }
}
