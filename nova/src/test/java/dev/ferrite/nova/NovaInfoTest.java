package dev.ferrite.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.nova.client.GpuInfo;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.nova.drminfo.DeviceInfo;
import dev.ferrite.nova.drminfo.NodeInfo;
import dev.ferrite.nova.uapi.DrmNovaInfo;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleParams;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The row of section 11.3 of the behaviour specification about the newest call, which is off unless asked for. */
class NovaInfoTest {
    private static final long VRAM = 1 << 20;
    private static final int INFO = NovaDrmH.DRM_IOCTL_NOVA_INFO;
    private static final int STRUCT = 16;
    private static final int ANSWER = 160;
    private static final int ROOM = 256;
    private static final byte UNTOUCHED = (byte) 0xA5;

    private final Arena arena = Arena.ofConfined();
    private final DrmLive before = DrmLive.now();
    private final NovaModule module = new NovaModule(NovaConfig.memfd(VRAM).withInfo());

    /** A struct, and room behind it. */
    private final MemorySegment args = arena.allocate(STRUCT + ROOM, 8);

    private final MemorySegment room = args.asSlice(STRUCT);

    @BeforeEach
    void load() {
        ModuleLoader.system().load(module);
        room.fill(UNTOUCHED);
    }

    @AfterEach
    void unload() {
        arena.close();
        ModuleLoader.system().unload(NovaModule.NAME);
        assertThat(DrmLive.now()).isEqualTo(before);
    }

    private DrmNode render() {
        return EmulatedNode.open(module.renderNode(), Linux.O_RDWR);
    }

    private int info(int id, int size, long data, MemorySegment argument) {
        DrmNovaInfo.id(args, id);
        DrmNovaInfo.size(args, size);
        DrmNovaInfo.data(args, data);
        try (DrmNode node = render()) {
            return node.ioctl(INFO, argument);
        }
    }

    private void assertNothingWritten(int from) {
        assertThat(room.asSlice(from).toArray(ValueLayout.JAVA_BYTE)).containsOnly(UNTOUCHED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ANSWER, 4096, -1})
    void withoutAnAddressItTellsHowManyBytesAreNeeded(int size) {
        assertThat(info(0, size, 0, args)).isZero();
        assertThat(DrmNovaInfo.size(args)).isEqualTo(ANSWER);
        assertThat(DrmNovaInfo.id(args)).isZero();
        assertThat(DrmNovaInfo.data(args)).isZero();
        assertNothingWritten(0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "16, 16", "159, 159", "160, 160", "161, 160", "4096, 160", "-1, 160"})
    void itWritesAsManyBytesAsThereIsRoomForAndTellsHowMany(int size, int written) {
        assertThat(info(0, ANSWER, room.address(), args)).isZero();
        byte[] whole = room.asSlice(0, ANSWER).toArray(ValueLayout.JAVA_BYTE);
        room.fill(UNTOUCHED);
        assertThat(info(0, size, room.address(), args)).isZero();
        assertThat(DrmNovaInfo.size(args)).isEqualTo(written);
        assertThat(DrmNovaInfo.data(args)).isEqualTo(room.address());
        assertThat(room.asSlice(0, written).toArray(ValueLayout.JAVA_BYTE)).isEqualTo(Arrays.copyOf(whole, written));
        assertNothingWritten(written);
    }

    @Test
    void theAnswerHasItsMembersWhereTheyBelong() {
        assertThat(info(0, ANSWER, room.address(), args)).isZero();
        assertThat(room.get(ValueLayout.JAVA_INT, 0))
                .as("no architecture of Nvidia's")
                .isZero();
        assertThat(room.get(ValueLayout.JAVA_INT, 4)).isZero();
        assertThat(room.get(ValueLayout.JAVA_LONG, 8)).isEqualTo(VRAM);
        assertThat(room.getString(16)).isEqualTo("Ferrite emulated GPU");
        assertThat(room.getString(80)).isEqualTo("emulated");
        assertThat(room.asSlice(144, 16).toArray(ValueLayout.JAVA_BYTE)).isNotEqualTo(new byte[16]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, -1, Integer.MIN_VALUE})
    void anotherIdIsEinvalWithAnAddressOrWithout(int id) {
        for (long data : new long[] {0, room.address(), -1}) {
            assertThat(info(id, ANSWER, data, args)).isEqualTo(Errno.EINVAL.negated());
            assertThat(DrmNovaInfo.size(args)).as("as it was").isEqualTo(ANSWER);
        }
        assertNothingWritten(0);
    }

