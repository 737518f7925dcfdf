package dev.ferrite.runtime.task;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.TaskCalls;
import dev.ferrite.runtime.proc.Counted;
import org.jspecify.annotations.Nullable;

/**
 * A pid namespace: the counterpart of {@code kernel::pid_namespace::PidNamespace}.
 *
 * <p>Holds a descriptor, which keeps the namespace, so that its identity is not given to another one meanwhile. Two are
 * equal if they are the same namespace. Thread-safe.
 */
public final class PidNamespace implements AlwaysRefCounted {
    /** How deep the kernel nests them, plus the first one. */
    static final int MAX_DEPTH = 33;

    private final Counted count = new Counted();
    private final Fd fd;
    private final long device;
    private final long inode;

    PidNamespace(Fd fd) {
        Linux.FileStat stat = Linux.fstat(fd.value());
        if (stat.error() < 0) {
            fd.close();
            throw new ErrnoException(Errno.fromErrno(stat.error()), "statx of a pid namespace");
        }
        this.fd = fd;
        this.device = stat.device();
        this.inode = stat.inode();
    }

    /**
     * The one this JVM lives in; it can live in no other. A field after the first call.
     *
     * @return the namespace, borrowed: it is never released
     */
    public static PidNamespace ofThisProcess() {
        return Own.NAMESPACE;
    }

    /**
     * The number of the namespace: what {@code ls -l /proc/PID/ns/pid} shows in brackets.
     *
     * @return the inode
     */
    public long inode() {
        return inode;
    }

    /**
     * The namespace around it.
     *
     * @return a reference, owned by the caller; null if it is the first one, or the caller's own or one that does not
     *     lie within, whose parent is nobody's business here (EPERM)
     * @throws ErrnoException as the kernel says
     */
    public @Nullable ARef<PidNamespace> parent() {
        int result = Linux.ioctl(fd.value(), TaskCalls.NS_GET_PARENT, 0);
        if (result == Errno.EPERM.negated()) {
            return null;
        }
        return ARef.fromRaw(new PidNamespace(Fd.own(result, "NS_GET_PARENT")));
    }

    /** How many steps up from here it is to another one: 0 to itself, -1 if it is not on the way. */
    int levelsUpTo(PidNamespace ancestor) {
        if (equals(ancestor)) {
            return 0;
        }
        try (ARef<PidNamespace> parent = parent()) {
            int further = parent == null ? -1 : parent.get().levelsUpTo(ancestor);
            return further < 0 ? -1 : further + 1;
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
    public boolean equals(@Nullable Object other) {
        return other instanceof PidNamespace that && that.device == device && that.inode == inode;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(inode);
    }

    @Override
    public String toString() {
        return "pid:[" + inode + "]";
    }

    /** Opened when it is asked for, and for ever. */
    private static final class Own {
        static final PidNamespace NAMESPACE =
                new PidNamespace(Fd.own(Linux.open("/proc/self/ns/pid", Linux.O_CLOEXEC, 0), "open /proc/self/ns/pid"));
    }
}
