package dev.ferrite.nova;

import dev.ferrite.drm.vram.Vram;
import dev.ferrite.runtime.pci.PciAddress;
import dev.ferrite.runtime.pci.PciBar;
import dev.ferrite.runtime.pci.PciConfig;
import dev.ferrite.runtime.pci.PciDevice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Emulated hardware: a PCI card whose BAR 1 is the window to its VRAM. */
final class NovaCard {
    static final int VENDOR = 0x10de;

    /** The base address register that shows VRAM. */
    static final int VRAM_BAR = 1;

    /** Far away from the domains of real machines. */
    private static final PciAddress SLOT = new PciAddress(0xfe00, 0, 0, 0);

    private static final PciConfig CONFIG = new PciConfig(VENDOR, 0xfe00, VENDOR, 0, 0x03_0200);

    private static final Map<PciDevice, Vram> VRAMS = new ConcurrentHashMap<>();

    private NovaCard() {}

    /** A card that is not plugged in; closes its VRAM when the last reference to it is dropped. */
    static PciDevice of(Vram vram) {
        PciBar bar = new PciBar(VRAM_BAR, 0, vram.size(), PciBar.MEM | PciBar.MEM_64 | PciBar.PREFETCH);
        PciDevice[] self = new PciDevice[1];
        PciDevice card = PciDevice.emulated(SLOT, CONFIG, List.of(bar), () -> {
            VRAMS.remove(self[0]);
            vram.close();
        });
        self[0] = card;
        VRAMS.put(card, vram);
        return card;
    }

    /** The VRAM behind a card; null if it is no card of ours. */
    static @Nullable Vram vram(PciDevice device) {
        return VRAMS.get(device);
    }
}
