package dev.ferrite.runtime.module;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.runtime.log.KernelLog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of modules that others read, seen from this process. */
class ModuleTableTest {
    private static final Path PROC = Path.of("/proc");
    private static final long SELF = ProcessHandle.current().pid();

    private final ModuleLoader loader = new ModuleLoader(KernelLog.create(64 * 1024));

    private void load(String name) {
        assertThat(loader.load(new TestModule(name)).name()).isEqualTo(name);
    }

    private static OtherModules shown() {
        return requireNonNull(OtherModules.of(PROC, SELF));
    }

    @Test
    void aTableFollowsItsLoaderUntilItIsClosed() {
        long fds = Fd.live();
        assertThat(OtherModules.of(PROC, SELF)).isNull();
        try (ModuleTable table = ModuleTable.publish(loader)) {
            assertThat(table).isNotNull();
            load("one");
            load("two");
            assertThat(shown().pid()).isEqualTo(SELF);
            assertThat(shown().modules()).extracting(OtherModules.Row::name).containsExactly("one", "two");
            loader.unload("one");
            assertThat(shown().modules()).extracting(OtherModules.Row::state).containsExactly("live");
        }
        assertThat(OtherModules.of(PROC, SELF)).isNull();
        loader.unload("two");
        assertThat(Fd.live()).isEqualTo(fds);
    }

    @Test
    void theNewestTableGoesOnWhenAnOlderOneIsClosed() {
        ModuleTable older = ModuleTable.publish(loader);
        try (ModuleTable newer = ModuleTable.publish(loader)) {
            assertThat(newer).isNotNull();
            older.close();
            older.close();
            load("one");
            assertThat(shown().modules()).extracting(OtherModules.Row::name).containsExactly("one");
        }
        loader.unload("one");
    }
}
