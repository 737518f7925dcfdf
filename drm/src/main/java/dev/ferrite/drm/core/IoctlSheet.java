package dev.ferrite.drm.core;

import static dev.ferrite.offheap.errno.Errno.EACCES;
import static dev.ferrite.offheap.errno.Errno.EBADF;
import static dev.ferrite.offheap.errno.Errno.EBUSY;
import static dev.ferrite.offheap.errno.Errno.EINTR;
import static dev.ferrite.offheap.errno.Errno.EINVAL;
import static dev.ferrite.offheap.errno.Errno.EMFILE;
import static dev.ferrite.offheap.errno.Errno.ENFILE;
import static dev.ferrite.offheap.errno.Errno.ENOENT;
import static dev.ferrite.offheap.errno.Errno.ENOMEM;
import static dev.ferrite.offheap.errno.Errno.ENOSPC;
import static dev.ferrite.offheap.errno.Errno.ENOSYS;
import static dev.ferrite.offheap.errno.Errno.EOPNOTSUPP;
import static dev.ferrite.offheap.errno.Errno.ETIME;

import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.uapi.DrmAuth;
import dev.ferrite.drm.uapi.DrmClient;
import dev.ferrite.drm.uapi.DrmGemChangeHandle;
import dev.ferrite.drm.uapi.DrmGemClose;
import dev.ferrite.drm.uapi.DrmGemFlink;
import dev.ferrite.drm.uapi.DrmGemOpen;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeCreateDumb;
import dev.ferrite.drm.uapi.DrmModeDestroyDumb;
import dev.ferrite.drm.uapi.DrmModeMapDumb;
import dev.ferrite.drm.uapi.DrmPrimeHandle;
import dev.ferrite.drm.uapi.DrmSetClientCap;
import dev.ferrite.drm.uapi.DrmSetClientName;
import dev.ferrite.drm.uapi.DrmSetVersion;
import dev.ferrite.drm.uapi.DrmStats;
import dev.ferrite.drm.uapi.DrmSyncobjArray;
import dev.ferrite.drm.uapi.DrmSyncobjCreate;
import dev.ferrite.drm.uapi.DrmSyncobjDestroy;
import dev.ferrite.drm.uapi.DrmSyncobjEventfd;
import dev.ferrite.drm.uapi.DrmSyncobjHandle;
import dev.ferrite.drm.uapi.DrmSyncobjTimelineArray;
import dev.ferrite.drm.uapi.DrmSyncobjTimelineWait;
import dev.ferrite.drm.uapi.DrmSyncobjTransfer;
import dev.ferrite.drm.uapi.DrmSyncobjWait;
import dev.ferrite.drm.uapi.DrmUnique;
import dev.ferrite.drm.uapi.DrmVersion;
import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.errno.Errno;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fact sheets of the core's calls: numbers and flags out of the dispatch table, and what the table cannot know. */
public final class IoctlSheet {
    private static final String FENCES = "fences, up to the time given";

    private final IoctlEntry[] table = new IoctlEntry[256];
    private final List<IoctlFact> facts = new ArrayList<>();

    private IoctlSheet() {
        CoreIoctls.fill(table, false);
    }

    /**
     * All of them, in the order of their numbers.
     *
     * @return the calls of a driver with every feature the core has
     */
    public static List<IoctlFact> core() {
        IoctlSheet sheet = new IoctlSheet();
        sheet.fill();
        return List.copyOf(sheet.facts);
    }