    @Test
    void anAddressThatTheCallerDidNotLendIsEfault() {
        MemorySegment elsewhere = arena.allocate(ROOM);
        long end = args.address() + args.byteSize();
        for (long data : new long[] {1, -1, Long.MIN_VALUE, elsewhere.address(), end, end - ANSWER + 1}) {
            assertThat(info(0, ANSWER, data, args)).as("data=%x", data).isEqualTo(Errno.EFAULT.negated());
            assertThat(DrmNovaInfo.size(args)).as("as it was").isEqualTo(ANSWER);
        }
        assertNothingWritten(0);
        assertThat(elsewhere.toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
        assertThat(info(0, ANSWER, end - ANSWER, args)).as("the last that fits").isZero();
    }

    @Test
    void memoryThatCannotBeWrittenIsEfault() {
        assertThat(info(0, ANSWER, room.address(), args.asReadOnly())).isEqualTo(Errno.EFAULT.negated());
        assertThat(info(0, ANSWER, room.address(), args.asSlice(0, STRUCT))).isEqualTo(Errno.EFAULT.negated());
        assertNothingWritten(0);
    }

    @Test
    void theClientReadsIt() {
        try (DrmNode first = render();
                DrmNode second = EmulatedNode.open(module.primaryNode(), Linux.O_RDWR)) {
            GpuInfo gpu = new NovaClient(first).gpuInfo();
            assertThat(gpu.architecture()).isZero();
            assertThat(gpu.implementation()).isZero();
            assertThat(gpu.vramSize()).isEqualTo(VRAM);
            assertThat(gpu.gpuName()).isEqualTo("Ferrite emulated GPU");
            assertThat(gpu.shortName()).isEqualTo("emulated");
            assertThat(gpu.gid().version()).as("made of a name").isEqualTo(3);
            assertThat(gpu.gid()).isNotEqualTo(new UUID(0, 0));
            assertThat(new NovaClient(second).gpuInfo()).isEqualTo(gpu);
        }
    }

    @Test
    void aClientThatIsNotAuthenticatedMayAskAndAfterAnUnplugNobody() {
        try (DrmNode master = EmulatedNode.open(module.primaryNode(), Linux.O_RDWR);
                DrmNode other = EmulatedNode.open(module.primaryNode(), Linux.O_RDWR)) {
            assertThat(new NovaClient(other).gemInfo(1)).isEqualTo(Errno.EACCES.negated());
            assertThat(new NovaClient(other).gpuInfo()).isEqualTo(new NovaClient(master).gpuInfo());
            module.unplug();
            assertThatThrownBy(new NovaClient(other)::gpuInfo).hasMessageContaining("ENODEV");
        }
    }

    @Test
    void drminfoShowsIt() {
        try (DrmNode node = render()) {
            String tree = NodeInfo.of("node", node, DeviceInfo.of(Path.of("/nonexistent"), "card0"))
                    .tree();
            assertThat(tree)
                    .contains("GPU: Ferrite emulated GPU", "Architecture: 0x0", "VRAM: 1 MiB", "Id: ")
                    .contains(new NovaClient(node).gpuInfo().gid().toString());
        }
    }

    @Test
    void withoutTheSwitchThereIsNoSuchCallAndAParameterTurnsIt() {
        ModuleLoader.system().unload(NovaModule.NAME);
        NovaModule plain = new NovaModule(NovaConfig.memfd(VRAM));
        ModuleLoader.system().load(plain);
        try (DrmNode node = EmulatedNode.open(plain.renderNode(), Linux.O_RDWR)) {
            assertThat(node.ioctl(INFO, args)).isEqualTo(Errno.EINVAL.negated());
            assertThatThrownBy(new NovaClient(node)::gpuInfo)
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
        }
        ModuleLoader.system().unload(NovaModule.NAME);
        loadedWith(plain, "info=1", 0);
        loadedWith(module, "info=0", Errno.EINVAL.negated());
        loadedWith(plain, "info", 0);
        ModuleLoader.system().load(module); // for the end of the test
    }

    private void loadedWith(NovaModule which, String argument, int answer) {
        ModuleLoader.system().load(which, ModuleParams.parse(which.info(), List.of(argument)));
        try (DrmNode node = EmulatedNode.open(which.renderNode(), Linux.O_RDWR)) {
            assertThat(node.ioctl(INFO, args)).as(argument).isEqualTo(answer);
        }
        ModuleLoader.system().unload(NovaModule.NAME);
    }
}
