package dev.ferrite.drm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmVersion;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be tried without a real node; the rest is the conformance suite. */
class KernelNodeTest {
    private static Errno refused(Path path) {
        long fds = Fd.live();
        ErrnoException[] problem = new ErrnoException[1];
        assertThatThrownBy(() -> KernelNode.open(path).close())
                .isInstanceOfSatisfying(ErrnoException.class, e -> problem[0] = e)
                .hasMessageContaining(path.toString());
        assertThat(Fd.live()).as("nothing left open").isEqualTo(fds);
        return problem[0].errno();
    }

    @Test
    void whatIsNoNodeIsNotOpened(@TempDir Path folder) throws Exception {
        assertThat(refused(folder.resolve("card0"))).isSameAs(Errno.ENOENT);
        assertThat(refused(Files.createFile(folder.resolve("file")))).isSameAs(Errno.ENOTTY);
        assertThat(refused(folder)).isSameAs(Errno.ENOTTY);
        assertThat(refused(Path.of("/dev/null"))).as("another driver's").isSameAs(Errno.ENOTTY);
    }

    @Test
    void nodesAreListedCardsFirstEachKindByNumber(@TempDir Path folder) throws Exception {
        for (String name : List.of("renderD129", "card10", "card2", "by-path", "renderD128", "controlD64", "card")) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(KernelNodes.list(folder))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("card2", "card10", "renderD128", "renderD129");
        assertThat(KernelNodes.list(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void devicesAreTold(@TempDir Path folder) throws Exception {
        assertThat(KernelNodes.isDevice(Path.of("/dev/null"))).isTrue();
        assertThat(KernelNodes.isDevice(folder)).isFalse();
        assertThat(KernelNodes.isDevice(Files.createFile(folder.resolve("file"))))
                .isFalse();
        assertThat(KernelNodes.isDevice(folder.resolve("missing"))).isFalse();
    }

    private static boolean isStray(MemorySegment version, long length, long address) {
        DrmVersion.nameLen(version, length);
        DrmVersion.name(version, address);
        return IoctlPointers.hasStray(DrmH.DRM_IOCTL_VERSION, version);
    }

    @Test
    void addressesMustLeadIntoTheArgument() {
        long head = DrmVersion.SIZEOF;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment version = arena.allocate(head + 16, 8);
            long start = version.address();
            assertThat(isStray(version, 16, start + head)).isFalse();
            assertThat(isStray(version, 17, start + head))
                    .as("one byte too long")
                    .isTrue();
            assertThat(isStray(version, 1, start + head + 15))
                    .as("the last byte")
                    .isFalse();
            assertThat(isStray(version, 1, start + head + 16)).isTrue();
            assertThat(isStray(version, 0, start + head + 16))
                    .as("nothing is copied")
                    .isFalse();
            assertThat(isStray(version, 1, start - 1)).isTrue();
            assertThat(isStray(version, -1, start + head)).as("all of memory").isTrue();
            assertThat(isStray(version, Long.MAX_VALUE, start + head)).isTrue();
            assertThat(isStray(version, 1, -1)).isTrue();
            assertThat(isStray(version, 1, 0))
                    .as("the kernel copies nothing to null")
                    .isFalse();
        }
    }

    @Test
    void strayAddressesAreReplacedInTheCopyAndPutBack() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment version = arena.allocate(DrmVersion.LAYOUT);
            MemorySegment copy = arena.allocate(DrmVersion.LAYOUT);
            assertThat(isStray(version, 4, 0x1234)).isTrue();
            copy.copyFrom(version);
            long[] blunted = IoctlPointers.blunt(DrmH.DRM_IOCTL_VERSION, version, copy);
            assertThat(blunted).containsExactly(DrmVersion.NAME_OFFSET);
            assertThat(DrmVersion.name(copy)).isEqualTo(IoctlPointers.NOWHERE);
            assertThat(DrmVersion.name(version)).isEqualTo(0x1234);
            IoctlPointers.restore(blunted, version, copy);
            assertThat(DrmVersion.name(copy)).isEqualTo(0x1234);
        }
    }
}
