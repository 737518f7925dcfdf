package dev.ferrite.runtime.module;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Modules that need each other. */
@Timeout(60)
class DependencyTest {
    private final KernelLog log = KernelLog.create(64 * 1024);
    private final ModuleLoader loader = new ModuleLoader(log);
    private final List<String> events = new ArrayList<>();

    private ModuleType module(String name, String... needs) {
        return module(name, () -> {}, needs);
    }

    private ModuleType module(String name, Runnable init, String... needs) {
        ModuleInfo.Builder info = ModuleInfo.builder(name).license("MIT");
        List.of(needs).forEach(info::depends);
        ModuleInfo facts = info.build();
        return new ModuleType() {
            @Override
            public ModuleInfo info() {
                return facts;
            }

            @Override
            public Module init(ThisModule self) {
                init.run();
                events.add("+" + name);
                return () -> events.add("-" + name);
            }
        };
    }

    private static List<String> order(ModuleType type, ModuleType... declared) {
        Map<String, ModuleType> all = new HashMap<>();
        for (ModuleType each : declared) {
            all.put(each.info().name(), each);
        }
        return Dependencies.of(type, name -> false, all::get).stream()
                .map(each -> each.info().name())
                .toList();
    }

    @Test
    void whatIsNeededComesFirstAndOnce() {
        ModuleType base = module("base");
        ModuleType left = module("left", "base");
        ModuleType right = module("right", "base", "left");
        assertThat(order(module("top", "right", "left"), left, right, base)).containsExactly("base", "left", "right");
    }

    @Test
    void aCycleIsEloopWithTheWayRound() {
        fails(
                Errno.ELOOP,
                () -> order(module("a", "b"), module("b", "c"), module("c", "b")),
                "module b depends on itself: b -> c -> b");
        fails(Errno.ELOOP, () -> order(module("a", "b"), module("b", "a")), "a -> b -> a");
        fails(Errno.ELOOP, () -> loader.load(module("a", "a")), "module a depends on itself: a -> a");
        assertThat(loader.list()).isEmpty();
    }

    @Test
    void aMissingModuleIsEnoentAndNothingIsLoaded() {
        fails(
                Errno.ENOENT,
                () -> order(module("a", "b"), module("b", "gone")),
                "module b needs gone: none is declared");
        fails(Errno.ENOENT, () -> loader.load(module("a", "test_service", "gone")), "module a needs gone");
        assertThat(loader.list()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void aDeclaredModuleIsLoadedForTheOneThatNeedsItAndHeld() {
        loader.load(module("a", "test_service"));
        assertThat(loader.list()).extracting(ModuleStatus::name).containsExactly("test_service", "a");
        assertThat(loader.list().getFirst().usedBy()).containsExactly("a");
        assertThat(loader.list().getFirst().users()).isEqualTo(1);
        fails(Errno.EBUSY, () -> loader.unload("test_service"), "users=1 by a");
        loader.unload("a");
        assertThat(loader.list()).extracting(ModuleStatus::users).containsExactly(0);
        loader.unload("test_service");
    }

    @Test
    void removingTakesAlongWhatNobodyElseUses() {
        loader.load(module("base"));
        loader.load(module("left", "base"));
        loader.load(module("right", "base"));
        loader.load(module("top", "left"));
        loader.remove("top");
        assertThat(events).endsWith("-top", "-left");
        assertThat(loader.list()).extracting(ModuleStatus::name).containsExactly("base", "right");
        loader.remove("right");
        assertThat(events).endsWith("-right", "-base");
        assertThat(loader.list()).isEmpty();
    }

    @Test
    void aFailingInitTakesBackWhatWasLoadedForIt() {
        ModuleType failing = module(
                "a",
                () -> {
                    throw new ErrnoException(Errno.EIO, "probe");
                },
                "test_service");
        fails(Errno.EIO, () -> loader.load(failing), "probe");
        assertThat(loader.list()).isEmpty();
        loader.load("test_service");
        fails(Errno.EIO, () -> loader.load(failing), "probe");
        assertThat(loader.list()).extracting(ModuleStatus::name).containsExactly("test_service");
        assertThat(loader.list().getFirst().users()).isZero();
    }

    @Test
    void aModuleThatIsThereIsEexistBeforeAnythingElseIsLoaded() {
        loader.load(module("a"));
        fails(Errno.EEXIST, () -> loader.load(module("a", "test_service")), "load module a state=LIVE");
        assertThat(loader.list()).extracting(ModuleStatus::name).containsExactly("a");
    }

    @Test
    void aModuleWhoseInitLoadsWhatNeedsItIsEloop() {
        ModuleType outer = module("outer", () -> loader.load(module("inner", "outer")));
        fails(Errno.ELOOP, () -> loader.load(outer), "module inner needs outer, whose init is what loads it");
        assertThat(loader.list()).isEmpty();
    }

    @Test
    void anotherThreadsInitIsWaitedFor() throws Exception {
        CountDownLatch inInit = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ModuleType slow = module("slow", () -> {
            inInit.countDown();
            try {
                goOn.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> loader.load(slow));
            inInit.await();
            Future<?> second = threads.submit(() -> loader.load(module("a", "slow")));
            while (loader.state("a") == ModuleState.UNLOADED) {
                Thread.onSpinWait();
            }
            assertThat(second.isDone()).isFalse();
            goOn.countDown();
            first.get(30, TimeUnit.SECONDS);
            second.get(30, TimeUnit.SECONDS);
        }
        assertThat(events).containsExactly("+slow", "+a");
    }

    @Test
    void parametersReachTheModuleAndUnknownOnesAreALine() {
        TestModule type = new TestModule("a");
        loader.load(type, ModuleParams.parse(type.info(), List.of("colour=red")));
        assertThat(requireNonNull(type.self).params().unknown()).containsExactly("colour");
        assertThat(log.snapshot()).extracting(LogRecord::message).contains("a: unknown parameter 'colour' ignored");
        assertThatThrownBy(() -> loader.load(module("b"), ModuleParams.defaults(type.info())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("load module b with parameters of a");
    }

    @Test
    void aBuiltInModuleIsThereForGood() {
        ThisModule module =
                ThisModule.builtIn(ModuleInfo.builder("core").license("MIT").build());
        assertThat(module.state()).isEqualTo(ModuleState.LIVE);
        assertThat(module.tryGet()).isTrue();
        module.put();
        assertThat(module.users()).isZero();
    }

    @Test
    void anInPlaceModuleThatFailsHalfWayEndsWhatItHasInReverse() throws Exception {
        for (int fail = 0; fail <= 3; fail++) {
            events.clear();
            int at = fail;
            InPlaceModule module = (self, fields) -> {
                for (int i = 0; i < 3; i++) {
                    if (i == at) {
                        throw new ErrnoException(Errno.ENOMEM, "field " + i);
                    }
                    int field = i;
                    events.add("+" + i);
                    fields.own(() -> events.add("-" + field));
                }
            };
            ThisModule self =
                    ThisModule.builtIn(ModuleInfo.builder("m").license("MIT").build());
            if (fail < 3) {
                fails(Errno.ENOMEM, () -> InPlaceModule.load(module, self), "field " + fail);
            } else {
                InPlaceModule.load(module, self).close();
            }
            assertThat(events)
                    .containsExactlyElementsOf(List.of("+0", "+1", "+2", "-2", "-1", "-0").stream()
                            .filter(event -> event.charAt(1) - '0' < at)
                            .toList());
        }
    }

    private static void fails(Errno errno, ThrowingCallable call, String text) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(errno))
                .hasMessageContaining(text);
    }
}
