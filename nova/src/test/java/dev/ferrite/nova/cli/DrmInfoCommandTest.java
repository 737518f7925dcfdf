package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.nova.drminfo.DeviceInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrmInfoCommandTest {
    @Test
    void emulatedDeviceShowsBothNodesAndGoesAgain() {
        DrmLive before = DrmLive.now();
        Captured ran = Captured.run("drminfo", "nova");
        assertThat(ran.code()).isEqualTo(Main.OK);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .containsPattern(
                        "Node: card\\d+ \\(emulated\\)\n├───Driver: nova \\(Nvidia Graphics\\) version 0\\.0\\.0\n")
                .containsPattern("Node: renderD\\d+ \\(emulated\\)\n")
                .contains("│   ├───NOVA_GETPARAM_VRAM_BAR_SIZE = 64 MiB\n")
                .contains("├───DRM_CAP_PRIME = 3\n")
                .contains("├───DRM_CAP_DUMB_BUFFER not supported (EOPNOTSUPP)\n")
                .contains("├───DRM_CLIENT_CAP_ATOMIC refused (EACCES)\n")
                .contains("Device: NovaCore.nova-drm.0\n    ├───Bus: auxiliary NovaCore.nova-drm.0, in this process\n")
                .contains("    ├───Bound to: nova\n")
                .contains("    ├───Parent: fe00:00:00.0\n    │   ├───Bus: pci fe00:00:00.0, in this process\n")
                .contains(
                        "    │   ├───Bound to: NovaCore\n    │   ├───vendor: 0x10de\n",
                        "class: 0x030200",
                        "BAR 1: 64 MiB")
                .contains("    │   ├───Free: 64 MiB\n", "Extents: 0")
                .contains("    └───Available nodes: card");
        assertThat(DrmLive.now()).isEqualTo(before);
    }

    @Test
    void jsonIsForMachines() {
        Captured ran = Captured.run("drminfo", "nova", "--json");
        assertThat(ran.code()).isEqualTo(Main.OK);
        assertThat(ran.out())
                .startsWith("{\n  \"card")
                .contains(
                        "\"vramBarSize\": 67108864", "\"DRM_CAP_PRIME\": 3", "\"DRM_CAP_DUMB_BUFFER\": \"EOPNOTSUPP\"")
                .endsWith("}\n");
    }

    @Test
    void nodesThatCannotBeAskedAreNamedAndTheOthersShown() {
        Captured ran = Captured.run("drminfo", "card63", "/dev/null", "nova");
        assertThat(ran.code()).isEqualTo(Main.FAILED);
        assertThat(ran.err().lines()).hasSize(2);
        assertThat(ran.err()).contains("/dev/dri/card63: ENOENT", "/dev/null: not a DRM node");
        assertThat(ran.out()).contains("Driver: nova");
        assertThat(ran.showsAStack()).isFalse();
    }

    @Test
    void deviceFactsComeFromTheDeviceModel(@TempDir Path sys) throws Exception {
        Path device = Files.createDirectories(sys.resolve("devices/pci0000:00/0000:00:02.0"));
        Files.createDirectories(device.resolve("drm/card0"));
        Files.createDirectories(device.resolve("drm/renderD128"));
        Files.createSymbolicLink(device.resolve("subsystem"), Files.createDirectories(sys.resolve("bus/pci")));
        Files.createSymbolicLink(device.resolve("driver"), Files.createDirectories(sys.resolve("bus/pci/drivers/toy")));
        Files.writeString(device.resolve("vendor"), "0x1234\n");
        Path node = Files.createDirectories(sys.resolve("class/drm/card0"));
        Files.createSymbolicLink(node.resolve("device"), device);
        assertThat(DeviceInfo.of(sys, "card0").tree()).isEqualTo("""
                Device: 0000:00:02.0
                ├───Bus: pci 0000:00:02.0
                ├───Address: 0000:00:02.0
                ├───Bound to: toy
                ├───vendor: 0x1234
                └───Available nodes: card0, renderD128
                """);
        assertThat(DeviceInfo.of(sys, "card7").toMap()).containsEntry("bus", "none");
    }
}
