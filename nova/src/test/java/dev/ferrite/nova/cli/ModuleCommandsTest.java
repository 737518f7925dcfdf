package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.nova.NovaConfig;
import dev.ferrite.nova.NovaModule;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleTable;
import dev.ferrite.runtime.module.OtherModules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lsmod}, {@code modinfo}, and the parameters of {@code boot}. */
class ModuleCommandsTest {
    @TempDir
    Path folder;

    /** This process as another one sees it. */
    private static List<OtherModules.Row> mine() {
        return OtherModules.find(Path.of("/proc")).stream()
                .filter(process -> process.pid() == ProcessHandle.current().pid())
                .flatMap(process -> process.modules().stream())
                .toList();
    }

    @Test
    void modinfoShowsFactsAndParameters() {
        Captured ran = Captured.run("modinfo", "nova");
        assertThat(ran.code()).isEqualTo(Main.OK);
        assertThat(ran.out().lines())
                .containsExactly(
                        "name:         nova",
                        "description:  Nova GPU driver",
                        "author:       Danilo Krummrich",
                        "license:      GPL v2",
                        "alias:        auxiliary:NovaCore.nova-drm",
                        "depends:      NovaCore",
                        "parm:         vram:Bytes of VRAM of the emulated card (size, default 64M)",
                        "parm:         vram_file:File that is the VRAM; empty for a memfd (charp)",
                        "parm:         info:Have the proposed ioctl INFO (bool, default 0)");
        assertThat(Captured.run("modinfo", "auxiliary:NovaCore.nova-drm").out()).isEqualTo(ran.out());
    }

    @Test
    void modinfoOfNothingIsOneSentence() {
        Captured unknown = Captured.run("modinfo", "nowhere");
        assertThat(unknown.code()).isEqualTo(Main.FAILED);
        assertThat(unknown.err().strip()).hasLineCount(1).contains("'nowhere' is not declared");
        assertThat(Captured.run("modinfo").code()).isEqualTo(Main.USAGE);
        assertThat(Captured.run("modinfo", "a", "b").code()).isEqualTo(Main.USAGE);
    }

    /** Unloading nova leaves the module it needs, as rmmod does; another test of this JVM may have. */
    private static void unloadLeftovers() {
        try {
            ModuleLoader.system().unload("NovaCore");
        } catch (ErrnoException e) {
            assertThat(e.errno()).isEqualTo(Errno.ENOENT);
        }
    }

    @Test
    void lsmodShowsAProcessThatPublishesItsModulesWithItsCounts() {
        unloadLeftovers();
        long fds = Fd.live();
        long mappings = Mapping.live();
        NovaModule nova = new NovaModule(NovaConfig.memfd(4096));
        try (ModuleTable table = ModuleTable.publish(ModuleLoader.system())) {
            assertThat(mine()).isEmpty();
            ModuleLoader.system().load(nova);
            try (DrmNode node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR)) {
                assertThat(node).isNotNull();
                assertThat(mine())
                        .containsExactly(
                                new OtherModules.Row("NovaCore", "live", OptionalInt.of(1), List.of()),
                                new OtherModules.Row("nova", "live", OptionalInt.of(1), List.of("NovaCore")));
            }
            assertThat(mine().getLast().users()).hasValue(0);
            Captured ran = Captured.run("lsmod");
            assertThat(ran.out().lines())
                    .contains(
                            "process " + ProcessHandle.current().pid(),
                            "Module       State          Used  By",
                            "NovaCore     live              1  nova",
                            "nova         live              0",
                            "declared here:",
                            "NovaCore     Nova Core GPU driver");
            ModuleLoader.system().remove(NovaModule.NAME);
            assertThat(mine()).isEmpty();
            assertThat(table).isNotNull();
        }
        assertThat(Fd.live()).isEqualTo(fds);
        assertThat(Mapping.live()).isEqualTo(mappings);
    }

    @Test
    void lsmodWithoutAnyProcessSaysSo() throws Exception {
        Files.createDirectories(folder.resolve("4711/fd"));
        Files.createSymbolicLink(folder.resolve("4711/fd/3"), Path.of("/memfd:ferrite-modules (deleted)"));
        assertThat(OtherModules.find(folder)).isEmpty(); // the link leads nowhere
        assertThat(OtherModules.find(folder.resolve("missing"))).isEmpty();
        Captured help = Captured.run("lsmod", "--help");
        assertThat(help.code()).isEqualTo(Main.OK);
    }

    @Test
    void bootTakesTheModulesParameters() throws Exception {
        Path file = folder.resolve("vram");
        Captured ran = Captured.run(
                "boot",
                "nova",
                "vram=32M",
                "vram_file=" + file,
                "--size",
                "96x54",
                "--threads",
                "2",
                "--out",
                folder.toString());
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(Main.OK);
        assertThat(ran.out()).contains("VRAM 32 MiB in " + file).contains("VRAM BAR 32 MiB");
        assertThat(file).doesNotExist();
    }

    @Test
    void anUnknownParameterIsIgnoredWithALine() {
        Captured ran = Captured.run(
                "boot", "nova", "colour=red", "--size", "96x54", "--threads", "2", "--out", folder.toString());
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(Main.OK);
        assertThat(ran.out()).contains("nova: unknown parameter 'colour' ignored");
    }

    @Test
    void aMalformedParameterFailsTheBootInOneSentence() {
        Captured ran = Captured.run("boot", "nova", "vram=lots", "--out", folder.toString());
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.lastLine())
                .startsWith("boot: FAILED ")
                .contains("'lots' invalid for parameter 'vram'")
                .contains("EINVAL");
        assertThat(ran.out()).doesNotContain("LEAK");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherModuleThanNovaIsAWrongCommandLine() {
        Captured ran = Captured.run("boot", "vram=64M");
        assertThat(ran.code()).isEqualTo(Main.USAGE);
        assertThat(ran.err().strip()).hasLineCount(1).contains("'vram=64M'");
    }
}
