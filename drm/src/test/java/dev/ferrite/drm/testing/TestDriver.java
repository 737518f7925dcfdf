package dev.ferrite.drm.testing;

import dev.ferrite.drm.core.BaseObject;
import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.core.DriverInfo;
import dev.ferrite.drm.core.DriverObject;
import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.core.GemObject;
import dev.ferrite.drm.core.ShmemConfig;
import dev.ferrite.drm.core.ShmemObject;
import dev.ferrite.drm.core.VramObject;
import dev.ferrite.drm.fence.DmaFence;
import dev.ferrite.drm.fence.FenceTimeline;
import dev.ferrite.drm.fence.SoftwareFence;
import dev.ferrite.drm.ioctl.IoctlFlags;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.syncfile.SyncFile;
import dev.ferrite.drm.uapi.DrmEvent;
import dev.ferrite.drm.uapi.DrmModeCreateDumb;
import dev.ferrite.drm.vram.Vram;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Pages;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A driver whose every hook is logged and can be told to fail. */
public final class TestDriver {
    /** value becomes value + 1, flags are left alone. For everybody. */
    public static final int ECHO = IoctlNumber.of(3, 'd', 0x40, 16);

    /** Makes an object of value bytes in VRAM and a handle on it; flags 1: an object that cannot be mapped, 2: in ordinary memory. */
    public static final int CREATE = IoctlNumber.of(3, 'd', 0x41, 16);

    /** Sets value to 7 and returns what value was. */
    public static final int RESULT = IoctlNumber.of(3, 'd', 0x42, 16);

    /** Waits until the test says go. */
    public static final int BLOCK = IoctlNumber.of(3, 'd', 0x43, 16);

    /** Looks a handle up, twice in one section. */
    public static final int INFO = IoctlNumber.of(3, 'd', 0x44, 16);

    /** For CAP_SYS_ADMIN only. */
    public static final int ROOT = IoctlNumber.of(0, 'd', 0x45, 16);

    /** For masters only. */
    public static final int MASTER = IoctlNumber.of(1, 'd', 0x46, 16);

    /** Announces an event of value bytes and sends it at once; its type is the flags, what follows the header is its length in every byte. */
    public static final int EVENT = IoctlNumber.of(3, 'd', 0x47, 16);

    /** Makes a fence that is not signalled; a sync file of it becomes the handle, its number in this file the value. */
    public static final int FENCE = IoctlNumber.of(2, 'd', 0x48, 16);

    /** Signals the fence of a number. */
    public static final int SIGNAL = IoctlNumber.of(1, 'd', 0x49, 16);

    public static final DriverInfo INFO_OF = new DriverInfo(1, 2, 3, "testdrv", "A driver for tests");

    /** What happened, in order. */
    public final List<String> log = new CopyOnWriteArrayList<>();

    public final AtomicInteger opens = new AtomicInteger();
    public final AtomicInteger closes = new AtomicInteger();
    public final AtomicLong inSection = new AtomicLong();
    public final AtomicLong calls = new AtomicLong();
    public final CountDownLatch entered = new CountDownLatch(1);
    public final CountDownLatch go = new CountDownLatch(1);

    public volatile @Nullable Errno fileOpenError;
    public volatile @Nullable Errno objectInitError;
    public volatile int objectOpenError;
    public volatile @Nullable Runnable inObjectOpen;
    public volatile @Nullable Runnable inObjectClose;
    public volatile boolean logging = true;

    private final AtomicInteger serials = new AtomicInteger();

    private final DriverObject<Data, String> objects = new DriverObject<>(
            (device, size) -> {
                Errno error = objectInitError;
                if (error != null) {
                    throw new ErrnoException(error, "object init");
                }
                return "object" + serials.incrementAndGet();
            },
            this::objectOpen,
            this::objectClose,
            data -> note("free " + data));

    private final Driver<Data, FileState> driver;

    /** The device's private data. */
    public record Data(@Nullable Vram vram) {}

