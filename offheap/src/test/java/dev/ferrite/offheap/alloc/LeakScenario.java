package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import dev.ferrite.offheap.trace.Tracing;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Boxes and vectors that nobody closes, with tracing on. */
final class LeakScenario {
    private static final List<Long> DROPPED = new CopyOnWriteArrayList<>();

    private static final List<Object> KEPT = new CopyOnWriteArrayList<>();

    private LeakScenario() {}

    public static void main(String[] arguments) throws Exception {
        List<String> warnings = new CopyOnWriteArrayList<>();
        WarnSink before = Warn.sink((category, message, site) -> warnings.add(category + ": " + message));
        int flags = Gfp.GFP_KERNEL;
        KBox<RawBytes> held = KBox.zeroed(RawBytes.type(32, 8), flags);
        KBox.zeroed(RawBytes.type(32, 8), flags).close();
        KBox<RawBytes> given = KBox.zeroed(RawBytes.type(32, 8), flags);
        long raw = given.intoRaw();
        forgetBox();
        forgetVector();
        // The collector runs when it likes: ask until it has, within a minute.
        for (int i = 0; i < 1_200 && Tracing.leaked(Tracing.BOX) < 2; i++) {
            System.gc();
            Thread.sleep(50);
        }
        System.out.println("leaked " + Tracing.leaked(Tracing.BOX) + " live "
                + Tracing.live(Tracing.BOX).size());
        System.out.println("sites "
                + warnings.stream().filter(w -> w.contains("forgetBox")).count() + " "
                + warnings.stream().filter(w -> w.contains("forgetVector")).count());
        System.out.println("dropped " + DROPPED.stream().sorted().toList());
        Kmalloc.system().free(raw);
        held.close();
        System.out.println("objects " + Kmalloc.system().stats().liveObjects());
        Warn.sink(before);
        Tracing.named(keepTillExit(), "kept");
        System.out.println("the end");
    }

    private static KBox<RawBytes> keepTillExit() {
        KBox<RawBytes> kept = KBox.zeroed(RawBytes.type(32, 8), Gfp.GFP_KERNEL);
        KEPT.add(kept);
        return kept;
    }

    private static void forgetBox() {
        KBox<RawBytes> box = KBox.init(
                RawBytes.type(16, 8),
                slot -> slot.set(ValueLayout.JAVA_LONG, 0, 5),
                value -> DROPPED.add(value.get(ValueLayout.JAVA_LONG, 0)),
                Gfp.GFP_KERNEL);
        box.segment();
    }

    private static void forgetVector() {
        KVec<RawBytes> vec = KVec.create(
                Kmalloc.system(), RawBytes.type(8, 8), value -> DROPPED.add(value.get(ValueLayout.JAVA_LONG, 0)));
        for (long i = 1; i <= 3; i++) {
            vec.push(MemorySegment.ofArray(new long[] {i}), Gfp.GFP_KERNEL);
        }
    }
}
