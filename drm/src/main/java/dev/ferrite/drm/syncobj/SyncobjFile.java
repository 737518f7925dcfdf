package dev.ferrite.drm.syncobj;

import dev.ferrite.drm.anon.AnonFile;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;

/** A sync object behind a descriptor, with a reference on it. */
public final class SyncobjFile extends AnonFile {
    private final Syncobj object;

    private SyncobjFile(Syncobj object) {
        this.object = object;
    }

    /**
     * Gives a descriptor away: {@code drm_syncobj_get_fd}.
     *
     * @param object what it stands for; keeps a reference until every copy is closed
     * @return the descriptor, close-on-exec, or {@code -errno} (EMFILE, ENFILE)
     */
    public static int export(Syncobj object) {
        object.get();
        int fd = new SyncobjFile(object).give();
        if (fd < 0) {
            object.put();
        }
        return fd;
    }

    /**
     * The object of a descriptor.
     *
     * @param fd any number
     * @return the object, with a reference that is the caller's
     * @throws ErrnoException EBADF if it is no descriptor, EINVAL if it is no sync object of this
     *     process
     */
    public static Syncobj objectOf(int fd) {
        Syncobj object = find(fd, SyncobjFile.class).object;
        if (!object.tryGet()) {
            throw new ErrnoException(
                    Errno.EINVAL, "sync object is gone: fd=" + fd); // closed by another thread meanwhile
        }
        return object;
    }

    @Override
    protected void closed() {
        object.put();
    }
}
