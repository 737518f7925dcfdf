package dev.ferrite.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.runtime.auxiliary.AuxiliaryBus;
import dev.ferrite.runtime.auxiliary.AuxiliaryDevice;
import dev.ferrite.runtime.device.Device;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleState;
import dev.ferrite.runtime.pci.PciBus;
import dev.ferrite.runtime.pci.PciDevice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NovaModuleTest {
    @Test
    void theModuleSaysWhatItIsBeforeItIsLoaded() {
        ModuleInfo info = new NovaModule(NovaConfig.memfd(4096)).info();
        assertThat(info.name()).isEqualTo("nova");
        assertThat(info.authors()).containsExactly("Danilo Krummrich");
        assertThat(info.description()).isEqualTo("Nova GPU driver");
        assertThat(info.license()).isEqualTo("GPL v2");
        assertThat(info.aliases()).containsExactly("auxiliary:NovaCore.nova-drm");
    }

    @Test
    void theLoaderFindsItByNameAndByAlias() {
        for (String name : new String[] {"nova", "auxiliary:NovaCore.nova-drm"}) {
            assertThat(ModuleLoader.system().load(name).info().name()).isEqualTo("nova");
            ModuleLoader.system().unload(NovaModule.NAME);
        }
    }

    @Test
    void loadingMakesTwoNodesAndUnloadingTakesThemAway() {
        DrmLive before = DrmLive.now();
        long fds = Fd.live();
        long mappings = Mapping.live();
        NovaModule nova = new NovaModule(NovaConfig.memfd(4096));
        assertThatThrownBy(nova::renderNode).isInstanceOf(ErrnoException.class).hasMessageContaining("ENODEV");
        ModuleLoader.system().load(nova);
        assertThat(nova.renderNode()).startsWith("renderD");
        assertThat(nova.primaryNode()).startsWith("card");
        assertThatThrownBy(() -> ModuleLoader.system().load(new NovaModule(NovaConfig.memfd(4096))))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EEXIST));
        ModuleLoader.system().unload(NovaModule.NAME);
        assertThatThrownBy(nova::renderNode).isInstanceOf(ErrnoException.class);
        assertThatThrownBy(() -> ModuleLoader.system().unload(NovaModule.NAME))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOENT));
        assertThat(DrmLive.now()).isEqualTo(before);
        assertThat(Fd.live()).isEqualTo(fds);
        assertThat(Mapping.live()).isEqualTo(mappings);
    }

    @Test
    void whatIsOpenHoldsTheModuleUntilItIsClosed() {
        DrmLive before = DrmLive.now();
        long devices = Device.live();
        NovaModule nova = new NovaModule(NovaConfig.memfd(8192));
        ModuleLoader.system().load(nova);
        DrmNode node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR);
        GemBuffer buffer = new NovaClient(node).createBuffer(4096);
        PrimeFd shared = buffer.exportPrime();
        GemMapping mapping = buffer.map();
        busy(3); // file, mapping by the file's own count, dma-buf
        buffer.close();
        node.close();
        busy(2);
        mapping.close();
        busy(1);
        shared.close();
        ModuleLoader.system().unload(NovaModule.NAME);
        assertThat(DrmLive.now()).isEqualTo(before);
        assertThat(Device.live()).isEqualTo(devices);
    }

    private static void busy(int atMost) {
        assertThatThrownBy(() -> ModuleLoader.system().unload(NovaModule.NAME))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EBUSY));
        assertThat(users()).isBetween(1, atMost);
    }

    private static int users() {
        return ModuleLoader.system().list().stream()
                .filter(module -> module.name().equals(NovaModule.NAME))
                .findFirst()
                .orElseThrow()
                .users();
    }

    @Test
    void aFileThatIsOpenAcrossTheUnplugKeepsTheDeviceUntilItIsClosed() {
        DrmLive before = DrmLive.now();
        long devices = Device.live();
        NovaModule nova = new NovaModule(NovaConfig.memfd(4096));
        ModuleLoader.system().load(nova);
        DrmNode node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR);
        nova.unplug();
        nova.unplug();
        assertThatThrownBy(nova::renderNode).hasMessageContaining("ENODEV");
        assertThat(new NovaClient(node).getparam(1)).isEqualTo(Errno.ENODEV.negated());
        assertThat(DrmLive.now().devices()).isEqualTo(before.devices() + 1);
        assertThat(DrmLive.now().vrams()).isEqualTo(before.vrams() + 1);
        busy(1);
        node.close();
        ModuleLoader.system().unload(NovaModule.NAME);
        assertThat(DrmLive.now()).isEqualTo(before);
        assertThat(Device.live()).isEqualTo(devices);
    }

    @Test
    void theDeviceModelShowsCardAndAuxiliaryDevice() {
        NovaModule nova = new NovaModule(NovaConfig.memfd(1 << 20));
        ModuleLoader.system().load(nova);
        AuxiliaryDevice auxiliary = AuxiliaryBus.system().devices().getFirst();
        assertThat(auxiliary.name()).isEqualTo("NovaCore.nova-drm.0");
        assertThat(auxiliary.driverName()).isEqualTo("nova");
        assertThat(auxiliary.parent()).isInstanceOfSatisfying(PciDevice.class, card -> {
            assertThat(card.driverName()).isEqualTo("NovaCore");
            assertThat(card.barSize(1)).isEqualTo(1 << 20);
        });
        assertThat(ModuleLoader.system().list())
                .filteredOn(module -> module.name().equals("NovaCore"))
                .singleElement()
                .satisfies(module -> assertThat(module.usedBy()).containsExactly("nova"));
        PciBus.system().unbind(PciBus.system().devices().getFirst());
        assertThat(AuxiliaryBus.system().devices()).isEmpty();
        ModuleLoader.system().remove(NovaModule.NAME);
        assertThat(ModuleLoader.system().list()).isEmpty();
        assertThat(PciBus.system().devices()).isEmpty();
    }

    @Test
    void parametersSayHowMuchVramAndWhere(@TempDir Path folder) {
        Path file = folder.resolve("vram");
        ModuleLoader.system().load(NovaModule.NAME, "vram=2M", "vram_file=" + file);
        assertThat(PciBus.system().devices().getFirst().barSize(1)).isEqualTo(2 << 20);
        assertThat(file).hasSize(2 << 20);
        ModuleLoader.system().unload(NovaModule.NAME);
        assertThat(file).doesNotExist();
    }

    @Test
    void malformedParametersAreEinvalWithTheirName() {
        for (String argument : List.of("vram=lots", "vram=0", "vram", "vram=-4K", "vram_file=a\0b")) {
            assertThatThrownBy(() -> ModuleLoader.system().load(NovaModule.NAME, argument))
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL))
                    .hasMessageContaining("vram");
        }
        assertThat(ModuleLoader.system().state(NovaModule.NAME)).isEqualTo(ModuleState.UNLOADED);
    }

    @Test
    void aModuleWithoutVramIsNotLoadedAndLeavesNothing(@TempDir Path folder) {
        DrmLive before = DrmLive.now();
        long fds = Fd.live();
        NovaModule nova = new NovaModule(new NovaConfig(folder.resolve("no/vram"), 4096));
        assertThatThrownBy(() -> ModuleLoader.system().load(nova))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOENT));
        assertThat(DrmLive.now()).isEqualTo(before);
        assertThat(Fd.live()).isEqualTo(fds);
        NovaModule second = new NovaModule(NovaConfig.memfd(4096));
        ModuleLoader.system().load(second);
        ModuleLoader.system().unload(NovaModule.NAME);
    }
}
