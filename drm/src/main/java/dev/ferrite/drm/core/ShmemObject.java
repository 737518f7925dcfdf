package dev.ferrite.drm.core;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.drm.resv.DmaResv;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.linux.Pages;
import java.lang.foreign.MemorySegment;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A buffer object in ordinary memory: the counterpart of {@code kernel::drm::gem::shmem::Object}.
 *
 * <p>Its pages are a memfd of its own, made when somebody first needs them and zero until written. Pages can be pinned, mapped
 * for the driver, and taken away while nobody needs them.
 *
 * <p>The kernel answers an access to purged pages with SIGBUS; here they read as zeros, for a JVM must not fault.
 *
 * @param <T> the driver's private data
 */
public final class ShmemObject<T> extends GemObject<T> {
    /*
     * pins, vmaps, vmapped and advice are guarded by the reservation's lock, as in the kernel. The memfd is made under this
     * object's own monitor, for mmap takes no reservation lock; it stays until the object goes. Every call that needs it holds a
     * reference on the object.
     */
    private static final int GONE = -1;

    private final ShmemConfig config;

    /** Whose memory it shows, with a reference; null if it has its own. */
    private final @Nullable DmaBuf imported;

    private volatile @Nullable Fd memfd;
    /** What it adds to the bytes of all: written before the memfd is, and by a purge. */
    private long counted;

    private int pins;
    private int vmaps;
    private @Nullable Mapping vmapped;
    private int advice;

    private ShmemObject(
            Device<?> device,
            DriverObject<?, T> hooks,
            T data,
            long size,
            ShmemConfig config,
            @Nullable DmaBuf imported) {
        super(device, hooks, data, size);
        this.config = config;
        this.imported = imported;
        GemObject<?> parent = config.parentResv();
        if (imported != null) {
            imported.get();
            shareResv(imported.exporter().resv());
        } else if (parent != null) {
            parent.incRef();
            shareResv(parent.resv());
        }
    }

    /**
     * Makes an object.
     *
     * @param device the device
     * @param size bytes, rounded up to pages
     * @param config how
     * @param hooks the driver's
     * @param <D> the device's private data
     * @param <T> the object's private data
     * @return the first reference
     * @throws ErrnoException what the init hook threw; EINVAL for a parent of another device
     * @throws dev.ferrite.offheap.diag.KernelBug if the size is not positive
     */
    public static <D, T> ARef<ShmemObject<T>> create(
            Device<D> device, long size, ShmemConfig config, DriverObject<D, T> hooks) {
        long rounded = Pages.align(size);
        checkSize(rounded);
        GemObject<?> parent = config.parentResv();
        if (parent != null && parent.device() != device) {
            throw new ErrnoException(Errno.EINVAL, "parent of another device: " + parent.device());
        }
        T data = hooks.init().init(device, rounded);
        return ARef.fromRaw(new ShmemObject<>(device, hooks, data, rounded, config, null));
    }

    /**
     * Makes an object of somebody else's buffer: {@code drm_gem_shmem_prime_import_sg_table}. It shows the same memory and has
     * the same fences, cannot be purged, and MODE_MAP_DUMB gives no offset for it: who wants to map it maps the descriptor.
     *
     * @param device the device
     * @param buffer the buffer; the object keeps a reference of its own
     * @param hooks the driver's
     * @param <D> the device's private data
     * @param <T> the object's private data
     * @return the first reference
     * @throws ErrnoException ENOSYS if the buffer shows its memory to nobody; what the init hook threw
     */
    public static <D, T> ARef<ShmemObject<T>> importFrom(Device<D> device, DmaBuf buffer, DriverObject<D, T> hooks) {
        Errno.check(buffer.exporter().pages(), "attach to " + buffer);
        long size = Pages.align(buffer.exporter().size());
        checkSize(size);
        T data = hooks.init().init(device, size);
        return ARef.fromRaw(new ShmemObject<>(device, hooks, data, size, ShmemConfig.DEFAULT, buffer));
    }

    /**
     * How it was made.
     *
     * @return the configuration given at creation
     */
    public ShmemConfig config() {
        return config;
    }

    @Override
    @Nullable
    DmaBuf imported() {
        return imported;
    }

    /** The pages' file, or {@code -errno}. */
    @Override
    int pages() {
        if (imported != null) {
            return imported.exporter().pages();
        }
        Fd known = memfd;
        return known != null ? known.value() : makePagesSlow();
    }

    private int makePagesSlow() {
        synchronized (this) {
            Fd known = memfd;
            if (known != null) {
                return known.value();
            }
            int fd = Linux.memfdCreate(DmaBuf.NAME_PREFIX + "shmem", Linux.MFD_CLOEXEC | Linux.MFD_ALLOW_SEALING);
            if (fd < 0) {
                return fd;
            }
            Fd made = Fd.own(fd, "memfd");
            int error = Linux.ftruncate(fd, size());
            if (error == 0) {
                error = Linux.fcntl(fd, Linux.F_ADD_SEALS, Linux.F_SEAL_SHRINK | Linux.F_SEAL_GROW | Linux.F_SEAL_SEAL);
            }
            if (error < 0) {
                made.close();
                return error;
            }
            counted = size();
            Live.SHMEM_BYTES.add(counted);
            memfd = made;
            return fd;
        }
    }

