package dev.ferrite.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.DrmVersion;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.core.DrmNodes;
import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.drm.uapi.DrmGemClose;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.vram.Vram;
import dev.ferrite.nova.client.NovaClient;
import dev.ferrite.nova.uapi.DrmNovaGemCreate;
import dev.ferrite.nova.uapi.DrmNovaGemInfo;
import dev.ferrite.nova.uapi.DrmNovaGetparam;
import dev.ferrite.nova.uapi.NovaDrmH;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.auxiliary.AuxiliaryBus;
import dev.ferrite.runtime.auxiliary.AuxiliaryRegistration;
import dev.ferrite.runtime.device.Core;
import dev.ferrite.runtime.device.DriverInstance;
import dev.ferrite.runtime.device.IdEntry;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ThisModule;
import dev.ferrite.runtime.pci.PciAddress;
import dev.ferrite.runtime.pci.PciBar;
import dev.ferrite.runtime.pci.PciBus;
import dev.ferrite.runtime.pci.PciConfig;
import dev.ferrite.runtime.pci.PciDevice;
import dev.ferrite.runtime.platform.PlatformBus;
import dev.ferrite.runtime.platform.PlatformDevice;
import dev.ferrite.runtime.platform.PlatformDriver;
import dev.ferrite.runtime.platform.PlatformId;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of sections 11.3 and 11.4 of the behaviour specification. */
class NovaDriverTest {
    private static final long VRAM = 16L << 20;
    private static final int EINVAL = Errno.EINVAL.negated();
    private static final int ENOENT = Errno.ENOENT.negated();
    private static final int EACCES = Errno.EACCES.negated();
    private static final int ENODEV = Errno.ENODEV.negated();

    private final Arena arena = Arena.ofConfined();
    private DrmLive before = DrmLive.now();
    private NovaModule module = new NovaModule(NovaConfig.memfd(VRAM));

