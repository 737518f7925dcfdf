package dev.ferrite.drm.hardware;

import static dev.ferrite.drm.testing.Bench.ENODEV;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.DumbBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.client.KernelNode;
import dev.ferrite.drm.client.KernelNodes;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A PCI device is removed under its users: the one behind the root port, whose buffers are its own video memory. */
@EnabledIfSystemProperty(named = "hardware", matches = "true", disabledReason = "takes a device away")
class RealUnplugTest {
    private static final Path RESCAN = Path.of("/sys/bus/pci/rescan");

    private static Path device(Path node) throws IOException {
        return Path.of("/sys/class/drm", node.getFileName().toString(), "device")
                .toRealPath();
    }

    /** The card that has a bus of its own. */
    private static Path removableCard() throws IOException {
        for (Path node : KernelNodes.list()) {
            String address = device(node).getFileName().toString();
            if (node.getFileName().toString().startsWith("card") && address.matches("0000:0[1-9]:.*")) {
                return node;
            }
        }
        throw new AssertionError("no card behind a port among " + KernelNodes.list());
    }

    @Test
    void usersOfARemovedDeviceGetEnodevAndNeverFault() throws Exception {
        Path card = removableCard();
        Path device = device(card);
        long fds = Fd.live();
        long mappings = Mapping.live();
        KernelNode node = KernelNode.open(card);
        DumbBuffer buffer = DumbBuffer.create(node, 256, 64, 32);
        DumbBuffer unmapped = DumbBuffer.create(node, 256, 64, 32);
        long offset = Bench.mapDumb(node, unmapped.gem().handle());
        GemMapping touched = buffer.map();
        GemMapping untouched = unmapped.map();
        for (long at = 0; at < touched.size(); at += 8) {
            touched.segment().set(JAVA_LONG, at, at);
        }

        Files.writeString(device.resolve("remove"), "1");

        assertThat(card).doesNotExist();
        assertThatThrownBy(() -> KernelNode.open(card).close())
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isIn(Errno.ENOENT, Errno.ENODEV));
        for (int request : new int[] {
            DrmH.DRM_IOCTL_GET_CAP,
            DrmH.DRM_IOCTL_VERSION,
            IoctlNumber.of(3, 'd', 0xff, 16),
            IoctlNumber.of(0, 'e', 0, 0)
        }) {
            assertThat(Bench.plain(node, request))
                    .as("0x%x, before anything else is looked at", request)
                    .isEqualTo(ENODEV);
        }
        assertThat(Bench.gemClose(node, unmapped.gem().handle())).isEqualTo(ENODEV);
        assertThatThrownBy(() -> node.mmap(offset, 4096, Linux.PROT_READ, true))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(Errno.ENODEV));
        for (GemMapping map : new GemMapping[] {touched, untouched}) {
            for (long at = 0; at < map.size(); at += 8) {
                map.segment().get(JAVA_LONG, at);
                map.segment().set(JAVA_LONG, at, -1L);
            }
        }
        assertThat(node.poll(Linux.POLLIN, 0)).isNotNegative();
        touched.close();
        untouched.close();
        buffer.close();
        unmapped.close();
        node.close();
        assertThat(Fd.live()).isEqualTo(fds);
        assertThat(Mapping.live()).isEqualTo(mappings);

        Files.writeString(RESCAN, "1");
        long end = System.nanoTime() + 30_000_000_000L;
        while (!Files.exists(device.resolve("drm")) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        try (KernelNode back = KernelNode.open(removableCard());
                DumbBuffer works = DumbBuffer.create(back, 16, 16, 32)) {
            assertThat(DrmVersion.of(back).name()).isEqualTo("bochs-drm");
            assertThat(works.gem().handle()).isEqualTo(1);
        }
    }

    @Test
    void removalWhileThreadsCallMapAndReadHurtsNobody() throws Exception {
        Path card = removableCard();
        Path device = device(card);
        Thread[] users = new Thread[3];
        String[] ends = new String[users.length];
        for (int i = 0; i < users.length; i++) {
            int index = i;
            users[i] = new Thread(() -> ends[index] = useUntilItIsGone(card));
            users[i].start();
        }
        Thread.sleep(500);
        Files.writeString(device.resolve("remove"), "1");
        for (Thread user : users) {
            user.join(60_000);
            assertThat(user.isAlive()).isFalse();
        }
        Files.writeString(RESCAN, "1");
        assertThat(ends).containsOnly("ENODEV");
    }

    private static String useUntilItIsGone(Path card) {
        try (KernelNode node = KernelNode.open(card)) {
            while (true) {
                try (DumbBuffer buffer = DumbBuffer.create(node, 64, 64, 32);
                        GemMapping map = buffer.gem().mapConfined()) {
                    map.segment().fill((byte) 0x55);
                    long ignored = map.segment().get(JAVA_LONG, 0);
                }
            }
        } catch (ErrnoException e) {
            return e.errno().name();
        }
    }
}
