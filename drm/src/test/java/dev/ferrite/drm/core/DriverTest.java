package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestArgs;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.linux.Linux;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Section 10.1 and the table rules of 10.5. */
class DriverTest {
    private static final IoctlHandler<String, String> NOTHING = (device, data, file) -> 0;

    private static Driver.Builder<String, String> builder() {
        return Driver.builder(TestDriver.INFO_OF);
    }

    private static void refuses(Driver.Builder<String, String> builder, int number, int flags, String... parts) {
        assertThatThrownBy(() -> builder.ioctl(number, TestArgs.TYPE, flags, NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void tableMustStartAt0x40AndHaveNoGap() {
        refuses(builder(), IoctlNumber.of(3, 'd', 0x41, 16), 0, "nr=0x41", "expected=0x40");
        var started = builder().ioctl(IoctlNumber.of(3, 'd', 0x40, 16), TestArgs.TYPE, 0, NOTHING);
        refuses(started, IoctlNumber.of(3, 'd', 0x42, 16), 0, "nr=0x42", "expected=0x41");
        refuses(started, IoctlNumber.of(3, 'd', 0x40, 16), 0, "nr=0x40", "expected=0x41");
    }

    @Test
    void sizeTypeAndFlagsMustBeRight() {
        refuses(builder(), IoctlNumber.of(3, 'd', 0x40, 8), 0, "encoded=8", "struct=16");
        refuses(builder(), IoctlNumber.of(3, 'e', 0x40, 16), 0, "type 'd'");
        refuses(builder(), IoctlNumber.of(3, 'd', 0x40, 16), 64, "flags=64");
    }

    @Test
    void tableEndsWhereTheCoreGoesOn() {
        var builder = builder();
        for (int nr = 0x40; nr < 0xA0; nr++) {
            builder.ioctl(IoctlNumber.of(3, 'd', nr, 16), TestArgs.TYPE, 0, NOTHING);
        }
        refuses(builder, IoctlNumber.of(3, 'd', 0xA0, 16), 0, "nr=0xa0");
    }

    @Test
    void unknownFeaturesAreRefused() {
        assertThatThrownBy(() -> builder().features(Driver.GEM | 2)).hasMessageContaining("bits=0x2");
    }

    @Test
    void absentHooksAreNotRun() {
        Driver<String, String> bare = builder().build();
        try (ARef<Device<String>> device = Device.create(bare, "bare", made -> "data");
                Registration registration = Registration.register(device.get());
                EmulatedNode node = EmulatedNode.open(
                        Objects.requireNonNull(registration.device().nodeName(NodeType.PRIMARY)), Linux.O_RDWR)) {
            assertThat(Bench.mapDumb(node, 1)).isEqualTo(Bench.ENOSYS);
            assertThat(Bench.plain(node, TestDriver.ECHO)).as("empty table").isEqualTo(Bench.EINVAL);
            DrmFile<?> file = DrmNodes.open(node.name(), Linux.O_RDWR, Caller.unprivileged());
            assertThatThrownBy(file::inner).isInstanceOf(IllegalStateException.class);
            file.close();
        }
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }
}
