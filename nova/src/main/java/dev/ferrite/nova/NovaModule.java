package dev.ferrite.nova;

import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.core.Registration;
import dev.ferrite.drm.vram.Vram;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.module.Module;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleType;
import dev.ferrite.runtime.module.ThisModule;
import org.jspecify.annotations.Nullable;

/**
 * The module {@code nova}: loading it makes one device with a primary and a render node, unloading unplugs it.
 *
 * <p>{@snippet :
 * NovaModule nova = new NovaModule(NovaConfig.memfd(64 << 20));
 * ModuleLoader.system().load(nova);
 * try (DrmNode node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR)) {
 *     GemBuffer buffer = new NovaClient(node).createBuffer(4096);
 * }
 * }
 *
 * <p>Files that are open when it is unloaded keep their memory until they are closed, and find the device gone.
 */
public final class NovaModule implements ModuleType {
    /** The name it is loaded under. */
    public static final String NAME = "nova";

    /** The auxiliary device that its DRM device hangs on. */
    public static final String PARENT = "NovaCore.nova-drm";

    private static final String LOG = "nova";
    private static final long DEFAULT_VRAM = 64L << 20;

    private final NovaConfig config;
    private volatile @Nullable Instance live;

    /** A module that is not loaded, with 64 MiB of VRAM in memory: what the loader finds by name. */
    public NovaModule() {
        this(NovaConfig.memfd(DEFAULT_VRAM));
    }

    /**
     * A module that is not loaded.
     *
     * @param config what its device is made of
     */
    public NovaModule(NovaConfig config) {
        this.config = config;
    }

    @Override
    public ModuleInfo info() {
        return ModuleInfo.builder(NAME)
                .author("Danilo Krummrich")
                .description("Nova GPU driver")
                .license("GPL v2")
                .alias("auxiliary:" + PARENT)
                .build();
    }

    /**
     * Makes VRAM and device and registers it: upstream's probe.
     *
     * @param self this module
     * @return what unloading closes
     * @throws ErrnoException why there is no VRAM or no device; nothing is left then
     */
    @Override
    public Module init(ThisModule self) {
        Vram vram = config.vramFile() == null
                ? Vram.memfd(config.vramBytes())
                : Vram.file(config.vramFile(), config.vramBytes(), true);
        Instance instance = new Instance(device(vram));
        live = instance;
        return instance;
    }

    private static ARef<Device<NovaData>> device(Vram vram) {
        try {
            NovaData data = new NovaData(new NovaParent.Pci(vram.size()), vram);
            return Device.create(NovaDriver.DRIVER, PARENT, device -> data);
        } catch (RuntimeException e) {
            vram.close();
            throw e;
        }
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
        Instance instance = live;
        String name = instance == null ? null : instance.device.get().nodeName(type);
        if (name == null) {
            throw new ErrnoException(Errno.ENODEV, "nova has no " + type + " node");
        }
        return name;
    }

    /**
     * Takes the device away under its users, as pulling the card would; the module stays loaded. Blocks until no call
     * into the driver runs. Does nothing if it is not loaded, or the second time.
     */
    public void unplug() {
        Instance instance = live;
        if (instance != null) {
            KernelLog.system().log(LogLevel.WARNING, LOG, "device unplugged");
            instance.registration.unplug();
        }
    }

    /** What is there while the module is loaded. */
    private final class Instance implements Module {
        private final ARef<Device<NovaData>> device;
        private final Registration registration;

        Instance(ARef<Device<NovaData>> device) {
            this.device = device;
            this.registration = register(device);
            KernelLog.system()
                    .log(
                            LogLevel.INFO,
                            LOG,
                            "registered " + device.get().nodeName(NodeType.PRIMARY) + " and "
                                    + device.get().nodeName(NodeType.RENDER) + ", "
                                    + device.get().data().vram());
        }

        private static Registration register(ARef<Device<NovaData>> device) {
            try {
                return Registration.register(device.get());
            } catch (RuntimeException e) {
                device.close();
                throw e;
            }
        }

        @Override
        public void close() {
            live = null;
            registration.close();
            device.close();
        }
    }
}
