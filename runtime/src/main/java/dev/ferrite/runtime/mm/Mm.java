package dev.ferrite.runtime.mm;

import dev.ferrite.locks.RwLock;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.proc.Counted;
import dev.ferrite.runtime.proc.TaskDir;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/**
 * An address space, by name: the counterpart of {@code struct mm_struct} and {@code mmgrab}
 * ({@code rust/kernel/mm.rs}, {@code Mm}).
 *
 * <p>It may be empty already, for its process may have ended or started another program. Whoever wants to look inside
 * asks {@link #mmgetNotZero}. Holds descriptors of {@code maps}, {@code smaps} and {@code pagemap}, which Linux binds to
 * the address space and not to the process: after an exec this is still the old one, and empty. Thread-safe.
 */
public final class Mm implements AlwaysRefCounted {
    final Fd maps;
    final Fd smaps;
    final Fd pagemap;
    final RwLock<Mm> mmapLock = RwLock.of(this, "mmap_lock");

    private final Counted count = new Counted();
    private final boolean own;

    private Mm(Fd maps, Fd smaps, Fd pagemap, boolean own) {
        this.maps = maps;
        this.smaps = smaps;
        this.pagemap = pagemap;
        this.own = own;
    }

    /**
     * That of this process. A field after the first call.
     *
     * @return the address space, borrowed: it is never released
     */
    public static Mm ofThisProcess() {
        return Own.MM;
    }

    /**
     * A task's.
     *
     * @param dir the task's files
     * @return a reference, owned by the caller; null if it has none: a kernel thread, or one that has ended
     * @throws ErrnoException EACCES, if the caller may not look into that task (ptrace rules)
     */
    @SuppressWarnings("exports") // for the rooms beside this one; everybody else asks Task.mm()
    public static @Nullable ARef<Mm> of(TaskDir dir) {
        if (dir.tid() == Linux.getpid()) {
            return ARef.from(ofThisProcess());
        }
        Fd maps = null;
        Fd smaps = null;
        Mm mm = null;
        try {
            maps = dir.openFile("maps", Linux.O_RDONLY);
            smaps = dir.openFile("smaps", Linux.O_RDONLY);
            mm = new Mm(maps, smaps, dir.openFile("pagemap", Linux.O_RDONLY), false);
        } catch (ErrnoException e) {
            // An exec between the first and the last open leaves the first one empty: then it has ended, too.
            if (!e.errno().equals(Errno.ESRCH)) {
                throw e;
            }
        } finally {
            if (mm == null) {
                close(maps);
                close(smaps);
            }
        }
        if (mm == null) {
            return null;
        }
        if (mm.hasUsers()) {
            return ARef.fromRaw(mm);
        }
        mm.decRef();
        return null;
    }

    private static void close(@Nullable Fd fd) {
        if (fd != null) {
            fd.close();
        }
    }

    /**
     * The address space with somebody in it, if there still is: {@code mmget_not_zero}.
     *
     * <p>Linux lets no process keep another one's address space from ending, so this is the fact of one moment, but for
     * this process's own; what is asked later may be {@code ESRCH}.
     *
     * @return a reference, owned by the caller; null if its last user is gone
     */
    public @Nullable ARef<MmWithUser> mmgetNotZero() {
        return hasUsers() ? ARef.fromRaw(new MmWithUser(ARef.from(this))) : null;
    }

    /** Whether a page of {@code maps} can be had; it is empty, or ESRCH, without users. */
    boolean hasUsers() {
        if (own) {
            return true;
        }
        try (Arena arena = Arena.ofConfined()) {
            long got = Linux.pread(maps.value(), arena.allocate(1).address(), 1, 0);
            return got > 0;
        }
    }

    @Override
    public void incRef() {
        count.inc();
    }

    @Override
    public void decRef() {
        if (count.decAndTest()) {
            maps.close();
            smaps.close();
            pagemap.close();
        }
    }

    @Override
    public String toString() {
        return "Mm" + (own ? " of this process" : hasUsers() ? "" : " without users");
    }

    /** Opened when it is asked for, and for ever. */
    private static final class Own {
        static final Mm MM = new Mm(open("maps"), open("smaps"), open("pagemap"), true);

        private static Fd open(String name) {
            String path = "/proc/self/" + name;
            return Fd.own(Linux.open(path, Linux.O_RDONLY | Linux.O_CLOEXEC, 0), "open " + path);
        }
    }
}
