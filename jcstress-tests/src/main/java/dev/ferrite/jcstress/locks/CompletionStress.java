package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.locks.Completion;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZI_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * What {@link Completion} promises: completing publishes, one permission lets one pass, completeAll lets all pass for
 * good. A lost permission shows as a timeout where somebody waits for it.
 */
public final class CompletionStress {
    private CompletionStress() {}

    /** A completion that is not done, and plain data to publish by it. */
    static class Awaited {
        private static final Ring<Completion> COMPLETIONS = new Ring<>(() -> Completion.of("jcstress"));

        final Completion completion = COMPLETIONS.next();
        int data;

        Awaited() {
            completion.reinit();
        }

        /** How many may pass now, 3 standing for any number. */
        final int permissions() {
            int count = 0;
            while (count < 3 && completion.tryWait()) {
                count++;
            }
            return count;
        }
    }

    @JCStressTest
    @Description("complete publishes to the one that waits, and its permission is used up.")
    @Outcome(id = "7, 0", expect = ACCEPTABLE, desc = "Passed, with the data.")
    @Outcome(expect = FORBIDDEN, desc = "Passed without the data, or another may pass.")
    @State
    public static class CompleteLetsOnePass extends Awaited {
        @Actor
        public void completer() {
            data = 7;
            completion.complete();
        }

        @Actor
        public void waiter(II_Result r) {
            completion.waitForCompletion();
            r.r1 = data;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = permissions();
        }
    }

    @JCStressTest
    @Description("completeAll publishes to the one that waits, and lets everybody pass from then on.")
    @Outcome(id = "7, 3", expect = ACCEPTABLE, desc = "Passed twice, with the data, and others may.")
    @Outcome(expect = FORBIDDEN, desc = "Passed without the data, or others may not.")
    @State
    public static class CompleteAllLetsAllPass extends Awaited {
        @Actor
        public void completer() {
            data = 7;
            completion.completeAll();
        }

        @Actor
        public void waiter(II_Result r) {
            completion.waitForCompletion();
            completion.waitForCompletion();
            r.r1 = data;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = permissions();
        }
    }

    @JCStressTest
    @Description("tryWait that passes acquires.")
    @Outcome(
            id = {"-1, 1", "7, 0"},
            expect = ACCEPTABLE,
            desc = "Not yet; or passed, with the data.")
    @Outcome(expect = FORBIDDEN, desc = "Passed without the data, or the permission was lost or doubled.")
    @State
    public static class TryWaitPublishes extends Awaited {
        @Actor
        public void completer() {
            data = 7;
            completion.complete();
        }

        @Actor
        public void waiter(II_Result r) {
            r.r1 = completion.tryWait() ? data : -1;
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = permissions();
        }
    }

    @JCStressTest
    @Description("isDone acquires.")
    @Outcome(
            id = {"-1", "7"},
            expect = ACCEPTABLE,
            desc = "Not yet; or done, with the data.")
    @Outcome(expect = FORBIDDEN, desc = "Done without the data.")
    @State
    public static class DonePublishes extends Awaited {
        @Actor
        public void completer() {
            data = 7;
            completion.completeAll();
        }

        @Actor
        public void looker(I_Result r) {
            r.r1 = completion.isDone() ? data : -1;
        }
    }

    @JCStressTest
    @Description("One permission lets one of two pass.")
    @Outcome(
            id = {"true, false, 0", "false, true, 0"},
            expect = ACCEPTABLE,
            desc = "One passed.")
    @Outcome(expect = FORBIDDEN, desc = "Both passed, or neither.")
    @State
    public static class OnePermissionOnePass extends Awaited {
        public OnePermissionOnePass() {
            completion.complete();
        }

        @Actor
        public void first(ZZI_Result r) {
            r.r1 = completion.tryWait();
        }

        @Actor
        public void second(ZZI_Result r) {
            r.r2 = completion.tryWait();
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = permissions();
        }
    }

    @JCStressTest
    @Description("Two complete at once: two may pass.")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Two.")
    @Outcome(expect = FORBIDDEN, desc = "A permission was lost or doubled.")
    @State
    public static class PermissionsAreCounted extends Awaited {
        @Actor
        public void first() {
            completion.complete();
        }

        @Actor
        public void second() {
            completion.complete();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = permissions();
        }
    }

    @JCStressTest
    @Description("completeAll wins over complete at the same time: everybody may pass, for good.")
    @Outcome(id = "3", expect = ACCEPTABLE, desc = "Everybody.")
    @Outcome(expect = FORBIDDEN, desc = "completeAll was undone.")
    @State
    public static class AllIsForGood extends Awaited {
        @Actor
        public void all() {
            completion.completeAll();
        }

        @Actor
        public void one() {
            completion.complete();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = permissions();
        }
    }

    @JCStressTest
    @Description("An interrupt and complete at the same time: who gives up takes no permission with it.")
    @Outcome(id = "0, true, 1", expect = ACCEPTABLE, desc = "Interrupted; the permission is there for another.")
    @Outcome(id = "1, true, 0", expect = ACCEPTABLE, desc = "Passed; the interrupt is pending.")
    @Outcome(expect = FORBIDDEN, desc = "The permission was swallowed or doubled, or the interrupt is lost.")
    @State
    public static class InterruptAgainstComplete extends Awaited {
        private final Interrupter interrupter = new Interrupter();

        @Actor
        public void waiter(IZI_Result r) {
            interrupter.enter();
            r.r1 = completion.waitInterruptibleTimeout(Long.MAX_VALUE) > 0 ? 1 : 0;
            r.r2 = interrupter.leave();
        }

        @Actor
        public void completer() {
            Chance.pauseLong(this);
            interrupter.interrupt(() -> {
                Chance.pauseShortly(this);
                completion.complete();
            });
        }

        @Arbiter
        public void end(IZI_Result r) {
            r.r3 = permissions();
        }
    }
}
