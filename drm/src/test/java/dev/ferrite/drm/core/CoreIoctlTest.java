package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EACCES;
import static dev.ferrite.drm.testing.Bench.EFAULT;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.EOPNOTSUPP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.drm.uapi.DrmClient;
import dev.ferrite.drm.uapi.DrmGetCap;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmSetClientName;
import dev.ferrite.drm.uapi.DrmSetVersion;
import dev.ferrite.drm.uapi.DrmUnique;
import dev.ferrite.drm.uapi.DrmVersion;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 10.6 and the core calls of the kernel's answers. */
class CoreIoctlTest {
    private Bench bench;
    private EmulatedNode node;
    private EmulatedNode render;
    private Arena arena;

    @BeforeEach
    void setUp() {
        bench = new Bench();
        node = bench.openCard();
        render = bench.openRender();
        arena = Arena.ofConfined();
    }

    @AfterEach
    void tearDown() {
        arena.close();
        render.close();
        node.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private String text(MemorySegment from, long offset, long length) {
        return new String(from.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.US_ASCII);
    }

    @Test
    void versionCopiesWhatFitsWithoutNulAndStoresTheTrueLength() {
        MemorySegment version = arena.allocate(128, 8);
        version.fill((byte) '#');
        DrmVersion.nameLen(version, 2);
        DrmVersion.name(version, version.address() + 64);
        DrmVersion.dateLen(version, 0);
        DrmVersion.descLen(version, 30);
        DrmVersion.desc(version, version.address() + 80);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, version)).isZero();
        assertThat(DrmVersion.versionMajor(version)).isEqualTo(1);
        assertThat(DrmVersion.versionMinor(version)).isEqualTo(2);
        assertThat(DrmVersion.versionPatchlevel(version)).isEqualTo(3);
        assertThat(DrmVersion.nameLen(version)).isEqualTo(7);
        assertThat(DrmVersion.dateLen(version)).isEqualTo(1);
        assertThat(DrmVersion.descLen(version)).isEqualTo(18);
        assertThat(text(version, 64, 4)).isEqualTo("te##");
        assertThat(text(version, 80, 20)).isEqualTo("A driver for tests##");
    }

    @Test
    void versionWithNullPointersOnlyStoresLengths() {
        MemorySegment version = arena.allocate(DrmVersion.LAYOUT);
        DrmVersion.nameLen(version, 100);
        assertThat(render.ioctl(DrmH.DRM_IOCTL_VERSION, version)).isZero();
        assertThat(DrmVersion.nameLen(version)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4096, -1, -4096, 0x7FFF_FFFF_F000L, Long.MIN_VALUE})
    void versionWithAWildPointerIsEfaultAndWritesNothing(long pointer) {
        MemorySegment version = arena.allocate(DrmVersion.LAYOUT);
        DrmVersion.nameLen(version, 7);
        DrmVersion.name(version, pointer);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, version)).isEqualTo(EFAULT);
    }

    @Test
    void versionPointerBesideTheArgumentIsEfault() {
        MemorySegment block = arena.allocate(256, 8);
        MemorySegment version = block.asSlice(0, 96);
        DrmVersion.nameLen(version, 7);
        DrmVersion.name(version, block.address() + 90);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, version))
                .as("one byte over")
                .isEqualTo(EFAULT);
        DrmVersion.nameLen(version, 7);
        DrmVersion.name(version, block.address() + 89);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, version)).isZero();
        DrmVersion.nameLen(version, 7);
        DrmVersion.name(version, block.address() - 8);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, version)).as("before").isEqualTo(EFAULT);
        MemorySegment heap = MemorySegment.ofArray(new long[16]);
        DrmVersion.nameLen(heap, 7);
        DrmVersion.name(heap, 64);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_VERSION, heap))
                .as("heap memory has no address")
                .isEqualTo(EFAULT);
    }

    private long cap(DrmNode on, long capability) {
        MemorySegment cap = arena.allocate(DrmGetCap.LAYOUT);
        DrmGetCap.capability(cap, capability);
        DrmGetCap.value(cap, 77);
        int result = on.ioctl(DrmH.DRM_IOCTL_GET_CAP, cap);
        assertThat(result == 0 || DrmGetCap.value(cap) == 0)
                .as("value preset to 0")
                .isTrue();
        return result < 0 ? result : DrmGetCap.value(cap);
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "6, 1", "0x13, 0", "0x14, 0", "1, -95", "0, -95", "0xa, -95", "0x16, -95", "0x1234, -95"})
    void capabilitiesOfADriverWithoutModeset(String capability, long expected) {
        assertThat(cap(node, Long.decode(capability))).isEqualTo(expected);
        assertThat(cap(render, Long.decode(capability))).isEqualTo(expected);
    }

    @Test
    void clientCapsNeedModeset() {
        MemorySegment cap = arena.allocate(16, 8);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_SET_CLIENT_CAP, cap)).isEqualTo(EOPNOTSUPP);
        assertThat(render.ioctl(DrmH.DRM_IOCTL_SET_CLIENT_CAP, cap)).isEqualTo(EACCES);
    }

    @Test
    void getClientKnowsTheCallerOnly() {
        MemorySegment client = arena.allocate(DrmClient.LAYOUT);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_CLIENT, client)).isZero();
        assertThat(DrmClient.auth(client)).isEqualTo(1);
        assertThat(DrmClient.pid(client)).isEqualTo(Linux.gettid());
        assertThat(DrmClient.iocs(client)).isZero();
        DrmClient.idx(client, 1);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_CLIENT, client)).isEqualTo(EINVAL);
        try (EmulatedNode second = bench.openCard()) {
            DrmClient.idx(client, 0);
            assertThat(second.ioctl(DrmH.DRM_IOCTL_GET_CLIENT, client)).isZero();
            assertThat(DrmClient.auth(client)).isZero();
        }
        assertThat(render.ioctl(DrmH.DRM_IOCTL_GET_CLIENT, client)).isEqualTo(EACCES);
    }

    @Test
    void statsAreZeros() {
        MemorySegment stats = arena.allocate(248, 8);
        stats.fill((byte) 1);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_STATS, stats)).isZero();
        assertThat(stats.toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
        assertThat(render.ioctl(DrmH.DRM_IOCTL_GET_STATS, stats)).isEqualTo(EACCES);
    }

    private int setVersion(DrmNode on, MemorySegment version, int diMajor, int diMinor, int ddMajor, int ddMinor) {
        DrmSetVersion.drmDiMajor(version, diMajor);
        DrmSetVersion.drmDiMinor(version, diMinor);
        DrmSetVersion.drmDdMajor(version, ddMajor);
        DrmSetVersion.drmDdMinor(version, ddMinor);
        return on.ioctl(DrmH.DRM_IOCTL_SET_VERSION, version);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, -1, -1, 0",
        "1, 1, 1, 2, 0",
        "-1, 0, 1, 0, 0",
        "9, 0, -1, -1, -22",
        "1, 5, -1, -1, -22",
        "1, -1, -1, -1, -22",
        "1, 4, 2, 0, -22",
        "1, 4, 1, 3, -22",
        "1, 4, 1, -1, -22"
    })
    void setVersionAlwaysWritesTheRealVersions(int diMajor, int diMinor, int ddMajor, int ddMinor, int result) {
        MemorySegment version = arena.allocate(DrmSetVersion.LAYOUT);
        assertThat(setVersion(node, version, diMajor, diMinor, ddMajor, ddMinor))
                .isEqualTo(result);
        assertThat(DrmSetVersion.drmDiMajor(version)).isEqualTo(1);
        assertThat(DrmSetVersion.drmDiMinor(version)).isEqualTo(4);
        assertThat(DrmSetVersion.drmDdMajor(version)).isEqualTo(1);
        assertThat(DrmSetVersion.drmDdMinor(version)).isEqualTo(2);
    }

    @Test
    void setVersionIsForTheMaster() {
        MemorySegment version = arena.allocate(DrmSetVersion.LAYOUT);
        try (EmulatedNode second = bench.openCard()) {
            assertThat(setVersion(second, version, 1, 4, -1, -1)).isEqualTo(EACCES);
        }
    }

    @Test
    void uniqueIsEmptyUntilSetVersion() {
        MemorySegment unique = arena.allocate(64, 8);
        DrmUnique.uniqueLen(unique, 40);
        DrmUnique.unique(unique, unique.address() + 16);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_UNIQUE, unique)).isZero();
        assertThat(DrmUnique.uniqueLen(unique)).isZero();
        setVersion(node, arena.allocate(DrmSetVersion.LAYOUT), 1, 4, -1, -1);
        DrmUnique.uniqueLen(unique, 40);
        assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_UNIQUE, unique)).isZero();
        assertThat(DrmUnique.uniqueLen(unique)).isEqualTo(6);
        assertThat(text(unique, 16, 6)).isEqualTo("test:0");
        DrmUnique.uniqueLen(unique, 3);
        unique.asSlice(16).fill((byte) '#');
        assertThat(node.ioctl(DrmH.DRM_IOCTL_GET_UNIQUE, unique)).isZero();
        assertThat(DrmUnique.uniqueLen(unique)).isEqualTo(6);
        assertThat(text(unique, 16, 3)).as("too short: nothing is copied").isEqualTo("###");
        assertThat(render.ioctl(DrmH.DRM_IOCTL_GET_UNIQUE, unique)).isEqualTo(EACCES);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                DrmH.DRM_IOCTL_SYNCOBJ_CREATE,
                DrmH.DRM_IOCTL_SYNCOBJ_DESTROY,
                DrmH.DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD,
                DrmH.DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE,
                DrmH.DRM_IOCTL_SYNCOBJ_WAIT,
                0xC02064C3,
                DrmH.DRM_IOCTL_SYNCOBJ_RESET,
                DrmH.DRM_IOCTL_SYNCOBJ_SIGNAL,
                DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT,
                DrmH.DRM_IOCTL_SYNCOBJ_QUERY,
                DrmH.DRM_IOCTL_SYNCOBJ_TRANSFER,
                DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL,
                DrmH.DRM_IOCTL_SYNCOBJ_EVENTFD
            })
    void syncObjectsNeedTheFeature(int number) {
        MemorySegment args = arena.allocate(64, 8);
        assertThat(node.ioctl(number, args)).isEqualTo(EOPNOTSUPP);
        assertThat(render.ioctl(number, args)).isEqualTo(EOPNOTSUPP);
    }

    @Test
    void gemCallsNeedTheFeature() {
        try (Bench plain = new Bench(Bench.PAGE, new TestDriver.Parts(0, false, false));
                EmulatedNode card = plain.openCard()) {
            assertThat(plain.render).as("no render node").isEqualTo("none");
            assertThat(Bench.gemClose(card, 1)).isEqualTo(EOPNOTSUPP);
            assertThat(Bench.flink(card, 1)).isEqualTo(EOPNOTSUPP);
            assertThat(Bench.gemOpen(card, 1)).isEqualTo(EOPNOTSUPP);
        }
    }

    @Test
    void nameOfAClientIsKnownToItsFile() {
        DrmFile<?> file = DrmNodes.open(bench.render, Linux.O_RDWR, Caller.unprivileged());
        MemorySegment args = arena.allocate(DrmSetClientName.SIZEOF + 8, 8);
        args.setString(DrmSetClientName.SIZEOF, "painter");
        DrmSetClientName.nameLen(args, 7);
        DrmSetClientName.name(args, args.address() + DrmSetClientName.SIZEOF);
        assertThat(file.clientName()).isEmpty();
        assertThat(file.ioctl(DrmH.DRM_IOCTL_SET_CLIENT_NAME, args)).isZero();
        assertThat(file.clientName()).isEqualTo("painter");
        assertThat(file).hasToString("drm file of " + bench.render + " client painter");
        DrmSetClientName.nameLen(args, 0);
        assertThat(file.ioctl(DrmH.DRM_IOCTL_SET_CLIENT_NAME, args)).isZero();
        assertThat(file.clientName()).isEmpty();
        file.close();
    }
}
