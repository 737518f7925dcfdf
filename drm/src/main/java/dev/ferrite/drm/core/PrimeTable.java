package dev.ferrite.drm.core;

import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which handle of one file is which dma-buf, and the two PRIME calls: the counterpart of
 * {@code drm_prime_file_private}.
 *
 * <p>Each entry owns a reference on the dma-buf, and goes with its handle.
 */
final class PrimeTable {
    /*
     * The lock is held from the lookup of a handle to the entry for it. A close takes the handle out of its slot first
     * and removes the entry after that, with this lock: so either the lookup fails, or the close waits and finds the
     * entry. No entry outlives its handle.
     */
    private static final int ENOENT = Errno.ENOENT.negated();

    private static final class Entries {
        final Map<Integer, DmaBuf> byHandle = new TreeMap<>();
        final Map<DmaBuf, TreeSet<Integer>> byBuffer = new HashMap<>();

        void add(int handle, DmaBuf buffer) {
            buffer.get();
            byHandle.put(handle, buffer);
            byBuffer.computeIfAbsent(buffer, key -> new TreeSet<>()).add(handle);
        }

        @Nullable
        DmaBuf remove(int handle) {
            DmaBuf buffer = byHandle.remove(handle);
            if (buffer != null) {
                byBuffer.computeIfPresent(buffer, (key, handles) -> {
                    handles.remove(handle);
                    return handles.isEmpty() ? null : handles;
                });
            }
            return buffer;
        }
    }

    private final DrmFile<?> file;
    private final Mutex<Entries> entries = Mutex.of(new Entries(), "drm_prime");

    /** Whether an entry was ever made: files that share nothing never take the lock. */
    private volatile boolean used;

    PrimeTable(DrmFile<?> file) {
        this.file = file;
    }

    /** Forgets a handle that is closing. */
    void remove(int handle) {
        if (!used) {
            return;
        }
        DmaBuf buffer;
        try (var guard = entries.lock()) {
            buffer = guard.get().remove(handle);
        }
        if (buffer != null) {
            buffer.put();
        }
    }

    /** Before a handle is looked up: with the fence, a close that misses this made its handle unfindable. */
    private void markUsed() {
        if (!used) {
            used = true;
            Words.fullFence();
        }
    }

    boolean isEmpty() {
        try (var guard = entries.lock()) {
            return guard.get().byHandle.isEmpty();
        }
    }

    /** PRIME_HANDLE_TO_FD: a new descriptor, or {@code -errno}. */
    int handleToFd(int handle, int flags) {
        GemObject<?> object;
        DmaBuf buffer = null;
        try (var guard = entries.lock()) {
            markUsed();
            object = file.handles().lookup(handle);
            if (object == null) {
                return ENOENT;
            }
            try {
                buffer = bufferOf(guard.get(), object, handle);
            } catch (ErrnoException e) {
                return e.errno().negated();
            } finally {
                if (buffer == null) {
                    // Not the last one: the handle's share cannot go while this lock is held.
                    object.decRef();
                }
            }
        }
        object.decRef();
        try {
            return buffer.newFd(flags);
        } finally {
            buffer.put();
        }
    }

    /** The buffer of a handle, made and noted if need be, with a reference for the caller. */
    private DmaBuf bufferOf(Entries held, GemObject<?> object, int handle) {
        DmaBuf known = held.byHandle.get(handle);
        if (known != null) {
            known.get();
            return known;
        }
        DmaBuf buffer;
        try (var guard = object.device().names().lock()) {
            NameTable names = guard.get();
            buffer = object.dmaBuf != null ? object.dmaBuf : object.imported();
            if (buffer == null) {
                if (!object.markShared(names)) {
                    throw new ErrnoException(Errno.ENOENT, "export of an object without handles");
                }
                buffer = export(object);
                object.dmaBuf = buffer;
            }
            buffer.get();
        }
        held.add(handle, buffer);
        return buffer;
    }

    private DmaBuf export(GemObject<?> object) {
        GemDmaBuf exporter = GemDmaBuf.of(object, file.security());
        DmaBuf buffer = null;
        try {
            buffer = DmaBuf.export(exporter, object.device().driver().info().name());
            return buffer;
        } finally {
            if (buffer == null) {
                exporter.release(); // never the last references: the caller has both
            }
        }
    }

    /** PRIME_FD_TO_HANDLE: the handle this file has on the buffer already, or a new one, or {@code -errno}. */
    int fdToHandle(int fd) {
        DmaBuf buffer;
        try {
            buffer = DmaBuf.get(fd);
        } catch (ErrnoException e) {
            return e.errno().negated();
        }
        GemObject<?> imported = null;
        GemDmaBuf exporter = buffer.exporter(GemDmaBuf.class);
        int denied = exporter == null ? 0 : file.security().receive(exporter.security());
        if (denied < 0) {
            buffer.put();
            return denied;
        }
        try (var guard = entries.lock()) {
            markUsed();
            TreeSet<Integer> known = guard.get().byBuffer.get(buffer);
            if (known != null) {
                return known.first();
            }
            if (exporter != null && exporter.object().device() == file.device()) {
                imported = exporter.object();
                imported.incRef(); // alive: the buffer keeps it
            } else {
                imported = importForeign(file.device(), buffer);
            }
            int handle = imported.reserveHandle(file);
            try (var names = file.device().names().lock()) {
                if (handle > 0 && imported.dmaBuf == null && imported.markShared(names.get())) {
                    buffer.get();
                    imported.dmaBuf = buffer;
                }
            }
            if (handle > 0) {
                handle = imported.finishHandle(file, handle);
            }
            if (handle > 0) {
                guard.get().add(handle, buffer);
            }
            return handle;
        } catch (ErrnoException e) {
            return e.errno().negated();
        } finally {
            if (imported != null) {
                imported.decRef();
            }
            buffer.put();
        }
    }

    /** The object of somebody else's buffer: {@code drm_gem_prime_import}. */
    private static <D> GemObject<?> importForeign(Device<D> device, DmaBuf buffer) {
        Driver.PrimeImport<D> hook = device.driver().primeImport;
        if (hook == null) {
            throw new ErrnoException(Errno.EINVAL, device + " takes no buffers of others");
        }
        return hook.importFrom(device, buffer).intoRaw();
    }
}
