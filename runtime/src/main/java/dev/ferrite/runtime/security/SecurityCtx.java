package dev.ferrite.runtime.security;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.proc.ProcText;
import dev.ferrite.runtime.task.Task;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The label a security module gave a task: the counterpart of {@code kernel::security::SecurityCtx}.
 *
 * <p>A copy in off-heap memory, released once, by {@link #close}; reading it afterwards is an
 * {@link IllegalStateException}. May be used and closed by any thread.
 */
public final class SecurityCtx implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final MemorySegment bytes;

    private SecurityCtx(byte[] label) {
        // No byte is a label, too: the empty one, and then there is no memory to point to.
        this.bytes = arena.allocate(label.length)
                .copyFrom(MemorySegment.ofArray(label))
                .asReadOnly();
    }

    /**
     * A task's label: {@code /proc/TID/attr/current}.
     *
     * @param task the task
     * @return the label, owned by the caller
     * @throws ErrnoException EOPNOTSUPP if no module gives labels, ESRCH if the task is gone, EACCES
     */
    public static SecurityCtx of(Task task) {
        try (Fd fd = task.openProc("attr/current", Linux.O_RDONLY)) {
            return read(fd.value(), "attr/current of pid=" + task.pid());
        } catch (ErrnoException e) {
            throw unsupported(e);
        }
    }

    /**
     * The calling thread's label, on its carrier if it is virtual.
     *
     * @return the label, owned by the caller
     * @throws ErrnoException EOPNOTSUPP if no module gives labels
     */
    public static SecurityCtx ofCurrent() {
        try (ARef<Task> task = Task.find(Linux.gettid())) {
            return of(task.get());
        }
    }

    /**
     * The label behind a number: {@code SecurityCtx::from_secid}. The numbers are the kernel's own; it gives user space
     * none of them, and so no way back from one, either.
     *
     * @param secid the number
     * @return never
     * @throws ErrnoException EOPNOTSUPP if no module gives labels, EINVAL if one does, for it never gave that number
     */
    @SuppressWarnings("DoNotCallSuggester") // the kernel's door, which a caller must find where it is
    public static SecurityCtx fromSecid(int secid) {
        ofCurrent().close();
        throw new ErrnoException(Errno.EINVAL, "no label for secid=" + Integer.toUnsignedString(secid));
    }

    private static SecurityCtx read(int fd, String what) {
        return of(ProcText.read(fd, what).bytes());
    }

    /** SELinux ends a label by NUL, AppArmor by a newline, which is gone already. */
    static SecurityCtx of(byte[] text) {
        int length = text.length;
        while (length > 0 && text[length - 1] == 0) {
            length--;
        }
        return new SecurityCtx(Arrays.copyOf(text, length));
    }

    /** EINVAL: no module answers. ENOENT: a kernel without any. */
    private static ErrnoException unsupported(ErrnoException e) {
        if (e.errno().equals(Errno.EINVAL) || e.errno().equals(Errno.ENOENT)) {
            ErrnoException none = new ErrnoException(Errno.EOPNOTSUPP, "no security module gives labels");
            none.initCause(e);
            return none;
        }
        return e;
    }

    /**
     * How long it is.
     *
     * @return bytes
     */
    public long len() {
        return asBytes().byteSize();
    }

    /**
     * Whether it has no byte.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return len() == 0;
    }

    /**
     * The label as it is.
     *
     * @return read-only memory, valid until {@link #close}
     * @throws IllegalStateException if it is closed
     */
    public MemorySegment asBytes() {
        if (!arena.scope().isAlive()) {
            throw new IllegalStateException("security context is closed");
        }
        return bytes;
    }

    /** Releases it; does nothing the second time. */
    @Override
    public synchronized void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    /** The label as text. */
    @Override
    public String toString() {
        return arena.scope().isAlive()
                ? new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8)
                : "security context, closed";
    }
}
