package dev.ferrite.runtime.module;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModuleLoaderTest {
    private final KernelLog log = KernelLog.create(64 * 1024);
    private final ModuleLoader loader = new ModuleLoader(log);
    private final TestModule nova = new TestModule("nova");
    private final List<String> warnings = new ArrayList<>();
    private WarnSink before = (category, message, site) -> {};

    @BeforeEach
    void catchWarnings() {
        Warn.reset();
        before = Warn.sink((category, message, site) -> warnings.add(category));
    }

    @AfterEach
    void releaseWarnings() {
        Warn.sink(before);
        Warn.reset();
    }

    @Test
    void moduleGoesThroughItsStates() {
        List<ModuleState> seen = new ArrayList<>();
        nova.init = self -> seen.add(loader.state("nova"));
        nova.exit = () -> seen.add(loader.state("nova"));
        seen.add(loader.state("nova"));
        ThisModule self = loader.load(nova);
        seen.add(loader.state("nova"));
        loader.unload("nova");
        seen.add(loader.state("nova"));
        assertThat(seen)
                .containsExactly(
                        ModuleState.UNLOADED,
                        ModuleState.INITIALIZING,
                        ModuleState.LIVE,
                        ModuleState.EXITING,
                        ModuleState.UNLOADED);
        assertThat(self.state()).isEqualTo(ModuleState.UNLOADED);
        assertThat(nova.inits).hasValue(1);
        assertThat(nova.exits).hasValue(1);
    }

    @Test
    void secondLoadIsEexistInEveryState() {
        nova.init = self -> fails(Errno.EEXIST, () -> loader.load(nova), "state=INITIALIZING");
        nova.exit = () -> fails(Errno.EEXIST, () -> loader.load(nova), "state=EXITING");
        loader.load(nova);
        fails(Errno.EEXIST, () -> loader.load(new TestModule("nova")), "state=LIVE");
        loader.unload("nova");
        assertThat(nova.inits).hasValue(1);
        assertThat(warnings).isEmpty();
        nova.init = self -> {};
        loader.load(nova);
        assertThat(nova.inits).hasValue(2);
    }

    @Test
    void unloadOfWhatIsNotLiveIsEnoent() {
        fails(Errno.ENOENT, () -> loader.unload("nova"), "state=UNLOADED");
        nova.init = self -> fails(Errno.ENOENT, () -> loader.unload("nova"), "state=INITIALIZING");
        nova.exit = () -> fails(Errno.ENOENT, () -> loader.unload("nova"), "state=EXITING");
        loader.load(nova);
        loader.unload("nova");
        fails(Errno.ENOENT, () -> loader.unload("nova"), "state=UNLOADED");
        assertThat(nova.exits).hasValue(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void moduleInUseIsEbusyUntilTheLastReferenceIsPutBack() {
        ThisModule self = loader.load(nova);
        self.get();
        assertThat(self.tryGet()).isTrue();
        assertThat(self.users()).isEqualTo(2);
        fails(Errno.EBUSY, () -> loader.unload("nova"), "users=2");
        self.put();
        fails(Errno.EBUSY, () -> loader.unload("nova"), "users=1");
        assertThat(loader.state("nova")).isEqualTo(ModuleState.LIVE);
        self.put();
        loader.unload("nova");
        assertThat(self.tryGet()).isFalse();
        assertThat(self.users()).isZero();
        fails(Errno.ENODEV, self::get, "state=UNLOADED");
    }

    @Test
    void noReferenceIsHandedOutWhileItExits() {
        ThisModule self = loader.load(nova);
        nova.exit = () -> {
            if (self.tryGet()) {
                throw new KernelBug("got a reference to a module that exits");
            }
        };
        loader.unload("nova");
        assertThat(nova.exits).hasValue(1);
    }

    @Test
    void putTooManyIsAWarningAndPinsTheModule() {
        ThisModule self = loader.load(nova);
        self.put();
        assertThat(warnings).containsExactly(RefCount.WARN_DEC_LEAK);
        fails(Errno.EBUSY, () -> loader.unload("nova"), "saturated");
        assertThat(nova.exits).hasValue(0);
    }

    @Test
    void initsOwnErrnoComesOutAndNothingIsStored() {
        nova.init = self -> {
            throw new ErrnoException(Errno.ENODEV, "probe");
        };
        fails(Errno.ENODEV, () -> loader.load(nova), "probe");
        assertThat(loader.state("nova")).isEqualTo(ModuleState.UNLOADED);
        assertThat(loader.list()).isEmpty();
        assertThat(nova.exits).hasValue(0);
        ThisModule failed = requireNonNull(nova.self);
        assertThat(failed.tryGet()).isFalse();
        assertThat(failed.state()).isEqualTo(ModuleState.UNLOADED);
        assertThat(log.snapshot()).extracting(LogRecord::message).anyMatch(m -> m.contains("nova: init failed: probe"));

        nova.init = self -> {};
        loader.load(nova);
        assertThat(loader.state("nova")).isEqualTo(ModuleState.LIVE);
    }

    @Test
    void throwingInitIsRolledBackAndReportedWithItsCause() {
        RuntimeException thrown = new IllegalStateException("no BAR 1");
        for (Exception cause : List.of(thrown, new IOException("disk"))) {
            nova.init = self -> {
                throw cause;
            };
            assertThatThrownBy(() -> loader.load(nova))
                    .isInstanceOf(ModuleInitException.class)
                    .hasMessageStartingWith("module nova: init failed: ")
                    .hasMessageContaining(String.valueOf(cause.getMessage()))
                    .hasCause(cause);
            assertThat(loader.state("nova")).isEqualTo(ModuleState.UNLOADED);
        }
        assertThat(nova.exits).hasValue(0);
    }

    @Test
    void initThatReturnsNothingIsRolledBack() {
        nova.returnsNull = true;
        assertThatThrownBy(() -> loader.load(nova)).hasMessage("module nova: init failed: it returned null");
        assertThat(loader.state("nova")).isEqualTo(ModuleState.UNLOADED);
    }

    @Test
    void bugAndErrorInInitComeOutAsTheyAreAndAreRolledBack() {
        KernelBug bug = new KernelBug("broken");
        nova.init = self -> {
            throw bug;
        };
        assertThatThrownBy(() -> loader.load(nova)).isSameAs(bug);
        assertThat(loader.state("nova")).isEqualTo(ModuleState.UNLOADED);
        AssertionError error = new AssertionError("worse");
        nova.init = self -> {
            throw error;
        };
        assertThatThrownBy(() -> loader.load(nova)).isSameAs(error);
        assertThat(loader.state("nova")).isEqualTo(ModuleState.UNLOADED);
    }

    @Test
    void interruptedInitIsEintrAndKeepsTheInterrupt() {
        nova.init = self -> {
            throw new InterruptedException();
        };
        fails(Errno.EINTR, () -> loader.load(nova), "nova");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(loader.state("nova")).isEqualTo(ModuleState.UNLOADED);
    }

    @Test
    void failedInitThatLeftReferencesBehindIsAWarning() {
        nova.init = self -> {
            self.get();
            throw new ErrnoException(Errno.EIO, "probe");
        };
        fails(Errno.EIO, () -> loader.load(nova), "probe");
        assertThat(warnings).containsExactly("module-init-failed-in-use");
        assertThat(requireNonNull(nova.self).tryGet()).isFalse();
    }

    @Test
    void exitThatThrowsIsAWarningAndTheModuleIsGone() {
        nova.exit = () -> {
            throw new IllegalStateException("still mapped");
        };
        loader.load(nova);
        loader.unload("nova");
        assertThat(warnings).containsExactly(ModuleLoader.WARN_EXIT);
        assertThat(loader.state("nova")).isEqualTo(ModuleState.UNLOADED);
        nova.exit = () -> {};
        loader.load(nova);
        loader.unload("nova");
        assertThat(nova.exits).hasValue(2);
    }

    @Test
    void bugInExitComesOutAndTheModuleIsGone() {
        KernelBug bug = new KernelBug("broken");
        nova.exit = () -> {
            throw bug;
        };
        loader.load(nova);
        assertThatThrownBy(() -> loader.unload("nova")).isSameAs(bug);
        assertThat(loader.state("nova")).isEqualTo(ModuleState.UNLOADED);
    }

    @Test
    void moduleCanLoadWhatItNeedsInItsInit() {
        TestModule core = new TestModule("core");
        nova.init = self -> loader.load(core).get();
        nova.exit = () -> {
            requireNonNull(core.self).put();
            loader.unload("core");
        };
        loader.load(nova);
        fails(Errno.EBUSY, () -> loader.unload("core"), "users=1");
        loader.unload("nova");
        assertThat(loader.list()).isEmpty();
        assertThat(core.exits).hasValue(1);
    }

    @Test
    void listHasStateUsersAndDescriptionInOrderOfLoading() {
        for (String name : List.of("zeta", "alpha", "mid")) {
            loader.load(new TestModule(name)).get();
        }
        assertThat(loader.list()).extracting(ModuleStatus::name).containsExactly("zeta", "alpha", "mid");
        assertThat(loader.list()).allSatisfy(module -> {
            assertThat(module.state()).isEqualTo(ModuleState.LIVE);
            assertThat(module.users()).isEqualTo(1);
            assertThat(module.description()).isEqualTo("A test");
            assertThat(module.info().license()).isEqualTo("Apache-2.0");
        });
    }

    @Test
    void declaredModuleIsFoundByNameAndAlias() {
        loader.load("test_service");
        loader.unload("test_service");
        loader.load("test_service-alias");
        assertThat(loader.list()).extracting(ModuleStatus::name).containsExactly("test_service");
        fails(Errno.ENOENT, () -> loader.load("nowhere"), "nowhere");
    }

    @Test
    void declaredModuleThatIsNotThereIsLeftOutWithALine() {
        assertThat(loader.discover()).hasSize(1);
        assertThat(log.snapshot()).extracting(LogRecord::message).anyMatch(m -> m.contains("NoSuchModule"));
    }

    @Test
    void systemLoaderIsAlwaysTheSame() {
        assertThat(ModuleLoader.system()).isSameAs(ModuleLoader.system());
    }

    private static void fails(Errno errno, ThrowingCallable call, String text) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(errno))
                .hasMessageContaining(text);
    }
}
