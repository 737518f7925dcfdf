package dev.ferrite.nova;

import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.vram.Vram;
import dev.ferrite.drm.vram.VramStats;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.auxiliary.AuxiliaryBus;
import dev.ferrite.runtime.auxiliary.AuxiliaryDevice;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.module.InPlaceModule;
import dev.ferrite.runtime.module.InitScope;
import dev.ferrite.runtime.module.KernelModuleInfo;
import dev.ferrite.runtime.module.KernelModuleInfo.Param;
import dev.ferrite.runtime.module.Module;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleType;
import dev.ferrite.runtime.module.ParamType;
import dev.ferrite.runtime.module.ThisModule;
import dev.ferrite.runtime.pci.PciBus;
import dev.ferrite.runtime.pci.PciDevice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The module {@code nova}: loading it plugs in an emulated card, and drives it; a device with a primary and a render node
 * appears. Unloading takes both away.
 *
 * <p>{@snippet :
 * NovaModule nova = new NovaModule(NovaConfig.memfd(64 << 20));
 * ModuleLoader.system().load(nova);
 * try (DrmNode node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR)) {
 *     GemBuffer buffer = new NovaClient(node).createBuffer(4096);
 * }
 * }
 *
 * <p>The card is a PCI device whose BAR 1 is the VRAM; the module {@code NovaCore}, which this one needs, drives it and
 * makes the auxiliary device {@code NovaCore.nova-drm}, which this one's DRM driver takes. Files that are open, mappings of
 * theirs and exported dma-bufs hold the module: unloading it is EBUSY until they are closed. The card can go before, by
 * {@link #unplug}: they keep their memory then, and find the device gone.
 */
@KernelModuleInfo(
        name = NovaModule.NAME,
        authors = "Danilo Krummrich",
        description = "Nova GPU driver",
        license = "GPL v2",
        alias = "auxiliary:NovaCore.nova-drm",
        depends = "NovaCore",
        params = {
            @Param(
                    name = "vram",
                    type = ParamType.SIZE,
                    value = "64M",
                    description = "Bytes of VRAM of the emulated card"),
            @Param(
                    name = "vram_file",
                    type = ParamType.STRING,
                    value = "",
                    description = "File that is the VRAM; empty for a memfd"),
            @Param(name = "info", type = ParamType.BOOL, value = "0", description = "Have the proposed ioctl INFO")
        })
public final class NovaModule implements ModuleType {
    /** The name it is loaded under. */
    public static final String NAME = "nova";

    private static final String LOG = "nova";
    private static final long DEFAULT_VRAM = 64L << 20;

    private final NovaConfig config;
    private volatile @Nullable PciDevice card;
    private volatile @Nullable NovaDrm driver;

    /** A module that is not loaded, with 64 MiB of VRAM in memory: what the loader finds by name. */
    public NovaModule() {
        this(NovaConfig.memfd(DEFAULT_VRAM));
    }

    /**
     * A module that is not loaded.
     *
     * @param config what its device is made of, where the parameters do not say otherwise
     */
    public NovaModule(NovaConfig config) {
        this.config = config;
    }

    @Override
    public ModuleInfo info() {
        return NovaModuleInfo.INFO;
    }

    /**
     * Makes the card, registers the driver, and plugs the card in.
     *
     * @param self this module
     * @return what unloading closes
     * @throws ErrnoException why there is no VRAM or no device; nothing is left then
     */
    @Override
    public Module init(ThisModule self) throws Exception {
        return InPlaceModule.load(this::init, self);
    }

    private void init(ThisModule self, InitScope fields) {
        PciDevice made = NovaCard.of(vram(self));
        fields.own(made::decRef);
        NovaDrm drm = new NovaDrm(hasInfo(self) ? NovaDriver.WITH_INFO : NovaDriver.DRIVER);
        fields.own(AuxiliaryBus.system().register(drm, self));
        PciBus.system().add(made);
        fields.own(() -> PciBus.system().remove(made));
        checkProbed(made, drm);
        card = made;
        driver = drm;
        fields.own(() -> {
            card = null;
            driver = null;
        });
    }

    private boolean hasInfo(ThisModule self) {
        return self.params().isGiven("info") ? NovaModuleInfo.info_(self) : config.info();
    }

    private Vram vram(ThisModule self) {
        long bytes = self.params().isGiven("vram") ? NovaModuleInfo.vram(self) : config.vramBytes();
        Path file = self.params().isGiven("vram_file") ? path(NovaModuleInfo.vram_file(self)) : config.vramFile();
        return file == null ? Vram.memfd(bytes) : Vram.file(file, bytes, true);
    }

    private static @Nullable Path path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            ErrnoException invalid = new ErrnoException(Errno.EINVAL, "nova: vram_file '" + text + "'");
            invalid.initCause(e);
            throw invalid;
        }
    }

    /** A card that nobody drives is no success for this module. */
    private static void checkProbed(PciDevice card, NovaDrm drm) {
        if (drm.node(NodeType.PRIMARY) != null) {
            return;
        }
        Throwable problem = card.probeError();
        for (AuxiliaryDevice auxiliary : AuxiliaryBus.system().devices()) {
            if (card.equals(auxiliary.parent()) && auxiliary.probeError() != null) {
                problem = auxiliary.probeError();
            }
        }
        throw problem instanceof ErrnoException failed
                ? failed
                : new ErrnoException(Errno.ENODEV, "nova: no driver for " + card + ": " + problem);
    }

    /**
     * The render node's name while the module is loaded.
     *
     * @return such as {@code renderD128}
     * @throws ErrnoException ENODEV if the module is not loaded
     */
    public String renderNode() {
        return node(NodeType.RENDER);
    }

    /**
     * The primary node's name while the module is loaded.
     *
     * @return such as {@code card0}
     * @throws ErrnoException ENODEV if the module is not loaded
     */
    public String primaryNode() {
        return node(NodeType.PRIMARY);
    }

    private String node(NodeType type) {
        NovaDrm drm = driver;
        String name = drm == null ? null : drm.node(type);
        if (name == null) {
            throw new ErrnoException(Errno.ENODEV, "nova has no " + type + " node");
        }
        return name;
    }

    /**
     * The device that its DRM device hangs on, while the module is loaded; its parent is the card.
     *
     * @return the auxiliary device
     * @throws ErrnoException ENODEV if the module is not loaded, or the card is unplugged
     */
    public AuxiliaryDevice device() {
        PciDevice plugged = card;
        for (AuxiliaryDevice auxiliary : AuxiliaryBus.system().devices()) {
            if (plugged != null && plugged.equals(auxiliary.parent())) {
                return auxiliary;
            }
        }
        throw new ErrnoException(Errno.ENODEV, "nova has no device");
    }

    /**
     * How full its VRAM is.
     *
     * @return the numbers of one moment
     * @throws ErrnoException ENODEV if the module is not loaded
     */
    public VramStats vramStats() {
        PciDevice plugged = card;
        Vram vram = plugged == null ? null : NovaCard.vram(plugged);
        if (vram == null) {
            throw new ErrnoException(Errno.ENODEV, "nova has no VRAM");
        }
        return vram.stats();
    }

    /**
     * Takes the card away under its users, as pulling it would; the module stays loaded. Blocks until no call into the
     * driver runs. Does nothing if it is not loaded, or the second time.
     */
    public void unplug() {
        PciDevice plugged = card;
        if (plugged != null) {
            KernelLog.system().log(LogLevel.WARNING, LOG, "device unplugged");
            PciBus.system().remove(plugged);
        }
    }
}
