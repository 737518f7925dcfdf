package dev.ferrite.drm.vram;

import dev.ferrite.drm.util.OfdLock;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file behind a VRAM: an open descriptor, and what to do with the name at the end.
 *
 * @param fd the file, open for reading and writing, at least as long as the VRAM
 * @param name what messages call it
 * @param zeroed whether every byte is known to be zero
 * @param reserved whether all its space is reserved already
 * @param remove the name to remove at the end, or null
 */
record Backing(
        Fd fd,
        String name,
        boolean zeroed,
        boolean reserved,
        @Nullable Path remove) {
    private static final int S_IFMT = 0xF000;
    private static final int S_IFREG = 0x8000;
    private static final int CHUNK = 1 << 20;

    /** Memory only, sealed against a change of its length; its pages are reserved as they are handed out. */
    static Backing memfd(long size) {
        Fd fd = Fd.own(
                Linux.memfdCreate("ferrite-vram", Linux.MFD_CLOEXEC | Linux.MFD_ALLOW_SEALING), "memfd_create vram");
        try {
            Errno.check(Linux.ftruncate(fd.value(), size), "vram memfd ftruncate size=" + size);
            int seals = Linux.F_SEAL_SHRINK | Linux.F_SEAL_GROW | Linux.F_SEAL_SEAL;
            Errno.check(Linux.fcntl(fd.value(), Linux.F_ADD_SEALS, seals), "vram memfd seal");
        } catch (ErrnoException e) {
            fd.close();
            throw e;
        }
        return new Backing(fd, "memfd", true, false, null);
    }

    /** A named file, all of its space reserved here: a full disk shows now or never. */
    static Backing file(Path path, long size, boolean removeCreated) {
        String name = path.toString();
        boolean created = false;
        int opened = Linux.open(name, Linux.O_RDWR | Linux.O_CLOEXEC | Linux.O_NONBLOCK, 0);
        if (opened == Errno.ENOENT.negated()) {
            opened = Linux.open(name, Linux.O_RDWR | Linux.O_CLOEXEC | Linux.O_CREAT | Linux.O_EXCL, 0600);
            created = opened >= 0;
        }
        Fd fd = Fd.own(opened, "vram file " + name + " open for writing");
        try {
            boolean fresh = prepare(fd.value(), name, size);
            return new Backing(fd, name, fresh, true, created && removeCreated ? path : null);
        } catch (ErrnoException e) {
            if (created) {
                Linux.unlink(name);
            }
            fd.close();
            throw e;
        }
    }

    /** Checks, locks and sizes the file; whether it holds nothing but zeros. */
    private static boolean prepare(int fd, String name, long size) {
        Linux.FileStat stat = Linux.fstat(fd);
        Errno.check(stat.error(), "vram file " + name + " stat");
        if ((stat.mode() & S_IFMT) != S_IFREG) {
            throw new ErrnoException(Errno.EINVAL, "vram file " + name + " is not a regular file");
        }
        int locked = OfdLock.ownAll(fd);
        if (locked == Errno.EAGAIN.negated()) {
            throw new ErrnoException(Errno.EBUSY, "vram file " + name + " is in use as VRAM by somebody else");
        }
        Errno.check(locked, "vram file " + name + " lock");
        boolean fresh = stat.size() == 0;
        if (!fresh && stat.size() < size) {
            throw new ErrnoException(
                    Errno.EINVAL,
                    "vram file " + name + " is shorter than asked: length=" + stat.size() + " size=" + size);
        }
        int reserved;
        do {
            reserved = Linux.fallocate(fd, 0, 0, size);
        } while (reserved == Errno.EINTR.negated());
        if (reserved == Errno.EOPNOTSUPP.negated()) {
            reserved = reserveByHand(fd, fresh, stat, size);
        }
        if (reserved < 0 && fresh) {
            Linux.ftruncate(fd, 0);
        }
        Errno.check(reserved, "vram file " + name + " reserve size=" + size);
        return fresh;
    }

    /** Where the file system cannot reserve: writes zeros to a new file, and takes an old one only if it has no holes. */
    private static int reserveByHand(int fd, boolean fresh, Linux.FileStat stat, long size) {
        if (!fresh) {
            return stat.blocks() * 512 >= size ? 0 : Errno.EOPNOTSUPP.negated();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment zeros = arena.allocate(CHUNK, 8);
            long at = 0;
            while (at < size) {
                long written = Linux.pwrite(fd, zeros.address(), Math.min(CHUNK, size - at), at);
                if (written < 0 && written != Errno.EINTR.negated()) {
                    return (int) written;
                }
                at += Math.max(0, written);
            }
        }
        return 0;
    }

    /** Closes the file and removes its name if that was asked for. */
    void close() {
        if (remove != null) {
            Linux.unlink(remove.toString());
        }
        fd.close();
    }
}
