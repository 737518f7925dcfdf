package dev.ferrite.runtime.fs;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.TaskCalls;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.proc.Counted;
import dev.ferrite.runtime.security.SecuredFile;
import dev.ferrite.runtime.security.SecurityHooks;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An open file: the counterpart of {@code struct file} ({@code rust/kernel/fs/file.rs}, {@code LocalFile} and
 * {@code File} in one, as nothing here reads the position without the kernel's lock).
 *
 * <p>Counted; holds a descriptor of its own, closed by exec, so it stays the same open file when the number it was found
 * under is closed or given to another one. Position and flags are shared with all other numbers of it. Thread-safe.
 */
public final class File implements AlwaysRefCounted, SecuredFile {
    private static final int NAME_BYTES = 4096;

    private final Counted count = new Counted();
    private final Fd fd;
    private final Opening opening;

    private File(Fd fd, Opening opening) {
        this.fd = fd;
        this.opening = opening;
        FdTable.put(fd, opening);
    }

    /**
     * Opens a file, after the policies were asked ({@link SecurityHooks#fileOpen}). Takes the caller's credential, which
     * costs more than the open. May block on slow files.
     *
     * @param path the path, relative to the working folder
     * @param flags {@code O_*}; O_CLOEXEC is added
     * @param mode permissions of a file it creates, such as {@code 0600}
     * @return the file, owned by the caller
     * @throws ErrnoException what a policy answers, EINVAL if the path has a NUL, and what the kernel says
     */
    public static ARef<File> open(String path, int flags, int mode) {
        if (path.indexOf('\0') >= 0) {
            throw new ErrnoException(Errno.EINVAL, "a NUL in a path of " + path.length() + " characters");
        }
        int closing = flags | Linux.O_CLOEXEC;
        ARef<Credential> opener = Credential.current();
        int answer = SecurityHooks.fileOpen(opener.get(), new Opening(opener, path, closing, 0, 0));
        Errno.check(answer, "policy: open " + path);
        return adopt(Fd.own(Linux.open(path, closing, mode), "open " + path), opener, path);
    }

    /**
     * Takes over a descriptor that the caller has just opened, so that the calling thread is its opener.
     *
     * @param fd the descriptor, which belongs to the file from here on
     * @return the file, owned by the caller
     * @throws ErrnoException as the kernel says; the descriptor is closed then
     */
    public static ARef<File> adopt(Fd fd) {
        try {
            return adopt(fd, Credential.current(), pathOf(fd.value()));
        } catch (Throwable failure) {
            fd.close();
            throw failure;
        }
    }

    private static ARef<File> adopt(Fd fd, @Nullable ARef<Credential> opener, String name) {
        try {
            Linux.FileStat stat = stat(fd.value());
            int flags = flags(fd.value());
            return ARef.fromRaw(new File(fd, new Opening(opener, name, flags, stat.device(), stat.inode())));
        } catch (Throwable failure) {
            fd.close();
            throw failure;
        }
    }

    /**
     * The open file behind a number: {@code fget}.
     *
     * @param number a descriptor of this process
     * @return the file, owned by the caller
     * @throws ErrnoException EBADF if it is not open, or only reserved; EMFILE
     */
    public static ARef<File> fget(int number) {
        for (; ; ) {
            long changes = FdTable.changes();
            if (number < 0 || FdTable.isReserved(number)) {
                throw new ErrnoException(Errno.EBADF, "fget fd=" + number);
            }
            Fd fd = Fd.own(Linux.dup(number), "fget fd=" + number);
            try {
                if ((flags(fd.value()) & TaskCalls.O_PATH) != 0 && FdTable.mayHaveSeenAPlaceholder(changes)) {
                    fd.close();
                    Thread.onSpinWait();
                    continue;
                }
                Opening known = FdTable.find(number, stat(fd.value()));
                return known == null ? adopt(fd, null, pathOf(fd.value())) : ARef.fromRaw(new File(fd, known));
            } catch (Throwable failure) {
                fd.close();
                throw failure;
            }
        }
    }

    /**
     * The flags it has now: {@code File::flags}. One look; another thread may change some of them meanwhile.
     *
     * @return {@code O_*}, without O_CLOEXEC, which belongs to a number and not to the file
     */
    @Override
    public int flags() {
        return flags(fd.value());
    }

    /**
     * The credential of its opener, which never changes: {@code File::cred}. Linux does not tell who opened a file; so it
     * is known for files opened or adopted here, under whichever of their numbers they were found.
     *
     * @return the credential, borrowed; null if it is not known
     */
    public @Nullable Credential cred() {
        ARef<Credential> opener = opening.opener();
        return opener == null ? null : opener.get();
    }

    /**
     * Where reading and writing go on.
     *
     * @return the offset in bytes
     * @throws ErrnoException ESPIPE for a file without one
     */
    public long position() {
        return Errno.check(TaskCalls.position(fd.value()), "lseek " + this);
    }

    /**
     * Its path when it was opened; what {@code /proc} says if that happened elsewhere.
     *
     * @return such as {@code /dev/null} or {@code pipe:[4711]}
     */
    @Override
    public String name() {
        return opening.name();
    }

    /**
     * Its own descriptor.
     *
     * @return the number, open until the last reference is dropped; not to be closed
     */
    public int fd() {
        return fd.value();
    }

    /**
     * Whether another one is the same open file: one position, one set of flags. Two opens of one path are not.
     *
     * @param other the other one
     * @return true if so
     * @throws ErrnoException ENOSYS or EPERM before Linux 6.10, where kcmp is not to be had
     */
    public boolean isSameFile(File other) {
        int result = Linux.fcntl(fd.value(), TaskCalls.F_DUPFD_QUERY, other.fd.value());
        if (result >= 0) {
            return result == 1;
        }
        int self = Linux.getpid();
        return Errno.check(TaskCalls.kcmp(self, self, TaskCalls.KCMP_FILE, fd.value(), other.fd.value()), "kcmp") == 0;
    }

    /**
     * Sends the device its command, after the policies were asked ({@link SecurityHooks#fileIoctl}). A file whose opener
     * is not known is the caller's, for them.
     *
     * @param command the number of the ioctl
     * @param argument its argument
     * @return what the device returns, or {@code -errno}, of a policy or of the kernel
     */
    public int ioctl(int command, long argument) {
        if (SecurityHooks.count() != 0) {
            Credential opener = cred();
            if (opener == null) {
                try (ARef<Credential> caller = Credential.current()) {
                    opener = caller.get();
                }
            }
            int answer = SecurityHooks.fileIoctl(opener, this, command, argument);
            if (answer < 0) {
                return answer;
            }
        }
        return Linux.ioctl(fd.value(), command, argument);
    }

    Opening opening() {
        return opening;
    }

    private static int flags(int fd) {
        return (int) Errno.check(Linux.fcntl(fd, Linux.F_GETFL, 0), "fcntl F_GETFL fd=" + fd);
    }

    private static Linux.FileStat stat(int fd) {
        Linux.FileStat stat = Linux.fstat(fd);
        Errno.check(stat.error(), "statx fd=" + fd);
        return stat;
    }

    private static String pathOf(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocate(NAME_BYTES);
            int length = TaskCalls.readlink("/proc/self/fd/" + fd, path.address(), NAME_BYTES);
            return length < 0
                    ? "fd " + fd
                    : new String(path.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void incRef() {
        count.inc();
    }

    @Override
    public void decRef() {
        if (count.decAndTest()) {
            fd.close();
        }
    }

    @Override
    public String toString() {
        return "File " + name() + " " + fd;
    }
}
