package dev.ferrite.drm.testing;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.core.Registration;
import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.drm.uapi.DrmAuth;
import dev.ferrite.drm.uapi.DrmGemClose;
import dev.ferrite.drm.uapi.DrmGemFlink;
import dev.ferrite.drm.uapi.DrmGemOpen;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeMapDumb;
import dev.ferrite.drm.uapi.DrmPrimeHandle;
import dev.ferrite.drm.vram.Vram;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** One registered device of the test driver, and the calls a client makes. */
public final class Bench implements AutoCloseable {
    public static final long PAGE = Pages.SIZE;
    public static final int ENOENT = -2;
    public static final int EBADF = -9;
    public static final int EACCES = -13;
    public static final int EFAULT = -14;
    public static final int EBUSY = -16;
    public static final int ENODEV = -19;
    public static final int EINVAL = -22;
    public static final int ENOTTY = -25;
    public static final int ENOSPC = -28;
    public static final int ERANGE = -34;
    public static final int ENOSYS = -38;
    public static final int EOPNOTSUPP = -95;

    public final TestDriver test;
    public final ARef<Device<TestDriver.Data>> device;
    public final Registration registration;
    public final String card;
    public final String render;

    public Bench() {
        this(64 * PAGE, TestDriver.Parts.ALL);
    }

    public Bench(long vramBytes, TestDriver.Parts parts) {
        this.test = new TestDriver(parts);
        this.device = Device.create(test.driver(), "test:0", made -> new TestDriver.Data(Vram.memfd(vramBytes)));
        this.registration = Registration.register(device.get());
        this.card = Objects.requireNonNull(device.get().nodeName(NodeType.PRIMARY));
        String name = device.get().nodeName(NodeType.RENDER);
        this.render = name == null ? "none" : name;
    }

    public EmulatedNode openCard() {
        return EmulatedNode.open(card, Linux.O_RDWR);
    }

    public EmulatedNode openRender() {
        return EmulatedNode.open(render, Linux.O_RDWR);
    }

    public EmulatedNode openPrivileged() {
        return EmulatedNode.open(card, Linux.O_RDWR, Caller.privileged());
    }

    /** Closes registration and reference; open nodes keep the device. */
    @Override
    public void close() {
        registration.close();
        device.close();
    }

    /** What is alive; for the end of a test. */
    public static DrmLive live() {
        return DrmLive.now();
    }

    public static DrmLive nothing() {
        return new DrmLive(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    // ---- Calls: the result, or -errno

    public static int create(DrmNode node, long size) {
        return create(node, size, 0);
    }

    public static int createBase(DrmNode node, long size) {
        return create(node, size, 1);
    }

    private static int create(DrmNode node, long size, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(TestArgs.LAYOUT);
            TestArgs.value(args, size);
            TestArgs.flags(args, flags);
            int result = node.ioctl(TestDriver.CREATE, args);
            return result < 0 ? result : TestArgs.handle(args);
        }
    }

    /** The size of a handle's object. */
    public static long info(DrmNode node, int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(TestArgs.LAYOUT);
            TestArgs.handle(args, handle);
            int result = node.ioctl(TestDriver.INFO, args);
            return result < 0 ? result : TestArgs.value(args);
        }
    }

    public static int gemClose(DrmNode node, int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGemClose.LAYOUT);
            DrmGemClose.handle(args, handle);
            return node.ioctl(DrmH.DRM_IOCTL_GEM_CLOSE, args);
        }
    }

    public static int flink(DrmNode node, int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGemFlink.LAYOUT);
            DrmGemFlink.handle(args, handle);
            int result = node.ioctl(DrmH.DRM_IOCTL_GEM_FLINK, args);
            return result < 0 ? result : DrmGemFlink.name(args);
        }
    }

    public static int gemOpen(DrmNode node, int name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmGemOpen.LAYOUT);
            DrmGemOpen.name(args, name);
            int result = node.ioctl(DrmH.DRM_IOCTL_GEM_OPEN, args);
            return result < 0 ? result : DrmGemOpen.handle(args);
        }
    }

    public static int exportFd(DrmNode node, int handle, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmPrimeHandle.LAYOUT);
            DrmPrimeHandle.handle(args, handle);
            DrmPrimeHandle.flags(args, flags);
            int result = node.ioctl(DrmH.DRM_IOCTL_PRIME_HANDLE_TO_FD, args);
            return result < 0 ? result : DrmPrimeHandle.fd(args);
        }
    }

    public static int importFd(DrmNode node, int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmPrimeHandle.LAYOUT);
            DrmPrimeHandle.fd(args, fd);
            int result = node.ioctl(DrmH.DRM_IOCTL_PRIME_FD_TO_HANDLE, args);
            return result < 0 ? result : DrmPrimeHandle.handle(args);
        }
    }

    public static long mapDumb(DrmNode node, int handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmModeMapDumb.LAYOUT);
            DrmModeMapDumb.handle(args, handle);
            int result = node.ioctl(DrmH.DRM_IOCTL_MODE_MAP_DUMB, args);
            return result < 0 ? result : DrmModeMapDumb.offset(args);
        }
    }

    public static int getMagic(DrmNode node) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmAuth.LAYOUT);
            int result = node.ioctl(DrmH.DRM_IOCTL_GET_MAGIC, args);
            return result < 0 ? result : DrmAuth.magic(args);
        }
    }

    public static int authMagic(DrmNode node, int magic) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(DrmAuth.LAYOUT);
            DrmAuth.magic(args, magic);
            return node.ioctl(DrmH.DRM_IOCTL_AUTH_MAGIC, args);
        }
    }

    /** Runs each task on a thread of its own: tests whose tasks wait for each other need that. */
    public static void onItsOwnThread(Runnable task) {
        Thread.ofPlatform().start(task);
    }

    /** Waits until something that another thread does shows; fails after a minute, which no busy machine needs. */
    public static void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited for a minute");
            }
            Thread.onSpinWait();
        }
    }

    public static int plain(DrmNode node, int number) {
        return node.ioctl(number, MemorySegment.NULL);
    }
}
