package dev.ferrite.drm.core;

import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.errno.Errno;
import org.jspecify.annotations.Nullable;

/**
 * Masters and authentication of one device: the counterpart of {@code drm_auth.c}.
 *
 * <p>Everything changes under the master lock; the two questions that every call asks, whether a file is authenticated
 * and whether it is master, read volatile fields.
 */
final class Auth {
    private static final class Reign {
        volatile @Nullable Master current;
    }

    private static final int EACCES = Errno.EACCES.negated();
    private static final int EINVAL = Errno.EINVAL.negated();
    private static final int INTERFACE_MAJOR = 1;
    private static final int INTERFACE_MINOR = 4;

    private final Reign reign = new Reign();
    private final Mutex<Reign> lock = Mutex.of(reign, "drm_master");

    /** The opener of a primary node: master if there is none, else a subject. */
    void open(DrmFile<?> file) {
        try (var guard = lock.lock()) {
            Reign now = guard.get();
            Master master = now.current;
            if (master == null) {
                crown(now, file);
            } else {
                file.master = master;
            }
        }
    }

    /** A new reign: always with a new {@link Master}, whose tokens start at 1. */
    private static void crown(Reign now, DrmFile<?> file) {
        Master master = new Master();
        file.master = master;
        file.isMaster = true;
        file.wasMaster = true;
        file.authenticated = true;
        now.current = master;
    }

    boolean isCurrent(DrmFile<?> file) {
        return file.isMaster && file.master == reign.current;
    }

    /** The file is closed: its token dies, and its reign if it has one. */
    void release(DrmFile<?> file) {
        try (var guard = lock.lock()) {
            Reign now = guard.get();
            Master asked = file.magicMaster;
            if (asked != null) {
                asked.files.remove(file.magic);
                asked.magics.release(file.magic);
            }
            if (isCurrent(file)) {
                now.current = null;
            }
            file.isMaster = false;
            file.master = null;
        }
    }

    int getMagic(DrmFile<?> file) {
        try (var guard = lock.lock()) {
            guard.get();
            Master master = file.master;
            if (file.magic == 0 && master != null) {
                file.magic = (int) master.magics.reserve();
                file.magicMaster = master;
                master.files.put(file.magic, file);
            }
            return file.magic;
        }
    }

    int authMagic(DrmFile<?> file, int magic) {
        try (var guard = lock.lock()) {
            guard.get();
            Master master = file.master;
            DrmFile<?> found = master == null ? null : master.files.remove(magic);
            if (found == null) {
                return EINVAL;
            }
            found.authenticated = true;
            return 0;
        }
    }

    int setMaster(DrmFile<?> file) {
        try (var guard = lock.lock()) {
            Reign now = guard.get();
            if (!mayRule(file)) {
                return EACCES;
            }
            if (isCurrent(file)) {
                return 0;
            }
            if (now.current != null) {
                return Errno.EBUSY.negated();
            }
            if (file.master == null) {
                return EINVAL;
            }
            if (file.isMaster) {
                now.current = file.master;
            } else {
                crown(now, file);
            }
            return 0;
        }
    }

    int dropMaster(DrmFile<?> file) {
        try (var guard = lock.lock()) {
            Reign now = guard.get();
            if (!mayRule(file)) {
                return EACCES;
            }
            if (!isCurrent(file)) {
                return EINVAL;
            }
            now.current = null;
            return 0;
        }
    }

    private static boolean mayRule(DrmFile<?> file) {
        return file.wasMaster || file.caller().sysAdmin();
    }

    /** SET_VERSION's interface half: 0 or {@code -EINVAL}; from 1.1 on the unique name is shown. */
    int setInterface(DrmFile<?> file, int major, int minor, String unique) {
        if (major == -1) {
            return 0;
        }
        if (major != INTERFACE_MAJOR || minor < 0 || minor > INTERFACE_MINOR) {
            return EINVAL;
        }
        try (var guard = lock.lock()) {
            guard.get();
            Master master = file.master;
            if (minor >= 1 && master != null) {
                master.unique = unique;
            }
        }
        return 0;
    }

    /** What GET_UNIQUE shows. */
    String unique(DrmFile<?> file) {
        try (var guard = lock.lock()) {
            guard.get();
            Master master = file.master;
            return master == null || master.unique == null ? "" : master.unique;
        }
    }

    static int interfaceMajor() {
        return INTERFACE_MAJOR;
    }

    static int interfaceMinor() {
        return INTERFACE_MINOR;
    }
}