    private void fill() {
        call("VERSION", DrmH.DRM_IOCTL_VERSION, DrmVersion.TYPE, "the driver's version and names");
        call("GET_UNIQUE", DrmH.DRM_IOCTL_GET_UNIQUE, DrmUnique.TYPE, "the bus id; empty before SET_VERSION");
        call("GET_MAGIC", DrmH.DRM_IOCTL_GET_MAGIC, DrmAuth.TYPE, "a number by which a master lets this file in");
        call("GET_CLIENT", DrmH.DRM_IOCTL_GET_CLIENT, DrmClient.TYPE, "whether this file is authenticated", EINVAL);
        call("GET_STATS", DrmH.DRM_IOCTL_GET_STATS, DrmStats.TYPE, "zeros");
        call("SET_VERSION", DrmH.DRM_IOCTL_SET_VERSION, DrmSetVersion.TYPE, "agrees on an interface", EINVAL);
        call("GEM_CLOSE", DrmH.DRM_IOCTL_GEM_CLOSE, DrmGemClose.TYPE, "closes a handle", EINVAL, EOPNOTSUPP);
        call(
                "GEM_FLINK",
                DrmH.DRM_IOCTL_GEM_FLINK,
                DrmGemFlink.TYPE,
                "a global name for an object",
                ENOENT,
                ENOSPC,
                EOPNOTSUPP);
        hooked(
                "GEM_OPEN",
                DrmH.DRM_IOCTL_GEM_OPEN,
                DrmGemOpen.TYPE,
                "a handle on a named object",
                ENOENT,
                ENOSPC,
                EOPNOTSUPP);
        call("GET_CAP", DrmH.DRM_IOCTL_GET_CAP, DrmGetCap.TYPE, "what the driver can do", EOPNOTSUPP);
        call(
                "SET_CLIENT_CAP",
                DrmH.DRM_IOCTL_SET_CLIENT_CAP,
                DrmSetClientCap.TYPE,
                "what the client can do; for drivers of screens",
                EOPNOTSUPP);
        call("AUTH_MAGIC", DrmH.DRM_IOCTL_AUTH_MAGIC, DrmAuth.TYPE, "lets the file of a number in", EINVAL);
        call("SET_MASTER", DrmH.DRM_IOCTL_SET_MASTER, null, "becomes master", EACCES, EBUSY);
        call("DROP_MASTER", DrmH.DRM_IOCTL_DROP_MASTER, null, "is master no more", EACCES, EINVAL);
        call(
                "PRIME_HANDLE_TO_FD",
                DrmH.DRM_IOCTL_PRIME_HANDLE_TO_FD,
                DrmPrimeHandle.TYPE,
                "a dma-buf descriptor of an object",
                EINVAL,
                ENOENT,
                EMFILE,
                ENFILE,
                ENOMEM);
        hooked(
                "PRIME_FD_TO_HANDLE",
                DrmH.DRM_IOCTL_PRIME_FD_TO_HANDLE,
                DrmPrimeHandle.TYPE,
                "the handle of a dma-buf: the one there is, or a new one",
                EBADF,
                EINVAL,
                ENOSYS,
                ENOSPC,
                EMFILE,
                ENFILE);
        hooked(
                "MODE_CREATE_DUMB",
                DrmH.DRM_IOCTL_MODE_CREATE_DUMB,
                DrmModeCreateDumb.TYPE,
                "a plain buffer",
                EINVAL,
                ENOSYS,
                ENOSPC,
                ENOMEM);
        call(
                "MODE_MAP_DUMB",
                DrmH.DRM_IOCTL_MODE_MAP_DUMB,
                DrmModeMapDumb.TYPE,
                "the offset at which a buffer is mapped",
                EINVAL,
                ENOENT,
                ENOSPC,
                ENOSYS);
        call(
                "MODE_DESTROY_DUMB",
                DrmH.DRM_IOCTL_MODE_DESTROY_DUMB,
                DrmModeDestroyDumb.TYPE,
                "closes a handle",
                EINVAL,
                ENOSYS);
        syncobjs();
        call(
                "SET_CLIENT_NAME",
                DrmH.DRM_IOCTL_SET_CLIENT_NAME,
                DrmSetClientName.TYPE,
                "names the client; printable ASCII without blanks",
                EINVAL);
        call(
                "GEM_CHANGE_HANDLE",
                DrmH.DRM_IOCTL_GEM_CHANGE_HANDLE,
                DrmGemChangeHandle.TYPE,
                "was live for one release of the kernel",
                EINVAL);
    }

