package dev.ferrite.runtime.share;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A read-only look at another process's region. Its memory is unmapped when the view is unreachable, never before; it
 * outlives the process it shows.
 */
public final class RegionView {
    private static final Cleaner CLEANER = Cleaner.create();

    private final RegionOwner owner;
    private final long address;
    private final long bytes;

    private RegionView(RegionOwner owner, long address, long bytes) {
        this.owner = owner;
        this.address = address;
        this.bytes = bytes;
    }

    /**
     * Maps a region.
     *
     * @param owner whose, from {@link RegionOwner#find}
     * @param leastBytes what it must have at least
     * @return the view
     * @throws IOException with one sentence: the process has ended, it may not be looked at, or the region is not one
     */
    static RegionView open(RegionOwner owner, long leastBytes) throws IOException {
        int fd = Linux.open(owner.link().toString(), Linux.O_RDONLY | Linux.O_CLOEXEC, 0);
        if (fd < 0) {
            Errno error = Errno.fromErrno(fd);
            throw new IOException(
                    error.equals(Errno.ENOENT)
                            ? "process " + owner.pid() + " has ended"
                            : "process " + owner.pid() + " does not let us look: " + error.message());
        }
        try {
            long bytes = Linux.fstat(fd).size();
            int seals = Linux.fcntl(fd, Linux.F_GET_SEALS, 0);
            if (bytes < leastBytes || seals < 0 || (seals & Linux.F_SEAL_SHRINK) == 0) {
                throw new IOException("what process " + owner.pid() + " shows as " + owner.name()
                        + " is not of Ferrite: " + bytes + " bytes, seals " + seals);
            }
            long address = Linux.mmap(0, bytes, Linux.PROT_READ, Linux.MAP_SHARED, fd, 0);
            if (address < 0 && address >= -Errno.MAX_ERRNO) {
                throw new IOException("the region of process " + owner.pid() + " cannot be mapped: "
                        + Errno.fromErrno(address).message());
            }
            RegionView view = new RegionView(owner, address, bytes);
            CLEANER.register(view, () -> Linux.munmap(address, bytes));
            return view;
        } finally {
            Linux.close(fd);
        }
    }

    /**
     * Where it is.
     *
     * @return an address that is valid while this view is reachable
     */
    public long address() {
        return address;
    }

    /**
     * How long it is.
     *
     * @return bytes
     */
    public long bytes() {
        return bytes;
    }

    /**
     * Whose it is.
     *
     * @return the process
     */
    public RegionOwner owner() {
        return owner;
    }

    /**
     * Whether the process still has it.
     *
     * @return false once it has ended, or has given the region up
     */
    public boolean isAlive() {
        Object inode = inode(owner.link());
        return inode != null && inode.equals(owner.inode());
    }

    static @Nullable Object inode(Path link) {
        try {
            return Files.getAttribute(link, "unix:ino");
        } catch (IOException e) {
            return null;
        }
    }
}
