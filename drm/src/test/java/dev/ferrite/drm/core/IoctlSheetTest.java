package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.ioctl.IoctlFlags;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.errno.Errno;
import java.io.IOException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.PaddingLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every call of the core has a fact sheet, and the sheets are those of the documentation. */
class IoctlSheetTest {
    private static final Path PAGE = Path.of("..", "docs", "drm-ioctls.md");

    /** Of newest kernels a point is behind the struct. */
    private static final int POINT = 8;

    @Test
    void everySlotOfTheCoreHasASheetAndEverySheetASlot() {
        Driver<TestDriver.Data, TestDriver.FileState> driver = new TestDriver(TestDriver.Parts.SYNC).driver();
        List<Integer> slots = new ArrayList<>();
        for (int nr = 0; nr < 256; nr++) {
            boolean own = nr >= DrmH.DRM_COMMAND_BASE && nr < DrmH.DRM_COMMAND_END;
            if (!own && driver.entry(nr) != null) {
                slots.add(nr);
            }
        }
        assertThat(IoctlSheet.core())
                .filteredOn(fact -> fact.flags() >= 0)
                .extracting(fact -> IoctlNumber.nr(fact.number()))
                .containsExactlyElementsOf(slots);
        for (IoctlFact fact : IoctlSheet.core()) {
            IoctlEntry entry = driver.entry(IoctlNumber.nr(fact.number()));
            if (entry == null) {
                assertThat(fact.errnos()).as(fact.name()).containsExactly(Errno.EINVAL);
            } else {
                assertThat(fact.number()).as(fact.name()).isEqualTo(entry.number());
            }
        }
    }

    @Test
    void numbersSizesAndNamesBelongTogether() {
        for (IoctlFact fact : IoctlSheet.core()) {
            StructType<?> struct = fact.struct();
            long size = struct == null ? 0 : struct.sizeof();
            boolean point = fact.name().matches("DRM_IOCTL_SYNCOBJ_(HANDLE_TO_FD|FD_TO_HANDLE)");
            assertThat((long) fact.size()).as(fact.name()).isEqualTo(size + (point ? POINT : 0));
            assertThat(fact.does()).as(fact.name()).isNotBlank();
            assertThat(fact.errnos()).as(fact.name()).doesNotHaveDuplicates();
        }
        assertThat(IoctlSheet.core()).extracting(IoctlFact::name).doesNotHaveDuplicates();
    }

    /** The calls that a driver with buffers and without screens shows. */
    @Test
    void noneIsMissing() {
        Set<String> names = IoctlSheet.core().stream()
                .map(fact -> fact.name().substring("DRM_IOCTL_".length()))
                .collect(Collectors.toSet());
        assertThat(names)
                .contains("VERSION", "GET_UNIQUE", "GET_MAGIC", "GET_CLIENT", "GET_STATS", "SET_VERSION", "GEM_CLOSE")
                .contains("GEM_FLINK", "GEM_OPEN", "GET_CAP", "SET_CLIENT_CAP", "AUTH_MAGIC", "SET_MASTER")
                .contains("DROP_MASTER", "PRIME_HANDLE_TO_FD", "PRIME_FD_TO_HANDLE", "MODE_CREATE_DUMB")
                .contains("MODE_MAP_DUMB", "MODE_DESTROY_DUMB", "SYNCOBJ_CREATE", "SYNCOBJ_DESTROY")
                .contains("SYNCOBJ_HANDLE_TO_FD", "SYNCOBJ_FD_TO_HANDLE", "SYNCOBJ_WAIT", "SYNCOBJ_RESET")
                .contains("SYNCOBJ_SIGNAL", "SYNCOBJ_TIMELINE_WAIT", "SYNCOBJ_QUERY", "SYNCOBJ_TRANSFER")
                .contains("SYNCOBJ_TIMELINE_SIGNAL", "SYNCOBJ_EVENTFD", "SET_CLIENT_NAME", "GEM_CHANGE_HANDLE")
                .hasSize(33);
    }

    @Test
    void pageShowsThem() throws IOException {
        String page = page();
        Path made = Files.createDirectories(Path.of("target")).resolve("drm-ioctls.md");
        Files.writeString(made, page);
        assertThat(Files.readString(PAGE))
                .as("the page made now is in drm/target/drm-ioctls.md: look at it, and copy it over")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # The calls of the DRM core

                Made from the dispatch table and `IoctlSheet`; a test compares. Any call may also say EBADF (the file is closed),
                ENODEV (the device is gone), EFAULT (the argument cannot be read or written) and EACCES (who may call says no). EINTR
                stands for a wait that an interrupt ended. The fuzzer checks that no call says anything else.

                | call | number | who may call | argument, with offsets | what it does | may sleep for | errno of its own |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (IoctlFact fact : IoctlSheet.core()) {
            page.append("| ")
                    .append(fact.name().substring("DRM_IOCTL_".length()))
                    .append(" | 0x")
                    .append(String.format(Locale.ROOT, "%08X", fact.number()))
                    .append(" | ")
                    .append(who(fact.flags()))
                    .append(" | ")
                    .append(fields(fact))
                    .append(" | ")
                    .append(fact.does())
                    .append(" | ")
                    .append(fact.sleepsFor() == null ? "" : fact.sleepsFor())
                    .append(" | ")
                    .append(fact.errnos().stream().map(Errno::toString).collect(Collectors.joining(", ")))
                    .append(fact.hooks() ? fact.errnos().isEmpty() ? "the driver's" : ", the driver's" : "")
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String who(int flags) {
        if (flags < 0) {
            return "nobody";
        }
        String who = (flags & IoctlFlags.MASTER) != 0
                ? "the master"
                : (flags & IoctlFlags.AUTH) != 0 ? "authenticated" : "everybody";
        return who + ((flags & IoctlFlags.RENDER_ALLOW) != 0 ? ", render" : "");
    }

    private static String fields(IoctlFact fact) {
        StructType<?> struct = fact.struct();
        if (struct == null) {
            return "none";
        }
        List<String> fields = new ArrayList<>();
        long at = 0;
        for (MemoryLayout member : struct.layout().memberLayouts()) {
            if (!(member instanceof PaddingLayout)) {
                fields.add(member.name().orElse("?") + " " + at);
            }
            at += member.byteSize();
        }
        if (fact.size() > at) {
            fields.add("point " + at);
        }
        return "`" + struct.name() + "`, " + fact.size() + ": " + String.join(", ", fields);
    }
}
