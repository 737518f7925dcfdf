package dev.ferrite.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import java.nio.file.Path;
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
    void aFileThatIsOpenAcrossTheUnloadKeepsTheDeviceUntilItIsClosed() {
        DrmLive before = DrmLive.now();
        NovaModule nova = new NovaModule(NovaConfig.memfd(4096));
        ModuleLoader.system().load(nova);
        DrmNode node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR);
        ModuleLoader.system().unload(NovaModule.NAME);
        assertThat(new NovaClient(node).getparam(1)).isEqualTo(Errno.ENODEV.negated());
        assertThat(DrmLive.now().devices()).isEqualTo(before.devices() + 1);
        node.close();
        assertThat(DrmLive.now()).isEqualTo(before);
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
