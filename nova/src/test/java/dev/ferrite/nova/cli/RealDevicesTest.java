package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.KernelNode;
import dev.ferrite.drm.client.KernelNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job on real devices draws the picture it draws on the emulated one. */
@EnabledIfSystemProperty(named = "hardware", matches = "true", disabledReason = "for the machine with known devices")
class RealDevicesTest {
    private static final Pattern CHECKSUM = Pattern.compile("checksum ([0-9a-f]{8})");

    @TempDir
    Path folder;

    private static Map<String, Path> cards() {
        Map<String, Path> cards = new TreeMap<>();
        for (Path path : KernelNodes.list()) {
            try (KernelNode node = KernelNode.open(path)) {
                String kind = path.getFileName().toString().startsWith("card") ? "" : " render";
                cards.putIfAbsent(DrmVersion.of(node).name() + kind, path);
            }
        }
        return cards;
    }

    private Captured boot(String vram) {
        return Captured.run(
                "boot",
                "--vram",
                vram,
                "--size",
                "161x90",
                "--threads",
                "2",
                "--frames",
                "2",
                "--out",
                folder.toString());
    }

    private static List<String> checksums(Captured ran) {
        return CHECKSUM.matcher(ran.out())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theMachineHasTheDriversItIsMadeFor() {
        assertThat(cards()).containsKeys("vgem", "vgem render", "bochs-drm", "virtio_gpu", "virtio_gpu render");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgem", "bochs-drm", "virtio_gpu"})
    void samePictureOnARealDeviceAndNothingLeft(String driver) throws Exception {
        Captured emulated = boot("memfd");
        Captured real = boot(String.valueOf(cards().get(driver)));
        assertThat(real.out()).contains("opened " + cards().get(driver) + ": " + driver + " ");
        assertThat(real.out().lines().toList().getLast()).startsWith("boot: ok 2 frames of 161x90");
        assertThat(real.code()).isZero();
        assertThat(checksums(real)).hasSize(2).isEqualTo(checksums(emulated));
        assertThat(Files.size(folder.resolve("ferrite-0002.png"))).isGreaterThan(1000);
    }

    @Test
    void aRenderNodeSaysWhatToUse() {
        Captured ran = boot(String.valueOf(cards().get("virtio_gpu render")));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().lines().toList().getLast())
                .matches("boot: FAILED node /dev/dri/renderD\\d+ \\(virtio_gpu\\) makes no plain buffers, as no render"
                        + " node does: use the card node of the device");
    }

    @Test
    void infoShowsEveryNode() {
        Captured ran = Captured.run("drminfo");
        assertThat(ran.code()).isZero();
        for (Map.Entry<String, Path> card : cards().entrySet()) {
            assertThat(ran.out()).contains("Node: " + card.getValue());
        }
        assertThat(ran.out()).contains("Driver: virtio_gpu", "Driver: vgem", "Driver: bochs-drm", "Bus: pci 0000:");
        assertThat(ran.out()).as("screens").contains("Name: Virtual-1", "Status: connected", "\"DPMS\": enum {On, ");
        assertThat(ran.out()).containsPattern("\\d+x\\d+@\\d+\\.\\d\\d preferred");
        assertThat(ran.out()).contains("Plane 0", "\"type\" (immutable): enum {Overlay, Primary, Cursor} = Primary");
        assertThat(ran.out()).contains("\"CRTC_ID\" (atomic): object CRTC = ", "XR24 little-endian (0x34325258)");
        Matcher dumb = Pattern.compile("DRM_CAP_DUMB_BUFFER = 1").matcher(ran.out());
        assertThat(dumb.results().count()).as("bochs twice, virtio twice").isEqualTo(4);
    }
}