    @Override
    long map(long length, int protection) {
        int fd = pages();
        return fd < 0 ? fd : Linux.mmap(0, length, protection, Linux.MAP_SHARED, fd, 0);
    }

    private int locked(IntSupplier action) {
        DmaResv held = resv();
        boolean outer = held.isHeld();
        if (!outer) {
            held.lock(null);
        }
        try {
            return action.getAsInt();
        } finally {
            if (!outer) {
                held.unlock();
            }
        }
    }

    /**
     * Keeps the pages from being purged: {@code drm_gem_shmem_pin}. Takes the reservation's lock unless the caller has it.
     *
     * @return 0, or {@code -errno}: ENOMEM, EMFILE
     */
    public int pin() {
        return locked(() -> {
            int fd = pages();
            if (fd < 0) {
                return fd;
            }
            pins++;
            return 0;
        });
    }

    /** Takes a pin back: {@code drm_gem_shmem_unpin}. One too many is a WARN. */
    public void unpin() {
        locked(() -> {
            if (pins == 0) {
                Warn.warn("drm-shmem-unpin", "unpin without a pin: device=" + device());
            } else {
                pins--;
            }
            return 0;
        });
    }

    /**
     * Maps the object for the driver, once for all who ask, and pins it: {@code drm_gem_shmem_vmap}.
     *
     * @return the whole object, for any thread, until the last {@link #vunmap}
     * @throws ErrnoException ENOMEM, EMFILE
     */
    public MemorySegment vmap() {
        MemorySegment[] result = new MemorySegment[1];
        Errno.check(
                locked(() -> {
                    int fd = pages();
                    if (fd < 0) {
                        return fd;
                    }
                    Mapping known = vmapped;
                    if (known == null) {
                        known = Mapping.shared(fd, 0, size(), Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_SHARED);
                        vmapped = known;
                    }
                    vmaps++;
                    result[0] = known.segment();
                    return 0;
                }),
                "vmap size=" + size());
        return result[0];
    }

    /** Takes a vmap back; with the last one the segment ends: {@code drm_gem_shmem_vunmap}. One too many is a WARN. */
    public void vunmap() {
        locked(() -> {
            Mapping known = vmapped;
            if (known == null) {
                Warn.warn("drm-shmem-vunmap", "vunmap without a vmap: device=" + device());
            } else if (--vmaps == 0) {
                vmapped = null;
                known.close();
            }
            return 0;
        });
    }

    /**
     * Says whether the content is needed: {@code drm_gem_shmem_madvise}.
     *
     * @param state 0 it is, more than 0 it may be purged
     * @return whether the content is still there; once purged it stays so
     */
    public boolean madvise(int state) {
        return locked(() -> {
                    if (advice >= 0) {
                        advice = Math.max(0, state);
                    }
                    return advice;
                })
                >= 0;
    }

    /**
     * Whether {@link #purge} may take the pages: said to be unneeded, not pinned, not mapped for the driver, not exported.
     * Mappings of clients do not count.
     *
     * @return stale without the reservation's lock
     */
    public boolean isPurgeable() {
        return locked(() -> advice > 0 && pins == 0 && vmaps == 0 && memfd != null && imported == null && !isExported()
                        ? 1
                        : 0)
                == 1;
    }

    /**
     * Gives the pages back to the system: {@code drm_gem_shmem_purge}. Mappings of clients read zeros afterwards.
     *
     * @return 0; {@code -EBUSY} if it is not purgeable; what fallocate says
     */
    public int purge() {
        return locked(() -> {
            if (!isPurgeable()) {
                return Errno.EBUSY.negated();
            }
            int mode = Linux.FALLOC_FL_PUNCH_HOLE | Linux.FALLOC_FL_KEEP_SIZE;
            int result = Linux.fallocate(pages(), mode, 0, size());
            if (result == 0) {
                advice = GONE;
                Live.SHMEM_BYTES.add(-counted);
                counted = 0;
            }
            return result;
        });
    }

    /** How often it is pinned. For tests. */
    int pins() {
        return pins;
    }

    @Override
    void releaseBacking() {
        if (pins != 0 || vmaps != 0) {
            Warn.warn("drm-shmem-busy", "shmem object freed while in use: pins=" + pins + " vmaps=" + vmaps);
        }
        Mapping left = vmapped;
        if (left != null) {
            left.close();
        }
        Fd own = memfd;
        if (own != null) {
            Live.SHMEM_BYTES.add(-counted);
            own.close();
        }
        if (imported != null) {
            imported.put();
        }
        GemObject<?> parent = config.parentResv();
        if (parent != null) {
            parent.decRef();
        }
    }
}
