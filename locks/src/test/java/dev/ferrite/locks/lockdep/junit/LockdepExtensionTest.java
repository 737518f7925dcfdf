package dev.ferrite.locks.lockdep.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs JUnit inside JUnit: what the extension makes of tests that lock well and badly. */
class LockdepExtensionTest {
    /** A test class run by the tests below only. */
    @Lockdep
    static class Sound {
        @Test
        @EnabledIf("nested")
        void locksInOneOrder() {
            Mutex<String> a = Mutex.of("", "sound-a");
            Mutex<String> b = Mutex.of("", "sound-b");
            for (int i = 0; i < 2; i++) {
                try (var first = a.lock();
                        var second = b.lock()) {
                    assertThat(first.isHeld() && second.isHeld()).isTrue();
                }
            }
        }

        static boolean nested() {
            return running;
        }
    }

    /** Passes, and could deadlock: the validator alone sees it. */
    @Lockdep
    static class Unsound {
        @Test
        @EnabledIf("nested")
        @SuppressWarnings("LockNotBeforeTry") // the tests of a user
        void locksInTwoOrders() {
            var a = dev.ferrite.locks.lockdep.Lockdep.watch(new ReentrantLock(), "unsound-a");
            Mutex<String> b = Mutex.of("", "unsound-b");
            a.lock();
            b.lock().close();
            a.unlock();
            try (var guard = b.lock()) {
                assertThat(guard.isHeld()).isTrue();
                a.lock();
                a.unlock();
            }
        }

        @Test
        @EnabledIf("nested")
        void threadKeepsALock() throws InterruptedException {
            Mutex<String> kept = Mutex.of("", "unsound-kept");
            Thread.ofPlatform().start(kept::lock).join();
        }

        static boolean nested() {
            return running;
        }
    }

    private static volatile boolean running;

    private static List<TestExecutionResult> run(Class<?> tests) {
        List<TestExecutionResult> results = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .build();
        WarnSink before = Warn.sink((category, message, site) -> {});
        running = true;
        try {
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.isTest()) {
                        results.add(result);
                    }
                }
            });
        } finally {
            running = false;
            Warn.sink(before);
        }
        return results;
    }

    @Test
    void withTheValidatorOffAnAnnotatedTestFailsAndSaysWhy() {
        if (!dev.ferrite.locks.lockdep.Lockdep.ON) {
            assertThat(run(Sound.class))
                    .singleElement()
                    .satisfies(result -> assertThat(result.getThrowable().orElseThrow())
                            .hasMessageContaining("-Dferrite.lockdep=true"));
        }
    }

    @Test
    void withTheValidatorOnSoundTestsPassAndUnsoundOnesFailWithTheReport() {
        if (dev.ferrite.locks.lockdep.Lockdep.ON) {
            // What other tests of this JVM have had reported is theirs.
            assertThat(run(Sound.class)).hasSize(1);
            assertThat(run(Sound.class))
                    .extracting(TestExecutionResult::getStatus)
                    .containsExactly(TestExecutionResult.Status.SUCCESSFUL);
            List<TestExecutionResult> unsound = run(Unsound.class);
            assertThat(unsound)
                    .extracting(TestExecutionResult::getStatus)
                    .containsExactly(TestExecutionResult.Status.FAILED, TestExecutionResult.Status.FAILED);
            assertThat(unsound)
                    .extracting(result -> result.getThrowable().orElseThrow().getMessage())
                    .anyMatch(text -> text.contains("unsound-a") && text.contains("How it ends in a deadlock"))
                    .anyMatch(text -> text.contains("unsound-kept") && text.contains("has ended"));
        }
    }
}
