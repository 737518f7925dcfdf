package dev.ferrite.jcstress.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.module.Module;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleType;
import dev.ferrite.runtime.module.ThisModule;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** What {@link ModuleLoader} promises: a module that somebody holds does not exit, and one that exits does so once. */
public final class ModuleStress {
    private static final KernelLog LOG = quiet();
    private static final ModuleInfo INFO =
            ModuleInfo.builder("stress").license("MIT").build();

    private ModuleStress() {}

    private static KernelLog quiet() {
        KernelLog log = KernelLog.create(4096);
        log.recordUpTo(LogLevel.EMERG);
        return log;
    }

    /** A module that counts how often it exits. */
    private record Counting(AtomicInteger exits) implements ModuleType {
        @Override
        public ModuleInfo info() {
            return INFO;
        }

        @Override
        public Module init(ThisModule self) {
            return exits::getAndIncrement;
        }
    }

    /** A loader, and one module in it. */
    public static class Loaded {
        final ModuleLoader loader = new ModuleLoader(LOG);
        final AtomicInteger exits = new AtomicInteger();
        final ThisModule module = loader.load(new Counting(exits));

        /** 1 if it was unloaded, 0 if that was refused as it should be. */
        final int unload(Errno refusal) {
            try {
                loader.unload("stress");
                return 1;
            } catch (ErrnoException e) {
                return e.errno().equals(refusal) ? 0 : -1;
            }
        }
    }

    @JCStressTest
    @Description("One takes a reference and keeps it, another unloads.")
    @Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "Held: EBUSY.")
    @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "Going: no reference.")
    @Outcome(expect = FORBIDDEN, desc = "Held and exited, or neither.")
    @State
    public static class GetAgainstUnload extends Loaded {
        @Actor
        public void holder(III_Result r) {
            r.r1 = module.tryGet() ? 1 : 0;
        }

        @Actor
        public void unloader(III_Result r) {
            r.r2 = unload(Errno.EBUSY);
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = exits.get();
        }
    }

    @JCStressTest
    @Description("One takes a reference for a moment, another unloads.")
    @Outcome(
            id = {"1, 0", "1, 1", "0, 1"},
            expect = ACCEPTABLE,
            desc = "Refused while it was held, unloaded after, or gone before.")
    @Outcome(expect = FORBIDDEN, desc = "Exited while it was held, or nobody got it.")
    @State
    public static class HoldAgainstUnload extends Loaded {
        @Actor
        public void holder(II_Result r) {
            if (module.tryGet()) {
                r.r1 = exits.get() == 0 ? 1 : -1;
                module.put();
            }
        }

        @Actor
        public void unloader(II_Result r) {
            r.r2 = unload(Errno.EBUSY);
        }
    }

    @JCStressTest
    @Description("Two unload.")
    @Outcome(
            id = {"1, 0, 1", "0, 1, 1"},
            expect = ACCEPTABLE,
            desc = "One did, and it exited once; the other is told ENOENT.")
    @Outcome(expect = FORBIDDEN, desc = "Exited twice or never.")
    @State
    public static class UnloadTwice extends Loaded {
        @Actor
        public void one(III_Result r) {
            r.r1 = unload(Errno.ENOENT);
        }

        @Actor
        public void other(III_Result r) {
            r.r2 = unload(Errno.ENOENT);
        }

        @Arbiter
        public void arbiter(III_Result r) {
            r.r3 = exits.get();
        }
    }
}
