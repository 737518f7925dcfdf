package dev.ferrite.drm.core;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.drm.resv.DmaResv;
import dev.ferrite.drm.vma.VmaNode;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Pages;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A buffer object: the counterpart of {@code struct drm_gem_object}.
 *
 * <p>Counted; created with one reference, the creator's. All its handles together own one more, as long as there is a
 * handle; an exported dma-buf owns one, and so does each mapping. The last drop frees it, on whichever thread it
 * happens: backing first, then the driver's data. Thread-safe.
 *
 * <p>States: created (no handle), published (handles, perhaps a name and a dma-buf), unnamed (the last handle is gone,
 * other references remain), dead. An unnamed object is published again by a dma-buf import.
 *
 * @param <T> the driver's private data
 */
public abstract sealed class GemObject<T> implements AlwaysRefCounted permits BaseObject, ShmemObject, VramObject {
    private static final VarHandle RESV;
    private static final VarHandle MAPPERS;

    static {
        try {
            MAPPERS = MethodHandles.lookup().findVarHandle(GemObject.class, "mappers", MapPermission.class);
            RESV = MethodHandles.lookup().findVarHandle(GemObject.class, "resv", DmaResv.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final int EINVAL = Errno.EINVAL.negated();

    private final Device<?> device;
    private final DriverObject<?, T> hooks;
    private final T data;
    private final long size;
    private final VmaNode<GemObject<?>> node = new VmaNode<>(this);

    /** Made by the first who asks, by CAS: most objects never have a fence. */
    private volatile @Nullable DmaResv resv;

    /** Who may map it; replaced by CAS. Here and not in the node: each handle changes it, and has read what lies around it. */
    private volatile @Nullable MapPermission mappers;

    /** The off-heap header; 0 once the object is dead. */
    private volatile long header;

    /** Guarded by the device's name lock: the buffer it is exported as, with a reference, while it has a handle. */
    @Nullable
    DmaBuf dmaBuf;

    GemObject(Device<?> device, DriverObject<?, T> hooks, T data, long size) {
        this.device = device;
        this.hooks = hooks;
        this.data = data;
        this.size = size;
        long made = GemHeader.alloc(this);
        this.header = made;
        Live.OBJECTS.add(1);
        // From here on a lookup that raced with the header's former owner may count us, and drop that again: harmless,
        // for the creator's reference is there.
        GemHeader.publish(made);
    }

    /** Refuses what no driver may ask for: {@code BUG_ON(size & (PAGE_SIZE - 1))}. */
    static void checkSize(long size) {
        if (size <= 0 || size % Pages.SIZE != 0) {
            throw new KernelBug("GEM object size is not a multiple of the page size: size=" + size);
        }
    }

    /** Maps the start of the object; the address, or {@code -errno}. The caller holds a reference. */
    abstract long map(long length, int protection);

    /** Gives the backing back; called once, at the end. */
    abstract void releaseBacking();

    /**
     * The length.
     *
     * @return bytes, a multiple of the page size
     */
    public final long size() {
        live();
        return size;
    }

    /**
     * The driver's private data.
     *
     * @return what the init hook made
     */
    public final T data() {
        return data;
    }

    /**
     * The device.
     *
     * @return the device it was created on
     */
    public final Device<?> device() {
        return device;
    }

    /**
     * Its fences: {@code drm_gem_object::resv}. Its own, or shared with another object.
     *
     * @return always the same one
     */
    public final DmaResv resv() {
        DmaResv known = resv;
        if (known == null) {
            DmaResv made = new DmaResv();
            known = (DmaResv) RESV.compareAndExchange(this, null, made);
            return known == null ? made : known;
        }
        return known;
    }

    /** Before it is published: its fences are those of something else, which it keeps alive. */
    final void shareResv(DmaResv other) {
        resv = other;
    }

    /** The file that holds its memory, for {@link GemDmaBuf}: {@code -ENOSYS} unless its kind has one for others to see. */
    int pages() {
        return Errno.ENOSYS.negated();
    }

    /** The buffer of somebody else whose memory it shows; null if it has its own. */
    @Nullable
    DmaBuf imported() {
        return null;
    }

    /** Whether it has a dma-buf, exported from it. */
    final boolean isExported() {
        try (var guard = device.names().lock()) {
            guard.get();
            return dmaBuf != null;
        }
    }

    @Override
    public final void incRef() {
        GemHeader.get(live());
    }

    @Override
    public final void decRef() {
        if (GemHeader.drop(live())) {
            free();
        }
    }

    private long live() {
        long current = header;
        if (current == 0) {
            throw new KernelBug("use of a GEM object after its last reference was dropped");
        }
        return current;
    }

    /** The header for a lookup, which may come too late: 0 then. */
    final long headerOrZero() {
        return header;
    }

    private void free() {
        // The offset goes first: until then an mmap may find the node, meets the dead count, and leaves it alone.
        device.offsets().remove(node);
        long dead = header;
        header = 0;
        if (dmaBuf != null) {
            Warn.warn("drm-gem-free-exported", "GEM object freed while it has a dma-buf: device=" + device);
        }
        try {
            releaseBacking();
        } finally {
            GemHeader.free(dead);
            Live.OBJECTS.add(-1);
            if (hooks.free() != null) {
                hooks.free().accept(data);
            }
        }
    }

    /**
     * Makes a new handle; each call makes another one: {@code drm_gem_handle_create}. The caller keeps its reference.
     *
     * @param file whose handle it is; of the same device
     * @return the handle, 1 or more, or {@code -errno}: ENOSPC, EINVAL for a file of another device, or what the
     *     driver's open hook returned
     */
    public final int createHandle(DrmFile<?> file) {
        if (file.device() != device) {
            return EINVAL;
        }
        int handle = reserveHandle(file);
        return handle < 0 ? handle : finishHandle(file, handle);
    }

    /** First half of a new handle: its number and its share of the handles' reference. The caller has a reference. */
    final int reserveHandle(DrmFile<?> file) {
        int handle = file.handles().reserve();
        if (handle > 0) {
            getHandle(live());
        }
        return handle;
    }

    /*
     * The count of handles. The kernel changes it under the name lock, because a name and an exported dma-buf live as long as
     * there is a handle: nobody may add one to an object whose last handle goes. Here the count's own word says that, too:
     *
     *   flink, export, import (with the lock)         the last handle goes
     *   CAS (n, any) -> (n, SHARED), n > 0, else      CAS (1, 0) -> (0, 0), without the lock; or if SHARED
     *   refuse; then add the name or dma-buf          with the lock: CAS (1, SHARED) -> (0, 0), then take name and dma-buf away
     *
     * Both sides change one word, so one comes first. If it is the end, the other finds 0 and adds nothing. If it is SHARED,
     * the end takes the lock, and finds what was added when it has it. SHARED goes only with the count, under that lock, so
     * an object that is not SHARED has neither name nor dma-buf, and no handle's end needs the lock for it. With the lock held,
     * therefore, whoever finds a name finds handles, as in the kernel.
     *
     * Another handle needs no lock at all: the caller has a reference, so the object lives whatever becomes of the others; and
     * the lock protects nothing that a new handle changes. If it comes between an end's CAS and that end's clearing of the name,
     * it is the first of a new life, whose name nobody could have given meanwhile, without that lock.
     *
     * The handles' reference. Who counts from 0 takes it, right after: until then the caller's own reference stands for it,
     * and nobody gives it back before, for the count stays above 0 as long as this handle is neither published nor given up.
     * Who counts to 0 gives it back, and has read a word written after the reference was taken, by the same thread or by CAS.
     */
    private void getHandle(long current) {
        int now;
        do {
            now = GemHeader.handles(current);
        } while (!GemHeader.changeHandles(current, now, now + 1));
        if ((now & ~GemHeader.SHARED) == 0) {
            incRef();
        }
    }

    /** With the name lock held, before a name or a dma-buf is added; false if there is no handle to keep it. */
    final boolean markShared(NameTable held) {
        long current = live();
        int now;
        do {
            now = GemHeader.handles(current);
            if (now == 0) {
                return false;
            }
        } while (now > 0 && !GemHeader.changeHandles(current, now, now | GemHeader.SHARED));
        return true;
    }

    /** Second half: permission to map, the driver's word, and then everybody can see it. */
    final int finishHandle(DrmFile<?> file, int handle) {
        int error = EINVAL;
        allow(file);
        try {
            error = openHook(file);
        } finally {
            if (error < 0) {
                revoke(file);
                file.handles().release(handle);
                putHandle();
            }
        }
        if (error < 0) {
            return error;
        }
        file.handles().publish(handle, this);
        return handle;
    }

    private void allow(DrmFile<?> file) {
        MapPermission before;
        do {
            before = mappers;
        } while (!MAPPERS.compareAndSet(this, before, MapPermission.allow(before, file)));
    }

    private void revoke(DrmFile<?> file) {
        MapPermission before;
        do {
            before = mappers;
        } while (!MAPPERS.compareAndSet(this, before, MapPermission.revoke(before, file)));
    }

    /** Whether a file has a handle, and so may map it: {@code drm_vma_node_is_allowed}. */
    final boolean mayBeMappedBy(DrmFile<?> file) {
        return MapPermission.allows(mappers, file);
    }

    private int openHook(DrmFile<?> file) {
        if (hooks.open() == null) {
            return 0;
        }
        try {
            return Math.min(0, hooks.open().open(this, file));
        } catch (ErrnoException e) {
            return e.errno().negated();
        }
    }

    /** The end of a handle that is closing: {@code drm_gem_object_release_handle}. */
    final void releaseHandle(DrmFile<?> file, int handle) {
        try {
            if (hooks.close() != null) {
                hooks.close().close(this, file);
            }
        } finally {
            file.prime().remove(handle);
            revoke(file);
            putHandle();
        }
    }

    /** One handle less; with the last one the name and the own dma-buf go, and the handles' reference. */
    private void putHandle() {
        long current = live();
        int now;
        do {
            now = GemHeader.handles(current);
            if (now == (GemHeader.SHARED | 1)) {
                putSharedHandleSlow(current);
                return;
            }
        } while (!GemHeader.changeHandles(current, now, now - 1));
        if (now == 1) {
            decRef();
        }
    }

    private void putSharedHandleSlow(long current) {
        DmaBuf own = null;
        boolean last;
        try (var guard = device.names().lock()) {
            int now;
            do {
                now = GemHeader.handles(current);
                last = (now & ~GemHeader.SHARED) == 1;
            } while (!GemHeader.changeHandles(current, now, last ? 0 : now - 1));
            if (last) {
                int name = GemHeader.name(current);
                if (name != 0) {
                    guard.get().remove(name);
                    GemHeader.name(current, 0);
                }
                own = dmaBuf;
                dmaBuf = null;
            }
        }
        if (own != null) {
            own.put();
        }
        if (last) {
            decRef();
        }
    }

    /** The global name, given now if it has none: {@code -ENOENT} without handles, {@code -ENOSPC} without names. */
    final int flink() {
        try (var guard = device.names().lock()) {
            if (!markShared(guard.get())) {
                return Errno.ENOENT.negated();
            }
            int name = GemHeader.name(live());
            if (name == 0) {
                name = guard.get().add(this);
                if (name < 0) {
                    return Errno.ENOSPC.negated();
                }
                GemHeader.name(live(), name);
            }
            return name;
        }
    }

    /** How many references there are; stale at once, 0 once it is dead. */
    final int references() {
        long current = header;
        return current == 0 ? 0 : GemHeader.references(current);
    }

    /**
     * Its fake offset for mmap, given now if it has none: {@code drm_gem_create_mmap_offset}.
     *
     * @return the offset in bytes, or {@code -ENOSPC}
     */
    public final long createMmapOffset() {
        return device.offsets().add(node, size());
    }
}
