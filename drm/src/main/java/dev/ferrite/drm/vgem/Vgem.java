package dev.ferrite.drm.vgem;

import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.core.DriverInfo;
import dev.ferrite.drm.core.DriverObject;
import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.core.GemObject;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.core.Registration;
import dev.ferrite.drm.core.ShmemConfig;
import dev.ferrite.drm.core.ShmemObject;
import dev.ferrite.drm.ioctl.IoctlFlags;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.uapi.DrmModeCreateDumb;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Pages;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A device without hardware whose buffers are ordinary memory, and whose clients attach and signal fences: the counterpart of
 * {@code vgem}. It is there for sharing and for synchronisation between drivers.
 *
 * <p>Answers as the kernel's does, which has no sync objects; {@link #withSyncobjs} makes one that has.
 *
 * <table>
 * <caption>Its calls, both for render clients, too; neither sleeps</caption>
 * <tr><th>call</th><th>does</th><th>errno</th></tr>
 * <tr><td>{@link #FENCE_ATTACH}</td><td>a new fence on a buffer, for a read or a write; it expires after ten seconds</td>
 *     <td>EINVAL flags or pad, ENOENT handle, EBUSY somebody else's fence is in the way</td></tr>
 * <tr><td>{@link #FENCE_SIGNAL}</td><td>signals it</td><td>EINVAL flags, ENOENT number, ETIMEDOUT it had expired</td></tr>
 * </table>
 */
public final class Vgem implements AutoCloseable {
    /** {@code DRM_IOCTL_VGEM_FENCE_ATTACH}, with a {@link VgemFenceAttach}. */
    public static final int FENCE_ATTACH = IoctlNumber.of(IoctlNumber.READ | IoctlNumber.WRITE, 'd', 0x41, 16);

    /** {@code DRM_IOCTL_VGEM_FENCE_SIGNAL}, with a {@link VgemFenceSignal}. */
    public static final int FENCE_SIGNAL = IoctlNumber.of(IoctlNumber.WRITE, 'd', 0x42, 8);

    /** How long a fence may stay unsignalled. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final DriverInfo INFO = new DriverInfo(1, 0, 0, "vgem", "Virtual GEM provider");
    private static final int SYNCOBJS = Driver.SYNCOBJ | Driver.SYNCOBJ_TIMELINE;
    private static final DriverObject<Data, Integer> OBJECTS = DriverObject.of((device, size) -> 0);
    private static final Driver<Data, VgemFences> AS_THE_KERNEL = driver(0);
    private static final Driver<Data, VgemFences> WITH_SYNCOBJS = driver(SYNCOBJS);

    /** The private data of a device: its patience, and the fences of its open files. */
    private record Data(Duration patience, Set<VgemFences> files) {}

    private final ARef<Device<Data>> device;
    private final Registration registration;

    private Vgem(Driver<Data, VgemFences> driver, Duration patience) {
        this.device = Device.create(driver, "vgem", made -> new Data(patience, ConcurrentHashMap.newKeySet()));
        this.registration = Registration.register(device.get());
    }

    private static Driver<Data, VgemFences> driver(int features) {
        return Driver.<Data, VgemFences>builder(INFO)
                .features(Driver.GEM | Driver.RENDER | features)
                .open(Vgem::open)
                .postclose(VgemFences::close)
                .dumbCreate(Vgem::dumbCreate)
                .primeImport((device, buffer) -> ShmemObject.importFrom(device, buffer, OBJECTS))
                .unused()
                .ioctl(FENCE_ATTACH, VgemFenceAttach.TYPE, IoctlFlags.RENDER_ALLOW, Vgem::attach)
                .ioctl(FENCE_SIGNAL, VgemFenceSignal.TYPE, IoctlFlags.RENDER_ALLOW, Vgem::signal)
                .build();
    }

    /**
     * A device as the kernel has it.
     *
     * @return the owner of the device, whose nodes can be opened
     */
    public static Vgem asTheKernel() {
        return new Vgem(AS_THE_KERNEL, PATIENCE);
    }

    /**
     * A device that has sync objects, too.
     *
     * @return the owner of the device, whose nodes can be opened
     */
    public static Vgem withSyncobjs() {
        return new Vgem(WITH_SYNCOBJS, PATIENCE);
    }

    /** The same with another patience. For tests. */
    static Vgem withPatience(Duration patience) {
        return new Vgem(WITH_SYNCOBJS, patience);
    }

    /**
     * The primary node.
     *
     * @return such as {@code card0}
     */
    public String card() {
        return Objects.requireNonNull(device.get().nodeName(NodeType.PRIMARY));
    }

    /**
     * The render node.
     *
     * @return such as {@code renderD128}
     */
    public String render() {
        return Objects.requireNonNull(device.get().nodeName(NodeType.RENDER));
    }

    /**
     * Takes the device away; fences that are not signalled are, with ENODEV. Files that are open stay until they are closed.
     * Does nothing the second time.
     */
    @Override
    public void close() {
        if (!device.isOpen()) {
            return;
        }
        Set<VgemFences> files = device.get().data().files;
        registration.close(); // from here on nobody attaches
        files.forEach(fences -> fences.signalAll(Errno.ENODEV.negated()));
        device.close();
    }

    private static VgemFences open(Device<Data> device) {
        Data data = device.data();
        VgemFences fences = new VgemFences(data.patience, data.files);
        data.files.add(fences);
        return fences;
    }

    private static long dumbCreate(Device<Data> device, MemorySegment args, DrmFile<VgemFences> file) {
        long bytes = (Integer.toUnsignedLong(DrmModeCreateDumb.bpp(args)) + 7) / 8;
        long pitch = bytes * Integer.toUnsignedLong(DrmModeCreateDumb.width(args));
        long size = Pages.align(pitch * Integer.toUnsignedLong(DrmModeCreateDumb.height(args)));
        try (ARef<ShmemObject<Integer>> object = ShmemObject.create(device, size, ShmemConfig.DEFAULT, OBJECTS)) {
            int handle = object.get().createHandle(file);
            DrmModeCreateDumb.handle(args, handle);
            DrmModeCreateDumb.pitch(args, (int) pitch);
            DrmModeCreateDumb.size(args, size);
            return Math.min(0, handle);
        }
    }

    private static long attach(Device<Data> device, MemorySegment data, DrmFile<VgemFences> file) {
        int flags = VgemFenceAttach.flags(data);
        if ((flags & ~VgemFenceAttach.WRITE) != 0 || VgemFenceAttach.pad(data) != 0) {
            return Errno.EINVAL.negated();
        }
        GemObject<?> object = file.lookupOrNull(VgemFenceAttach.handle(data));
        if (object == null) {
            return Errno.ENOENT.negated();
        }
        int id = file.inner().attach(object, flags != 0);
        object.decRef();
        VgemFenceAttach.outFence(data, Math.max(0, id));
        return Math.min(0, id);
    }

    private static long signal(Device<Data> device, MemorySegment data, DrmFile<VgemFences> file) {
        if (VgemFenceSignal.flags(data) != 0) {
            return Errno.EINVAL.negated();
        }
        return file.inner().signal(VgemFenceSignal.fence(data));
    }
}
