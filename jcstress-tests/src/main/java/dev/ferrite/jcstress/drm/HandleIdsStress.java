package dev.ferrite.jcstress.drm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.drm.util.HandleIds;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** {@link HandleIds}: each number once, and at every moment the lowest free one. */
public final class HandleIdsStress {
    private HandleIdsStress() {}

    /** A set of which the first numbers are taken. */
    private static HandleIds taken(int count) {
        HandleIds ids = new HandleIds();
        for (int i = 0; i < count; i++) {
            ids.reserve();
        }
        return ids;
    }

    @JCStressTest
    @Description("Two reserve while one number was given back before: both lowest, each once.")
    @Outcome(id = "1, 4", expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(id = "4, 1", expect = ACCEPTABLE, desc = "The other way round.")
    @Outcome(expect = FORBIDDEN, desc = "The same twice, or not the lowest.")
    @State
    public static class ReserveRacesReserve {
        private final HandleIds ids = taken(3);

        /** The first is free again. */
        public ReserveRacesReserve() {
            ids.release(1);
        }

        @Actor
        public void one(II_Result r) {
            r.r1 = ids.reserve();
        }

        @Actor
        public void other(II_Result r) {
            r.r2 = ids.reserve();
        }
    }

    @JCStressTest
    @Description(
            "A lower number is given back before a higher one: who gets the higher one has seen the lower one free.")
    @Outcome(id = "5, 1, 3", expect = ACCEPTABLE, desc = "Before both.")
    @Outcome(id = "1, 3, 5", expect = ACCEPTABLE, desc = "After the first, or after both.")
    @Outcome(expect = FORBIDDEN, desc = "3 while 1 was free, or a number is lost.")
    @State
    public static class ReserveRacesTwoReleases {
        private final HandleIds ids = taken(4);

        @Actor
        public void releases() {
            ids.release(1);
            ids.release(3);
        }

        @Actor
        public void reserves(III_Result r) {
            r.r1 = ids.reserve();
        }

        @Arbiter
        public void rest(III_Result r) {
            r.r2 = ids.reserve();
            r.r3 = ids.reserve();
        }
    }

    @JCStressTest
    @Description("Two renew a number each: nothing is given twice, nothing is lost.")
    @Outcome(id = "1, 2, 3", expect = ACCEPTABLE, desc = "Each its own, or both after both were free.")
    @Outcome(id = "2, 1, 3", expect = ACCEPTABLE, desc = "The other's.")
    @Outcome(expect = FORBIDDEN, desc = "Given twice, or lost.")
    @State
    public static class RenewRacesRenew {
        private final HandleIds ids = taken(2);

        @Actor
        public void one(III_Result r) {
            ids.release(1);
            r.r1 = ids.reserve();
        }

        @Actor
        public void other(III_Result r) {
            ids.release(2);
            r.r2 = ids.reserve();
        }

        @Arbiter
        public void next(III_Result r) {
            r.r3 = ids.reserve();
        }
    }
}
