package dev.ferrite.runtime.share;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A region, seen from the same process through {@code /proc}. */
class SharedRegionTest {
    private static final String NAME = "ferrite-region-test";
    private final long self = ProcessHandle.current().pid();

    @Test
    void theViewSeesWhatTheOwnerWritesAndOutlivesIt() throws IOException {
        RegionView view;
        try (SharedRegion region = SharedRegion.create(NAME, 8192)) {
            view = RegionOwner.view(NAME, "a region", self, 8192);
            Words.setLongVolatile(region.address() + 4096, 42);
            assertThat(Words.getLongVolatile(view.address() + 4096)).isEqualTo(42);
            assertThat(view.bytes()).isEqualTo(8192);
            assertThat(view.isAlive()).isTrue();
        }
        assertThat(view.isAlive()).isFalse();
        assertThat(Words.getLongVolatile(view.address() + 4096)).isEqualTo(42);
        assertThatThrownBy(() -> RegionOwner.view(NAME, "a region", self, 8192))
                .isInstanceOf(IOException.class)
                .hasMessage("process " + self + " does not show a region");
    }

    @Test
    void nobodyElseCanWriteItOrChangeItsLength() throws IOException {
        try (SharedRegion region = SharedRegion.create(NAME, 4096)) {
            RegionOwner owner = requireNonNull(RegionOwner.of(self, NAME));
            int fd = Linux.open(owner.link().toString(), Linux.O_RDWR | Linux.O_CLOEXEC, 0);
            assertThat(fd).isPositive();
            try {
                assertThat(Linux.ftruncate(fd, 0)).isEqualTo(Errno.EPERM.negated());
                assertThat(Linux.ftruncate(fd, 1 << 20)).isEqualTo(Errno.EPERM.negated());
                long mapped = Linux.mmap(0, 4096, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_SHARED, fd, 0);
                assertThat(mapped).isEqualTo(Errno.EPERM.negated());
                assertThat(Linux.pwrite(fd, region.address(), 8, 0)).isEqualTo(Errno.EPERM.negated());
            } finally {
                Linux.close(fd);
            }
        }
    }

    @Test
    void somethingOfThatNameThatIsNotSealedIsRefused() {
        int fd = Linux.memfdCreate(NAME + "-alien", Linux.MFD_CLOEXEC);
        try {
            Linux.ftruncate(fd, 4096);
            assertThatThrownBy(() -> RegionOwner.view(NAME + "-alien", "a region", self, 1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is not of Ferrite: 4096 bytes");
        } finally {
            Linux.close(fd);
        }
    }
}