    @BeforeEach
    void load() {
        before = DrmLive.now();
        module = new NovaModule(NovaConfig.memfd(VRAM));
        ModuleLoader.system().load(module);
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

    private MemorySegment struct() {
        return arena.allocate(16, 8);
    }

    private int create(DrmNode node, long size, MemorySegment args) {
        DrmNovaGemCreate.size(args, size);
        return node.ioctl(NovaDrmH.DRM_IOCTL_NOVA_GEM_CREATE, args);
    }

    private int closeHandle(DrmNode node, int handle) {
        MemorySegment args = arena.allocate(8, 8);
        DrmGemClose.handle(args, handle);
        return node.ioctl(DrmH.DRM_IOCTL_GEM_CLOSE, args);
    }

    @Test
    void theDriverSaysWhatItIs() {
        try (DrmNode node = render()) {
            DrmVersion version = DrmVersion.of(node);
            assertThat(version.name()).isEqualTo("nova");
            assertThat(version.desc()).isEqualTo("Nvidia Graphics");
            assertThat(List.of(version.major(), version.minor(), version.patchlevel()))
                    .containsExactly(0, 0, 0);
        }
    }

    @Test
    void theVersionStringsHaveTheirLengths() {
        try (DrmNode node = render()) {
            MemorySegment version = arena.allocate(64, 8);
            assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, version)).isZero();
            assertThat(version.get(ValueLayout.JAVA_LONG, 16)).isEqualTo("nova".length());
            assertThat(version.get(ValueLayout.JAVA_LONG, 48)).isEqualTo("Nvidia Graphics".length());
        }
    }

    @Test
    void getparamTellsTheLengthOfTheBar() {
        try (DrmNode node = render()) {
            assertThat(new NovaClient(node).getparam(NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE))
                    .isEqualTo(VRAM);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 0x1_0000_0001L, -1})
    void anUnknownParameterIsEinvalAndTheValueStays(long param) {
        try (DrmNode node = render()) {
            MemorySegment args = struct();
            DrmNovaGetparam.param(args, param);
            DrmNovaGetparam.value(args, 0x55);
            assertThat(node.ioctl(NovaDrmH.DRM_IOCTL_NOVA_GETPARAM, args)).isEqualTo(EINVAL);
            assertThat(DrmNovaGetparam.value(args)).isEqualTo(0x55);
        }
    }

    @Test
    void aShortGetparamIsExtendedWithZerosAndOnlyItsBytesComeBack() {
        int eightBytes = 3 << 30 | 8 << 16 | 'd' << 8 | 0x40;
        try (DrmNode node = render()) {
            MemorySegment args = struct();
            DrmNovaGetparam.param(args, NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE);
            DrmNovaGetparam.value(args, 0x77);
            assertThat(node.ioctl(eightBytes, args)).isZero();
            assertThat(DrmNovaGetparam.param(args)).isEqualTo(NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE);
            assertThat(DrmNovaGetparam.value(args)).isEqualTo(0x77);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4096", "4095, 4096", "4096, 4096", "4097, 8192"})
    void sizesAreRoundedUpToPages(long size, long rounded) {
        try (DrmNode node = render()) {
            MemorySegment args = struct();
            DrmNovaGemCreate.handle(args, 0xDEAD);
            DrmNovaGemCreate.pad(args, 0xBEEF);
            assertThat(create(node, size, args)).isZero();
            assertThat(DrmNovaGemCreate.handle(args)).isEqualTo(1);
            assertThat(DrmNovaGemCreate.size(args)).as("not written back").isEqualTo(size);
            assertThat(new NovaClient(node).gemInfo(1)).isEqualTo(rounded);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -4095})
    void aSizeThatCannotBeRoundedUpIsEinval(long size) {
        try (DrmNode node = render()) {
            assertThat(create(node, size, struct())).isEqualTo(EINVAL);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -4096, Long.MIN_VALUE + 1})
    void aSizeOf63BitsAndMoreIsTooLargeAndNeverSucceeds(long size) {
        try (DrmNode node = render()) {
            assertThat(create(node, size, struct())).isEqualTo(Errno.EFBIG.negated());
        }
    }

    @Test
    void aSizeBeyondVramIsEnospcAndLeavesNothing() {
        try (DrmNode node = render()) {
            DrmLive live = DrmLive.now();
            assertThat(create(node, VRAM + 1, struct())).isEqualTo(Errno.ENOSPC.negated());
            assertThat(create(node, Long.MAX_VALUE - 4095, struct())).isEqualTo(Errno.ENOSPC.negated());
            assertThat(DrmLive.now()).isEqualTo(live);
            assertThat(create(node, VRAM, struct())).isZero();
        }
    }

    @Test
    void gemInfoEchoesTheHandleAndKnowsOnlyItsOwnFile() {
        try (DrmNode first = render();
                DrmNode second = render()) {
            MemorySegment args = struct();
            assertThat(create(first, 5000, args)).isZero();
            MemorySegment info = struct();
            DrmNovaGemInfo.handle(info, 1);
            DrmNovaGemInfo.pad(info, 0x99);
            assertThat(first.ioctl(NovaDrmH.DRM_IOCTL_NOVA_GEM_INFO, info)).isZero();
            assertThat(DrmNovaGemInfo.handle(info)).isEqualTo(1);
            assertThat(DrmNovaGemInfo.size(info)).isEqualTo(8192);
            assertThat(new NovaClient(second).gemInfo(1)).isEqualTo(ENOENT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, -1, Integer.MAX_VALUE})
    void gemInfoOfNoHandleIsEnoent(int handle) {
        try (DrmNode node = render()) {
            assertThat(create(node, 4096, struct())).isZero();
            assertThat(new NovaClient(node).gemInfo(handle)).isEqualTo(ENOENT);
        }
    }

    @Test
    void gemCloseOfNoHandleIsEinvalAndSoIsTheSecond() {
        try (DrmNode node = render()) {
            assertThat(create(node, 4096, struct())).isZero();
            assertThat(closeHandle(node, 7)).isEqualTo(EINVAL);
            assertThat(closeHandle(node, 1)).isZero();
            assertThat(closeHandle(node, 1)).isEqualTo(EINVAL);
            assertThat(new NovaClient(node).gemInfo(1)).isEqualTo(ENOENT);
        }
    }

    @Test
    void theHandleIsTheOnlyOwner() {
        try (DrmNode node = render()) {
            long objects = DrmLive.now().objects();
            assertThat(create(node, 4096, struct())).isZero();
            assertThat(DrmLive.now().objects()).isEqualTo(objects + 1);
            assertThat(closeHandle(node, 1)).isZero();
            assertThat(DrmLive.now().objects()).isEqualTo(objects);
        }
    }

    @Test
    void onThePrimaryNodeOnlyAuthenticatedClientsUseBuffers() {
        try (DrmNode master = EmulatedNode.open(module.primaryNode(), Linux.O_RDWR);
                DrmNode other = EmulatedNode.open(module.primaryNode(), Linux.O_RDWR)) {
            assertThat(create(master, 4096, struct())).isZero();
            assertThat(new NovaClient(other).getparam(1)).isEqualTo(VRAM);
            assertThat(create(other, 4096, struct())).isEqualTo(EACCES);
            assertThat(new NovaClient(other).gemInfo(1)).isEqualTo(EACCES);

            MemorySegment magic = arena.allocate(4, 4);
            assertThat(other.ioctl(DrmH.DRM_IOCTL_GET_MAGIC, magic)).isZero();
            assertThat(master.ioctl(DrmH.DRM_IOCTL_AUTH_MAGIC, magic)).isZero();
            assertThat(create(other, 4096, struct())).isZero();
        }
    }

    @Test
    void callsNovaDoesNotHaveAreRefused() {
        int info = 3 << 30 | 16 << 16 | 'd' << 8 | 0x43;
        int otherType = 3 << 30 | 16 << 16 | 'e' << 8 | 0x40;
        try (DrmNode node = render()) {
            assertThat(node.ioctl(info, struct())).isEqualTo(EINVAL);
            assertThat(node.ioctl(otherType, struct())).isEqualTo(Errno.ENOTTY.negated());
        }
    }

    @Test
    void afterAnUnplugEveryCallIsEnodevAndClosingStillFreesEverything() {
        DrmNode node = render();
        NovaClient nova = new NovaClient(node);
        GemBuffer buffer = nova.createBuffer(4096);
        GemMapping mapping = buffer.map();
        mapping.asByteBuffer().putInt(0, 42);
        String name = module.renderNode();
        module.unplug();
        assertThat(nova.getparam(1)).isEqualTo(ENODEV);
        assertThat(create(node, 4096, struct())).isEqualTo(ENODEV);
        assertThat(nova.gemInfo(buffer.handle())).isEqualTo(ENODEV);
        assertThatThrownBy(() -> EmulatedNode.open(name, Linux.O_RDWR)).isInstanceOf(ErrnoException.class);
        // The mapping's pages are nobody's now, but touching them stays legal.
        mapping.asByteBuffer().putInt(0, 43);
        assertThat(mapping.asByteBuffer().getInt(0)).isEqualTo(43);
        mapping.close();
        buffer.close();
        node.close();
    }

    @Test
    void aBufferIsTheSameBytesThroughEveryMapping() {
        try (DrmNode node = render();
                GemBuffer buffer = new NovaClient(node).createBuffer(10_000);
                GemMapping one = buffer.map();
                GemMapping two = buffer.mapConfined()) {
            assertThat(one.size()).isEqualTo(12_288);
            one.segment().set(ValueLayout.JAVA_LONG, 8192, 0x1122334455667788L);
            assertThat(two.asByteBuffer().getLong(8192)).isEqualTo(0x1122334455667788L);
        }
    }

    @Test
    void anOffsetThatIsNoObjectsCannotBeMapped() {
        try (DrmNode node = render()) {
            assertThatThrownBy(() -> node.mmap(0, 4096, Linux.PROT_READ, true))
                    .isInstanceOf(ErrnoException.class)
                    .hasMessageContaining("EINVAL");
        }
    }

    @Test
    void theBarIsThePciParentsAndWithoutOneThereIsNone() {
        assertThat(NovaDriver.vramBarSize(null)).isEqualTo(ENOENT);
        PciDevice card = PciDevice.emulated(
                new PciAddress(0xfe01, 0, 0, 0),
                new PciConfig(NovaCard.VENDOR, 1, 0, 0, 0x30000),
                List.of(new PciBar(1, 0, 1 << 28, PciBar.MEM)),
                () -> {});
        assertThat(NovaDriver.vramBarSize(card)).isEqualTo(1 << 28);
        PciBus.system().add(card); // NovaCore looks at it, and finds that it is no card of ours
        assertThat(card.isBound()).isFalse();
        assertThat(card.probeError()).hasMessageContaining("ENODEV");
        PciBus.system().remove(card);
        card.decRef();
    }

    /** A platform device whose driver makes what nova's DRM driver takes. */
    private record Impostor(Vram vram) implements PlatformDriver<String> {
        @Override
        public String name() {
            return "nova-test-impostor";
        }

        @Override
        public List<IdEntry<PlatformId, String>> idTable() {
            return List.of();
        }

        @Override
        public DriverInstance probe(Core<PlatformDevice> device, @Nullable String info) {
            AuxiliaryRegistration part =
                    AuxiliaryRegistration.register(AuxiliaryBus.system(), device, NovaCore.DRM, 7, vram);
            return part::close;
        }
    }

    @Test
    void aParentOnAnotherBusHasNoBar() {
        PlatformDevice board = new PlatformDevice("nova-test-impostor", PlatformDevice.NONE, List.of(), null);
        ThisModule owner = ThisModule.builtIn(
                ModuleInfo.builder("nova_test").license("MIT").build());
        List<String> before = DrmNodes.names();
        try (Vram vram = Vram.memfd(4096);
                var driver = PlatformBus.system().register(new Impostor(vram), owner)) {
            PlatformBus.system().add(board);
            assertThat(driver).isNotNull();
            String second = DrmNodes.names().stream()
                    .filter(name -> !before.contains(name) && name.startsWith("renderD"))
                    .findFirst()
                    .orElseThrow();
            try (DrmNode node = EmulatedNode.open(second, Linux.O_RDWR)) {
                assertThat(new NovaClient(node).getparam(NovaDrmH.NOVA_GETPARAM_VRAM_BAR_SIZE))
                        .isEqualTo(EINVAL);
            }
            PlatformBus.system().remove(board);
        }
        assertThat(DrmNodes.names()).isEqualTo(before);
        board.decRef();
    }

    @Test
    void sixtyFourThreadsLeaveNoObjectBehind() throws InterruptedException {
        long objects = DrmLive.now().objects();
        AtomicReference<Throwable> problem = new AtomicReference<>();
        try (DrmNode node = render()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Thread thread = new Thread(() -> createInfoClose(node, 100_000 / 64));
                thread.setUncaughtExceptionHandler((t, e) -> problem.set(e));
                threads.add(thread);
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(problem.get()).isNull();
            assertThat(DrmLive.now().objects()).isEqualTo(objects);
        }
    }

    private static void createInfoClose(DrmNode node, int times) {
        NovaClient nova = new NovaClient(node);
        for (int i = 0; i < times; i++) {
            try (GemBuffer buffer = nova.createBuffer(1)) {
                assertThat(nova.gemInfo(buffer.handle())).isEqualTo(4096);
            }
        }
    }
}