    /** The state of a file. */
    public record FileState(int serial, List<DmaFence> fences) {}

    /** Which optional parts the driver has. */
    public record Parts(int features, boolean mapDumb, boolean dumb) {
        public static final Parts ALL = new Parts(Driver.GEM | Driver.RENDER, true, true);
        public static final Parts SYNC =
                new Parts(Driver.GEM | Driver.RENDER | Driver.SYNCOBJ | Driver.SYNCOBJ_TIMELINE, true, true);
    }

    public TestDriver(Parts parts) {
        Driver.Builder<Data, FileState> builder = Driver.<Data, FileState>builder(INFO_OF)
                .features(parts.features)
                .open(this::open)
                .postclose(this::postclose)
                .release(this::release)
                .ioctl(ECHO, TestArgs.TYPE, IoctlFlags.RENDER_ALLOW, this::echo)
                .ioctl(CREATE, TestArgs.TYPE, IoctlFlags.AUTH | IoctlFlags.RENDER_ALLOW, this::create)
                .ioctl(RESULT, TestArgs.TYPE, IoctlFlags.RENDER_ALLOW, this::result)
                .ioctl(BLOCK, TestArgs.TYPE, IoctlFlags.RENDER_ALLOW, this::block)
                .ioctl(INFO, TestArgs.TYPE, IoctlFlags.RENDER_ALLOW, this::info)
                .ioctl(ROOT, TestArgs.TYPE, IoctlFlags.ROOT_ONLY | IoctlFlags.RENDER_ALLOW, this::echo)
                .ioctl(MASTER, TestArgs.TYPE, IoctlFlags.MASTER, this::echo)
                .ioctl(EVENT, TestArgs.TYPE, IoctlFlags.RENDER_ALLOW, this::event)
                .ioctl(FENCE, TestArgs.TYPE, IoctlFlags.RENDER_ALLOW, this::fence)
                .ioctl(SIGNAL, TestArgs.TYPE, IoctlFlags.RENDER_ALLOW, this::signal);
        if (parts.mapDumb) {
            builder.mapDumb();
        }
        if (parts.dumb) {
            builder.dumbCreate(this::dumbCreate);
        }
        this.driver = builder.build();
    }

    public Driver<Data, FileState> driver() {
        return driver;
    }

    public void note(String what) {
        if (logging) {
            log.add(what);
        }
    }

    private FileState open(Device<Data> device) {
        Errno error = fileOpenError;
        if (error != null) {
            throw new ErrnoException(error, "file open");
        }
        int serial = serials.incrementAndGet();
        note("open " + serial);
        return new FileState(serial, new ArrayList<>());
    }

    private void postclose(FileState state) {
        state.fences.forEach(DmaFence::signal);
        note("postclose " + state.serial);
    }

    private void release(Data data) {
        note("release");
        Vram vram = data.vram;
        if (vram != null) {
            vram.close();
        }
    }

    private int objectOpen(GemObject<String> object, DrmFile<?> file) {
        Runnable inside = inObjectOpen;
        if (inside != null) {
            inside.run();
        }
        if (objectOpenError == 0) {
            opens.incrementAndGet();
            note("gem open " + object.data());
        }
        return objectOpenError;
    }

    private void objectClose(GemObject<String> object, DrmFile<?> file) {
        Runnable inside = inObjectClose;
        if (inside != null) {
            inside.run();
        }
        closes.incrementAndGet();
        note("gem close " + object.data());
    }

    private long echo(Device<Data> device, MemorySegment data, DrmFile<FileState> file) {
        inSection.incrementAndGet();
        calls.incrementAndGet();
        TestArgs.value(data, TestArgs.value(data) + 1);
        inSection.decrementAndGet();
        return 0;
    }

