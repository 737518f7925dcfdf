package dev.ferrite.drm.syncfile;

import dev.ferrite.drm.anon.AnonFile;
import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceCallback;
import dev.ferrite.drm.fence.FenceMerge;
import dev.ferrite.drm.uaccess.UserMemory;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.SyncFenceInfo;
import dev.ferrite.offheap.uapi.SyncFileH;
import dev.ferrite.offheap.uapi.SyncFileInfo;
import dev.ferrite.offheap.uapi.SyncMergeData;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A fence behind a descriptor that becomes readable when it is signalled: the counterpart of {@code struct sync_file}.
 *
 * <p>poll(2), select(2) and epoll see it, in this process and in any other that was sent it; a selector of the JDK does, too.
 * The kernel asks the fence for signals when somebody polls; we cannot see that, so it is asked at once. Nobody is to read
 * from the descriptor: in the kernel that fails, here it would take the readiness away.
 */
public final class SyncFile extends AnonFile {
    private static final int EINVAL = Errno.EINVAL.negated();
    private static final int NAME = 31;

    /** {@code _IOW(SYNC_IOC_MAGIC, 5, struct sync_set_deadline)}: 8 bytes of time, 8 of nothing. */
    public static final int SYNC_IOC_SET_DEADLINE = 0x40103E05;

    private final DmaFence fence;
    private final String name;
    private final FenceCallback ring = new FenceCallback() {
        @Override
        protected void run(DmaFence signaled) {
            makeReadable();
        }
    };

    private SyncFile(DmaFence fence, String name) {
        this.fence = fence;
        this.name = name;
    }

    /**
     * Gives a descriptor for a fence away: {@code sync_file_create}.
     *
     * @param fence the fence; kept until every copy is closed
     * @return the descriptor, close-on-exec, or {@code -errno} (EMFILE, ENFILE)
     */
    public static int export(DmaFence fence) {
        return export(fence, "");
    }

    private static int export(DmaFence fence, String name) {
        SyncFile file = new SyncFile(fence, name);
        int fd = file.give();
        if (fd >= 0 && fence.addCallback(file.ring) < 0) {
            file.makeReadable();
        }
        return fd;
    }

    /**
     * The fence of a descriptor: {@code sync_file_get_fence}.
     *
     * @param fd any number
     * @return the fence
     * @throws ErrnoException EBADF if it is no descriptor, EINVAL if it is no sync file of this process
     */
    public static DmaFence fenceOf(int fd) {
        return find(fd, SyncFile.class).fence;
    }

    @Override
    protected void closed() {
        fence.removeCallback(ring);
    }

    /**
     * The calls a sync file has: SYNC_IOC_MERGE, SYNC_IOC_FILE_INFO, {@link #SYNC_IOC_SET_DEADLINE}. A real {@code ioctl(2)}
     * would reach the pipe that stands for it, so they are made here.
     *
     * @param fd a sync file
     * @param request the call
     * @param argument its struct; for FILE_INFO the array is behind it, in the same segment
     * @return 0, or {@code -errno}: EBADF, EINVAL for no sync file and wrong arguments, ENOENT for the second file of a
     *     merge, ENOTTY for another call, EFAULT
     */
    public static int ioctl(int fd, int request, MemorySegment argument) {
        try (Arena arena = Arena.ofConfined()) {
            SyncFile file = find(fd, SyncFile.class);
            UserMemory user = new UserMemory();
            user.lend(argument);
            return switch (request) {
                case SyncFileH.SYNC_IOC_MERGE -> file.merge(user, arena.allocate(SyncMergeData.LAYOUT));
                case SyncFileH.SYNC_IOC_FILE_INFO -> file.info(user, arena.allocate(SyncFileInfo.LAYOUT), arena);
                case SYNC_IOC_SET_DEADLINE -> file.deadline(user, arena.allocate(16, 8));
                default -> Errno.ENOTTY.negated();
            };
        } catch (ErrnoException e) {
            return e.errno().negated();
        }
    }

    private int merge(UserMemory user, MemorySegment data) {
        int error = user.copyArgumentIn(data.address(), SyncMergeData.SIZEOF);
        if (error < 0) {
            return error;
        }
        if (SyncMergeData.flags(data) != 0 || SyncMergeData.pad(data) != 0) {
            return EINVAL;
        }
        DmaFence other;
        try {
            other = fenceOf(SyncMergeData.fd2(data));
        } catch (ErrnoException noSyncFile) {
            return Errno.ENOENT.negated();
        }
        int merged = export(FenceMerge.merge(List.of(fence, other)), text(SyncMergeData.name(data)));
        if (merged < 0) {
            return merged;
        }
        SyncMergeData.fence(data, merged);
        error = user.copyArgumentOut(data.address(), SyncMergeData.SIZEOF);
        if (error < 0) {
            Linux.close(merged);
            reclaim();
        }
        return error;
    }

    private int info(UserMemory user, MemorySegment data, Arena arena) {
        int error = user.copyArgumentIn(data.address(), SyncFileInfo.SIZEOF);
        if (error < 0) {
            return error;
        }
        if (SyncFileInfo.flags(data) != 0 || SyncFileInfo.pad(data) != 0) {
            return EINVAL;
        }
        List<DmaFence> fences = FenceMerge.leaves(List.of(fence));
        int room = SyncFileInfo.numFences(data);
        if (room != 0) {
            if (Integer.compareUnsigned(room, fences.size()) < 0) {
                return EINVAL;
            }
            MemorySegment array = arena.allocate(SyncFenceInfo.LAYOUT, fences.size());
            for (int i = 0; i < fences.size(); i++) {
                describe(fences.get(i), array.asSlice(i * SyncFenceInfo.SIZEOF, SyncFenceInfo.SIZEOF));
            }
            error = user.copyTo(SyncFileInfo.syncFenceInfo(data), array, array.byteSize());
            if (error < 0) {
                return error;
            }
        }
        put(SyncFileInfo.name(data), name());
        SyncFileInfo.status(data, fence.status());
        SyncFileInfo.numFences(data, fences.size());
        return user.copyArgumentOut(data.address(), SyncFileInfo.SIZEOF);
    }

    private static void describe(DmaFence of, MemorySegment info) {
        put(SyncFenceInfo.objName(info), of.timelineName());
        put(SyncFenceInfo.driverName(info), of.driverName());
        SyncFenceInfo.status(info, of.status());
        SyncFenceInfo.timestampNs(info, of.timestamp());
    }

    private int deadline(UserMemory user, MemorySegment data) {
        int error = user.copyArgumentIn(data.address(), data.byteSize());
        if (error < 0) {
            return error;
        }
        if (data.get(ValueLayout.JAVA_LONG, 8) != 0) {
            return EINVAL;
        }
        fence.setDeadline(data.get(ValueLayout.JAVA_LONG, 0));
        return 0;
    }

    /** The name given by a merge, or one made of the fence. */
    private String name() {
        return name.isEmpty()
                ? fence.driverName() + "-" + fence.timelineName() + Long.toUnsignedString(fence.context()) + "-"
                        + Long.toUnsignedString(fence.seqno())
                : name;
    }

    private static void put(MemorySegment field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        field.fill((byte) 0);
        MemorySegment.copy(bytes, 0, field, ValueLayout.JAVA_BYTE, 0, Math.min(bytes.length, NAME));
    }

    private static String text(MemorySegment field) {
        field.set(ValueLayout.JAVA_BYTE, NAME, (byte) 0);
        return field.getString(0);
    }

    @Override
    public String toString() {
        return "sync file " + name();
    }
}