    private void syncobjs() {
        sync("CREATE", DrmH.DRM_IOCTL_SYNCOBJ_CREATE, DrmSyncobjCreate.TYPE, "a sync object", EINVAL, ENOSPC);
        sync("DESTROY", DrmH.DRM_IOCTL_SYNCOBJ_DESTROY, DrmSyncobjDestroy.TYPE, "closes a handle", EINVAL);
        sync(
                "HANDLE_TO_FD",
                DrmH.DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD,
                DrmSyncobjHandle.TYPE,
                "a descriptor of an object, or a sync file of what it holds",
                EINVAL,
                ENOENT,
                EMFILE,
                ENFILE);
        sync(
                "FD_TO_HANDLE",
                DrmH.DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE,
                DrmSyncobjHandle.TYPE,
                "a handle of a descriptor, or a sync file put into an object",
                EINVAL,
                ENOENT,
                ENOSPC);
        sleeping(
                "WAIT",
                DrmH.DRM_IOCTL_SYNCOBJ_WAIT,
                DrmSyncobjWait.TYPE,
                "waits for one or all",
                FENCES,
                EINVAL,
                ENOENT,
                ENOMEM,
                ETIME,
                EINTR);
        sync("RESET", DrmH.DRM_IOCTL_SYNCOBJ_RESET, DrmSyncobjArray.TYPE, "empties objects", EINVAL, ENOENT, ENOMEM);
        sync(
                "SIGNAL",
                DrmH.DRM_IOCTL_SYNCOBJ_SIGNAL,
                DrmSyncobjArray.TYPE,
                "puts a signalled fence into objects",
                EINVAL,
                ENOENT,
                ENOMEM);
        sleeping(
                "TIMELINE_WAIT",
                DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT,
                DrmSyncobjTimelineWait.TYPE,
                "waits for points of one or all",
                FENCES,
                EINVAL,
                ENOENT,
                ENOMEM,
                ETIME,
                EINTR);
        sync(
                "QUERY",
                DrmH.DRM_IOCTL_SYNCOBJ_QUERY,
                DrmSyncobjTimelineArray.TYPE,
                "the points timelines have reached",
                EINVAL,
                ENOENT,
                ENOMEM);
        sleeping(
                "TRANSFER",
                DrmH.DRM_IOCTL_SYNCOBJ_TRANSFER,
                DrmSyncobjTransfer.TYPE,
                "puts what one object holds into another",
                "something to transfer, with WAIT_FOR_SUBMIT, five seconds",
                EINVAL,
                ENOENT,
                ETIME,
                EINTR);
        sync(
                "TIMELINE_SIGNAL",
                DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL,
                DrmSyncobjTimelineArray.TYPE,
                "adds signalled points",
                EINVAL,
                ENOENT,
                ENOMEM);
        sync(
                "EVENTFD",
                DrmH.DRM_IOCTL_SYNCOBJ_EVENTFD,
                DrmSyncobjEventfd.TYPE,
                "rings an eventfd at a point",
                EINVAL,
                ENOENT,
                EBADF,
                EMFILE);
    }

    private void call(String name, int number, @Nullable StructType<?> struct, String does, Errno... errnos) {
        add(name, number, struct, does, null, false, errnos);
    }

    private void hooked(String name, int number, StructType<?> struct, String does, Errno... errnos) {
        add(name, number, struct, does, null, true, errnos);
    }

    /** Of a call that drivers without sync objects do not have. */
    private void sync(String name, int number, StructType<?> struct, String does, Errno... errnos) {
        addSync(name, number, struct, does, null, errnos);
    }

    private void sleeping(String name, int number, StructType<?> struct, String does, String wait, Errno... errnos) {
        addSync(name, number, struct, does, wait, errnos);
    }

    private void addSync(
            String name, int number, StructType<?> struct, String does, @Nullable String wait, Errno... errnos) {
        Errno[] all = Arrays.copyOf(errnos, errnos.length + 1);
        all[errnos.length] = EOPNOTSUPP;
        add("SYNCOBJ_" + name, number, struct, does, wait, false, all);
    }

    private void add(
            String name,
            int number,
            @Nullable StructType<?> struct,
            String does,
            @Nullable String wait,
            boolean hooks,
            Errno... errnos) {
        IoctlEntry entry = table[IoctlNumber.nr(number)];
        int known = entry == null ? number : entry.number();
        int flags = entry == null ? -1 : entry.flags();
        facts.add(new IoctlFact("DRM_IOCTL_" + name, known, flags, struct, does, wait, hooks, List.of(errnos)));
    }
}
