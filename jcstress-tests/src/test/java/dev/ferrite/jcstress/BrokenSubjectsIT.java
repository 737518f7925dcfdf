package dev.ferrite.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The harness bites: a broken subject fails the run, and so does a test that did not run. */
class BrokenSubjectsIT {
    private static final String BROKEN = "dev.ferrite.jcstress.broken.";

    @Test
    void brokenSubjectsFailTheRunAndAreNamed() throws Exception {
        var stress = StressProcess.run("broken", "--mode", "quick", "--broken", "Without");

        assertThat(stress.status()).isEqualTo(1);
        assertThat(stress.about(BROKEN + "LockWithoutCas.MutualExclusion")).startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "CountWithoutAtomicity.LastDrop")).startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "AsymmetricWithoutBarrier.OneAtomicUnlock"))
                .startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "RcuPeriodWithoutWait.SynchronizeSeesTheSection"))
                .startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "RcuWithoutBarrier.EntryAgainstScan")).startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "StackWithoutTag.PopAgainstPopPopPush"))
                .startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "StoreBufferWithoutBarrier.ReleaseAndAcquire"))
                .startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "ReadWithoutRetry.ReadIsWhole")).startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "SetOnceWithoutCas.OneWinner")).startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "CompletionWithoutCas.OnePermissionOnePass"))
                .startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "DowngradeWithoutAtomicity.KeepsWritersOut"))
                .startsWith("forbidden ");
        assertThat(stress.about(BROKEN + "FenceWithoutCas.AddByStore")).startsWith("forbidden ");
        assertThat(stress.lines()).anyMatch(line -> line.contains("FORBIDDEN 0, 0 seen"));
        assertThat(stress.closing()).isEqualTo("stress: 12 tests, 0 passed, 12 forbidden, 0 errors, 0 missing");
    }

    @Test
    void testThatHangsIsEndedAndFailsTheRun() throws Exception {
        var stress = StressProcess.run("hang", "--mode", "quick", "--broken", "--timeout", "15", "LostWakeUp");

        assertThat(stress.status()).isEqualTo(1);
        assertThat(stress.lines()).anyMatch(line -> line.contains("ended a JVM that ran for more than 15 s"));
        assertThat(stress.about(BROKEN + "LostWakeUp.NoSecondLook")).startsWith("error ");
        assertThat(stress.closing()).isEqualTo("stress: 1 tests, 0 passed, 0 forbidden, 1 errors, 0 missing");
    }

    @Test
    void testThatJcstressLeavesOutFailsTheRunAndIsNamed() throws Exception {
        var stress =
                StressProcess.run("missing", "--mode", "sanity", "--broken", "--cpus", "2", "NeedsThreeProcessors");

        assertThat(stress.status()).isEqualTo(1);
        assertThat(stress.about(BROKEN + "NeedsThreeProcessors.ThreeActors")).startsWith("missing ");
        assertThat(stress.closing()).isEqualTo("stress: 1 tests, 0 passed, 0 forbidden, 0 errors, 1 missing");
    }
}
