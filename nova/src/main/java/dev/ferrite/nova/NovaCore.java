package dev.ferrite.nova;

import dev.ferrite.drm.vram.Vram;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.auxiliary.AuxiliaryBus;
import dev.ferrite.runtime.auxiliary.AuxiliaryId;
import dev.ferrite.runtime.auxiliary.AuxiliaryRegistration;
import dev.ferrite.runtime.device.Core;
import dev.ferrite.runtime.device.DriverInstance;
import dev.ferrite.runtime.device.IdEntry;
import dev.ferrite.runtime.module.KernelModuleInfo;
import dev.ferrite.runtime.pci.PciDevice;
import dev.ferrite.runtime.pci.PciDriver;
import dev.ferrite.runtime.pci.PciId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The PCI driver under nova: takes a card and makes the auxiliary device {@code NovaCore.nova-drm} of it. The counterpart
 * of {@code drivers/gpu/nova-core/driver.rs}. It drives emulated cards only.
 */
@KernelModuleInfo(
        name = "NovaCore",
        authors = "Danilo Krummrich",
        description = "Nova Core GPU driver",
        license = "GPL v2")
final class NovaCore implements PciDriver<Void> {
    /** What nova's DRM driver matches. */
    static final AuxiliaryId DRM = new AuxiliaryId("NovaCore", "nova-drm");

    @Override
    public String name() {
        return "NovaCore";
    }

    @Override
    @SuppressWarnings("NullAway") // nothing to know of an id
    public List<IdEntry<PciId, Void>> idTable() {
        return List.of(new IdEntry<>(PciId.of(NovaCard.VENDOR, PciId.ANY), null));
    }

    @Override
    public DriverInstance probe(Core<PciDevice> device, @Nullable Void info) {
        Vram vram = NovaCard.vram(device.device());
        if (vram == null) {
            throw new ErrnoException(Errno.ENODEV, device.device() + " is real hardware");
        }
        device.register(
                AuxiliaryRegistration.register(AuxiliaryBus.system(), device, DRM, 0, vram),
                AuxiliaryRegistration::close);
        return () -> {};
    }
}
