package dev.ferrite.drm.core;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.vma.VmaManager;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.alloc.KmemCache;
import dev.ferrite.runtime.device.Bound;
import dev.ferrite.runtime.module.ThisModule;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A DRM device: the counterpart of {@code kernel::drm::device::Device} and {@code struct drm_device}.
 *
 * <p>Counted: its creator, its {@link Registration}, every open file, every exported dma-buf and every {@link ARef} own
 * one reference each. A reference keeps the memory, and says nothing of the device being there: that is what
 * {@link #enter} is for. The last drop releases the private data, on whichever thread it happens. Thread-safe.
 *
 * @param <D> the driver's private data
 */
public final class Device<D> implements AlwaysRefCounted {
    private static final KmemCache COUNTS = KmemCache.create("drm_device", 4, 64);
    private static final Cleaner CLEANER = Cleaner.create();

    private final Driver<D, ?> driver;
    private final String unique;
    private final long count;
    private final Sections sections = new Sections();
    private final DrmNodes.Minors minors;
    private final Mutex<NameTable> names = Mutex.of(new NameTable(), "drm_object_name");
    private final VmaManager<GemObject<?>> offsets = new VmaManager<>();
    private final Auth auth = new Auth();
    private final GemMaps maps = new GemMaps();
    private final AtomicBoolean wasRegistered = new AtomicBoolean();
    private final dev.ferrite.runtime.device.@Nullable Device parent;
    private final @Nullable ThisModule owner;
    private @Nullable D data;

    /** Makes the private data of a new device. */
    @FunctionalInterface
    public interface DataInit<D> {
        /**
         * Makes the data; the device has no node yet and no data.
         *
         * @param device the device
         * @return the data
         * @throws dev.ferrite.offheap.errno.ErrnoException why there can be no device
         */
        D init(Device<D> device);
    }

    private Device(
            Driver<D, ?> driver,
            String unique,
            dev.ferrite.runtime.device.@Nullable Device parent,
            @Nullable ThisModule owner) {
        this.driver = driver;
        this.unique = unique;
        this.parent = parent;
        this.owner = owner;
        this.minors = DrmNodes.reserve(driver.has(Driver.RENDER));
        this.count = COUNTS.alloc();
        RefCount.set(count, 1);
        // The word is recycled when nobody can reach the device any more, not when its count is 0: a late, wrong drop
        // meets a dead count and is a WARN, not somebody else's count.
        long word = count;
        CLEANER.register(this, () -> COUNTS.free(word));
        if (parent != null) {
            parent.incRef();
        }
        Live.DEVICES.add(1);
    }

    /**
     * Makes a device that has no nodes yet: {@code drm::Device::new}. It takes a reference to its parent, whose name is its
     * unique name, and belongs to the module whose driver is bound to that: open files and exported buffers hold it.
     *
     * @param driver its driver
     * @param parent the device it is made of
     * @param init makes the private data; if it fails the device is gone, and the driver's release hook is not called
     * @param <D> the private data
     * @return the first reference
     * @throws dev.ferrite.offheap.errno.ErrnoException what {@code init} threw; EBUSY if no minor is free
     */
    public static <D> ARef<Device<D>> create(
            Driver<D, ?> driver, Bound<? extends dev.ferrite.runtime.device.Device> parent, DataInit<D> init) {
        dev.ferrite.runtime.device.Device device = parent.device();
        return create(new Device<>(driver, device.name(), device, parent.owner()), init);
    }

    /**
     * Makes a device that has no nodes yet, no parent, and no module that could go.
     *
     * @param driver its driver
     * @param unique its unique name
     * @param init makes the private data; if it fails the device is gone, and the driver's release hook is not called
     * @param <D> the private data
     * @return the first reference
     * @throws dev.ferrite.offheap.errno.ErrnoException what {@code init} threw; EBUSY if no minor is free
     */
    public static <D> ARef<Device<D>> create(Driver<D, ?> driver, String unique, DataInit<D> init) {
        return create(new Device<>(driver, unique, null, null), init);
    }

    private static <D> ARef<Device<D>> create(Device<D> device, DataInit<D> init) {
        ARef<Device<D>> first = ARef.fromRaw(device);
        boolean done = false;
        try {
            device.data = init.init(device);
            done = true;
        } finally {
            if (!done) {
                first.close();
            }
        }
        return first;
    }

    /**
     * The driver's private data.
     *
     * @return the data
     * @throws IllegalStateException while it is being made, and after the last reference was dropped
     */
    public D data() {
        D current = data;
        if (current == null) {
            throw new IllegalStateException(this + " has no private data: references=" + RefCount.read(count));
        }
        return current;
    }

    /**
     * The driver.
     *
     * @return the driver given at creation
     */
    public Driver<D, ?> driver() {
        return driver;
    }

    /**
     * The unique name.
     *
     * @return the name given at creation
     */
    public String unique() {
        return unique;
    }

    /**
     * The device it is made of.
     *
     * @return the parent, kept by this device's own reference; null if it has none
     */
    public dev.ferrite.runtime.device.@Nullable Device parent() {
        return parent;
    }

    /** Holds the module for a file or a buffer: {@code try_module_get(owner)}; false if it is going. */
    boolean getOwner() {
        return owner == null || owner.tryGet();
    }

    /** {@code module_put(owner)}. */
    void putOwner() {
        if (owner != null) {
            owner.put();
        }
    }

    /**
     * The name its node of a kind has while it is registered.
     *
     * @param type the kind
     * @return the name, such as {@code card0}; null if the device has no such node
     */
    public @Nullable String nodeName(NodeType type) {
        int minor = minors.of(type);
        return minor < 0 ? null : type.nodeName(minor);
    }

    /**
     * Enters a section in which the device is there: {@code drm_dev_enter}. Unplug waits for it. Sections nest and may
     * block, but never call unplug inside one. One atomic.
     *
     * @return a token for {@link #exit}, 0 or more; negative once the device is unplugged, and then there is nothing to
     *     leave
     */
    public int enter() {
        return sections.enter();
    }

    /**
     * Leaves a section: {@code drm_dev_exit}. One atomic.
     *
     * @param token what {@link #enter} returned
     */
    public void exit(int token) {
        sections.exit(token);
    }

    /**
     * Whether it is unplugged; false may be stale at once, true never is.
     *
     * @return true once unplug has begun
     */
    public boolean isUnplugged() {
        return sections.isGone();
    }

    @Override
    public void incRef() {
        RefCount.inc(count);
    }

    @Override
    public void decRef() {
        if (RefCount.decAndTest(count)) {
            release();
        }
    }

    private void release() {
        D last = data;
        data = null;
        try {
            if (last != null && driver.release != null) {
                driver.release.accept(last);
            }
        } finally {
            DrmNodes.release(minors);
            sections.free();
            Live.DEVICES.add(-1);
            if (parent != null) {
                parent.decRef();
            }
        }
    }

    /** How many references there are; stale at once. */
    int references() {
        return RefCount.read(count);
    }

    /** Whether this is the first time it is asked: a device is registered once. */
    boolean firstRegistration() {
        return !wasRegistered.getAndSet(true);
    }

    Sections sections() {
        return sections;
    }

    DrmNodes.Minors minors() {
        return minors;
    }

    Mutex<NameTable> names() {
        return names;
    }

    VmaManager<GemObject<?>> offsets() {
        return offsets;
    }

    Auth auth() {
        return auth;
    }

    GemMaps maps() {
        return maps;
    }

    @Override
    public String toString() {
        return "drm device " + driver.info().name() + " (" + unique + ")";
    }
}
