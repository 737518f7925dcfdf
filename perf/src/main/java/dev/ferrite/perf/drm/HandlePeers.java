package dev.ferrite.perf.drm;

import dev.ferrite.drm.core.BaseObject;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.core.DriverInfo;
import dev.ferrite.drm.core.DriverObject;
import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.core.DrmNodes;
import dev.ferrite.drm.core.GemObject;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.core.Registration;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.linux.Linux;
import java.util.BitSet;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A file with handles, and a map of the same numbers: those that all threads look up, and below them some to renew. */
final class HandlePeers implements AutoCloseable {
    private static final int HANDLES = 512;
    private static final int OWNERS = 4;
    private static final int OWN = 32;

    private final Driver<String, Object> driver = Driver.<String, Object>builder(
                    new DriverInfo(0, 0, 0, "perf", "Handles"))
            .features(Driver.GEM | Driver.RENDER)
            .build();
    private final ARef<Device<String>> device = Device.create(driver, "perf", made -> "perf");
    private final Registration registration = Registration.register(device.get());
    private final DriverObject<String, String> hooks = DriverObject.of((on, size) -> "");
    private final BitSet numbers = new BitSet();

    /** Ours. */
    final DrmFile<?> file = DrmNodes.open(
            Objects.requireNonNull(device.get().nodeName(NodeType.RENDER)), Linux.O_RDWR, Caller.unprivileged());

    /** The peer. */
    final ConcurrentHashMap<Integer, Counted> map = new ConcurrentHashMap<>();

    /** An object of the peer. */
    static final class Counted {
        private final AtomicInteger count = new AtomicInteger(1);
        final long size = 4096;

        boolean tryGet() {
            int now;
            do {
                now = count.get();
                if (now == 0) {
                    return false;
                }
            } while (!count.compareAndSet(now, now + 1));
            return true;
        }

        void put() {
            count.getAndDecrement();
        }
    }

    HandlePeers() {
        numbers.set(0);
        for (int i = 1; i <= OWNERS * OWN + HANDLES; i++) {
            create();
            map.put(i, new Counted());
            numbers.set(i);
        }
    }

    private void create() {
        try (var object = BaseObject.create(device.get(), 4096, hooks)) {
            object.get().createHandle(file);
        }
    }

    /** A handle for one thread to renew, on a cache line that no other thread renews. */
    static int ownHandle(int thread) {
        return 1 + thread % OWNERS * OWN;
    }

    /** One of those that all look up. */
    static int sharedHandle(int random) {
        return 1 + OWNERS * OWN + (random & HANDLES - 1);
    }

    @Override
    public void close() {
        file.close();
        registration.close();
        device.close();
    }

    /** Closes a handle and makes a new one on the same object: the new one, the lowest free number. */
    int renew(int handle) {
        GemObject<?> object = Objects.requireNonNull(file.lookupOrNull(handle));
        file.closeHandle(handle);
        int made = object.createHandle(file);
        object.decRef();
        return made;
    }

    /** Takes an object out of the map and puts it back. */
    void renewInMap(int handle) {
        map.put(handle, Objects.requireNonNull(map.remove(handle)));
    }

    /** The same under a new number, the lowest free one. */
    int renewNumberInMap(int handle) {
        Counted object = Objects.requireNonNull(map.remove(handle));
        synchronized (numbers) {
            numbers.clear(handle);
        }
        int made;
        synchronized (numbers) {
            made = numbers.nextClearBit(1);
            numbers.set(made);
        }
        map.put(made, object);
        return made;
    }
}
