package dev.ferrite.jcstress.locks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.jcstress.harness.Slots;
import dev.ferrite.locks.GlobalLock;
import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.MutexBackend;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** What {@link GlobalLock} promises about its initialisation: one winner, and users see all of it or are refused. */
public final class GlobalLockStress {
    private GlobalLockStress() {}

    /** A global lock over a slot, around a cell that its factory sets to 7. */
    static class Global {
        private final long word = Slots.next();

        final GlobalLock<Cell> lock = GlobalLock.uninit("jcstress", () -> {
            MutexBackend.instance().init(word);
            Cell cell = new Cell();
            cell.value = 7;
            return Mutex.fromRaw(word, cell, "jcstress");
        });

        final boolean init() {
            try {
                lock.init();
                return true;
            } catch (IllegalStateException second) {
                return false;
            }
        }

        final int read() {
            try (var guard = lock.lock()) {
                return guard.get().value;
            } catch (IllegalStateException early) {
                return -1;
            }
        }
    }

    @JCStressTest
    @Description("Of two that initialise exactly one does; the lock works afterwards.")
    @Outcome(
            id = {"true, false, 7", "false, true, 7"},
            expect = ACCEPTABLE,
            desc = "One did.")
    @Outcome(expect = FORBIDDEN, desc = "Both did, neither did, or the lock does not work.")
    @State
    public static class OneInitialises extends Global {
        @Actor
        public void first(ZZI_Result r) {
            r.r1 = init();
        }

        @Actor
        public void second(ZZI_Result r) {
            r.r2 = init();
        }

        @Arbiter
        public void end(ZZI_Result r) {
            r.r3 = read();
        }
    }

    @JCStressTest
    @Description("A user is refused, or finds the lock and what it protects whole.")
    @Outcome(
            id = {"-1", "7"},
            expect = ACCEPTABLE,
            desc = "Refused, or whole.")
    @Outcome(expect = FORBIDDEN, desc = "Half initialised.")
    @State
    public static class NoPartialInitialisation extends Global {
        @Actor
        public void initialiser() {
            init();
        }

        @Actor
        public void user(I_Result r) {
            r.r1 = read();
        }
    }
}
