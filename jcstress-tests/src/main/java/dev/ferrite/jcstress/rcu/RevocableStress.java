package dev.ferrite.jcstress.rcu;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.rcu.Revocable;
import dev.ferrite.offheap.Words;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** {@link Revocable}: nobody uses what was destroyed, and it is destroyed once. */
public final class RevocableStress {
    private static final int ALIVE = 1;
    private static final int GONE = 9;

    private RevocableStress() {}

    @JCStressTest
    @Description("Access is given to a value that lives, and it lives as long as the access.")
    @Outcome(
            id = {"1", "0"},
            expect = ACCEPTABLE,
            desc = "Access to the living value, or none.")
    @Outcome(expect = FORBIDDEN, desc = "Destroyed while somebody had access.")
    @State
    public static class UserAgainstRevoker {
        private final long slot = Slots.next();
        private final Revocable<Long> revocable = Revocable.of(slot, at -> Words.setIntPlain(at, GONE));

        public UserAgainstRevoker() {
            Words.setIntPlain(slot, ALIVE);
        }

        @Actor
        public void user(I_Result r) {
            try (var access = revocable.tryAccess()) {
                r.r1 = access == null ? 0 : Words.getIntPlain(access.get());
            }
        }

        @Actor
        public void revoker() {
            revocable.revoke();
        }
    }

    @JCStressTest
    @Description("Of two who revoke, one destroys.")
    @Outcome(
            id = {"1, 0, 1", "0, 1, 1"},
            expect = ACCEPTABLE,
            desc = "One of them, once.")
    @Outcome(expect = FORBIDDEN, desc = "Destroyed twice, or never.")
    @State
    public static class TwoRevokers {
        private final long slot = Slots.next();
        private final Revocable<Long> revocable =
                Revocable.of(slot, at -> Words.setIntPlain(at, Words.getIntPlain(at) + 1));

        @Actor
        public void one(III_Result r) {
            r.r1 = revocable.revoke() ? 1 : 0;
        }

        @Actor
        public void other(III_Result r) {
            r.r2 = revocable.revokeNosync() ? 1 : 0;
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = Words.getIntPlain(slot);
        }
    }
}
