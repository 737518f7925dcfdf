package dev.ferrite.nova;

import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.core.Registration;
import dev.ferrite.drm.vram.Vram;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.runtime.auxiliary.AuxiliaryDevice;
import dev.ferrite.runtime.auxiliary.AuxiliaryDriver;
import dev.ferrite.runtime.auxiliary.AuxiliaryId;
import dev.ferrite.runtime.device.Core;
import dev.ferrite.runtime.device.DriverInstance;
import dev.ferrite.runtime.device.IdEntry;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The auxiliary driver: makes a DRM device of {@code NovaCore.nova-drm}. The counterpart of {@code nova/driver.rs}. */
final class NovaDrm implements AuxiliaryDriver<Void> {
    private final Driver<NovaData, NovaFile> driver;
    private final List<Instance> instances = new CopyOnWriteArrayList<>();

    NovaDrm(Driver<NovaData, NovaFile> driver) {
        this.driver = driver;
    }

    @Override
    public String name() {
        return "nova";
    }

    @Override
    @SuppressWarnings("NullAway") // nothing to know of an id
    public List<IdEntry<AuxiliaryId, Void>> idTable() {
        return List.of(new IdEntry<>(NovaCore.DRM, null));
    }

    @Override
    public DriverInstance probe(Core<AuxiliaryDevice> device, @Nullable Void info) {
        AuxiliaryDevice auxiliary = device.device();
        Vram vram = auxiliary.registrationData(Vram.class);
        ARef<Device<NovaData>> drm = Device.create(driver, device, _ -> NovaData.of(auxiliary, vram));
        boolean registered = false;
        try {
            Registration.registerOwned(drm.get(), device);
            registered = true;
        } finally {
            if (!registered) {
                drm.close();
            }
        }
        KernelLog.system()
                .log(
                        LogLevel.INFO,
                        "nova",
                        "registered " + drm.get().nodeName(NodeType.PRIMARY) + " and "
                                + drm.get().nodeName(NodeType.RENDER) + ", " + vram);
        Instance instance = new Instance(drm);
        instances.add(instance);
        return instance;
    }

    /** The name of the oldest device's node; null if there is no device. */
    @Nullable
    String node(NodeType type) {
        Iterator<Instance> oldest = instances.iterator();
        return oldest.hasNext() ? oldest.next().drm.get().nodeName(type) : null;
    }

    /** The driver's data of one auxiliary device: a counted reference to the DRM device. */
    private final class Instance implements DriverInstance {
        private final ARef<Device<NovaData>> drm;

        Instance(ARef<Device<NovaData>> drm) {
            this.drm = drm;
        }

        @Override
        public void close() {
            instances.remove(this);
            drm.close();
        }
    }
}