    private long create(Device<Data> device, MemorySegment data, DrmFile<FileState> file) {
        long size = TestArgs.value(data);
        if (size <= 0 || size > Long.MAX_VALUE - Pages.SIZE) {
            return Errno.EINVAL.negated();
        }
        try (ARef<? extends GemObject<String>> object = newObject(device, Pages.align(size), TestArgs.flags(data))) {
            int handle = object.get().createHandle(file);
            if (handle > 0) {
                TestArgs.handle(data, handle);
            }
            return Math.min(0, handle);
        }
    }

    /** An object, with its creation reference. */
    public ARef<? extends GemObject<String>> newObject(Device<Data> device, long size, boolean base) {
        return newObject(device, size, base ? 1 : 0);
    }

    private ARef<? extends GemObject<String>> newObject(Device<Data> device, long size, int kind) {
        Vram vram = device.data().vram;
        if (kind == 2) {
            return ShmemObject.create(device, size, ShmemConfig.DEFAULT, objects);
        }
        return kind == 1 || vram == null
                ? BaseObject.create(device, size, objects)
                : VramObject.create(device, vram, size, objects);
    }

    private long result(Device<Data> device, MemorySegment data, DrmFile<FileState> file) {
        long result = TestArgs.value(data);
        TestArgs.value(data, 7);
        return result;
    }

    private long block(Device<Data> device, MemorySegment data, DrmFile<FileState> file) {
        entered.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Errno.EINTR.negated();
        }
        note("unblocked");
        return 0;
    }

    private long info(Device<Data> device, MemorySegment data, DrmFile<FileState> file) {
        GemObject<?> object = file.lookupOrNull(TestArgs.handle(data));
        if (object == null) {
            return Errno.ENOENT.negated();
        }
        TestArgs.value(data, object.size());
        object.decRef();
        return 0;
    }

    private long event(Device<Data> device, MemorySegment data, DrmFile<FileState> file) {
        long length = TestArgs.value(data);
        if (length < DrmEvent.SIZEOF || length > 8192) {
            return Errno.EINVAL.negated();
        }
        byte[] bytes = new byte[(int) length];
        MemorySegment event = MemorySegment.ofArray(bytes);
        event.fill((byte) length);
        event.set(ValueLayout.JAVA_INT_UNALIGNED, 0, TestArgs.flags(data));
        event.set(ValueLayout.JAVA_INT_UNALIGNED, 4, bytes.length);
        file.reserveEvent(bytes).send();
        return 0;
    }

    private long fence(Device<Data> device, MemorySegment data, DrmFile<FileState> file) {
        SoftwareFence fence = new FenceTimeline("testdrv", "line").next();
        int fd = SyncFile.export(fence);
        List<DmaFence> fences = file.inner().fences;
        synchronized (fences) {
            if (fd >= 0) {
                TestArgs.value(data, fences.size());
                fences.add(fence);
            }
        }
        TestArgs.handle(data, fd);
        return Math.min(0, fd);
    }

    private long signal(Device<Data> device, MemorySegment data, DrmFile<FileState> file) {
        List<DmaFence> fences = file.inner().fences;
        synchronized (fences) {
            long number = TestArgs.value(data);
            return number < 0 || number >= fences.size()
                    ? Errno.ENOENT.negated()
                    : fences.get((int) number).signal() ? 0 : Errno.EALREADY.negated();
        }
    }

    private long dumbCreate(Device<Data> device, MemorySegment args, DrmFile<FileState> file) {
        long cpp = (Integer.toUnsignedLong(DrmModeCreateDumb.bpp(args)) + 7) / 8;
        long pitch = cpp * Integer.toUnsignedLong(DrmModeCreateDumb.width(args));
        long size = Pages.align(pitch * Integer.toUnsignedLong(DrmModeCreateDumb.height(args)));
        try (ARef<? extends GemObject<String>> object = newObject(device, size, 0)) {
            int handle = object.get().createHandle(file);
            DrmModeCreateDumb.handle(args, handle);
            DrmModeCreateDumb.pitch(args, (int) pitch);
            DrmModeCreateDumb.size(args, size);
            return Math.min(0, handle);
        }
    }
}
