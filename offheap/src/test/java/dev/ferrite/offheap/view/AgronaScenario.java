package dev.ferrite.offheap.view;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.alloc.KVec;
import dev.ferrite.offheap.alloc.RawBytes;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.ValueLayout;

/** What {@link AgronaBuffersTest} starts: prints what happens, never fails by itself. */
final class AgronaScenario {
    private static final StructType<RawBytes> SIXTEEN = RawBytes.type(16, 8);

    private AgronaScenario() {}

    public static void main(String[] args) {
        try (var box =
                KBox.init(SIXTEEN, slot -> slot.set(ValueLayout.JAVA_LONG, 0, 7), Drop.NOTHING, Gfp.GFP_KERNEL)) {
            System.out.println("byte buffer: " + ByteBuffers.of(box).getLong(0));
        }
        try {
            views();
        } catch (IllegalStateException refused) {
            System.out.println(refused);
        }
        System.out.println("end");
    }

    private static void views() {
        var box = KBox.zeroed(SIXTEEN, Gfp.GFP_KERNEL);
        var view = AgronaBuffers.of(box);
        view.putLong(0, 5);
        System.out.println("shared: " + (box.segment().get(ValueLayout.JAVA_LONG, 0) == 5));
        box.close();
        show("closed box", () -> view.getLong(0));
        show("no value", () -> AgronaBuffers.of(box));

        try (var vec = KVec.create(SIXTEEN)) {
            vec.pushInit(slot -> slot.fill((byte) 1), Gfp.GFP_KERNEL);
            var values = AgronaBuffers.of(vec);
            values.getByte(15);
            vec.reserve(100, Gfp.GFP_KERNEL);
            show("grown vec", () -> values.getByte(15));
        }

        int anonymous = Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS;
        var mapping = Mapping.shared(-1, 0, 4096, Linux.PROT_READ | Linux.PROT_WRITE, anonymous);
        var pages = AgronaBuffers.of(mapping);
        pages.putByte(4095, (byte) 1);
        mapping.close();
        show("closed mapping", () -> pages.getByte(0));
        try (var readOnly = Mapping.shared(-1, 0, 4096, Linux.PROT_READ, anonymous)) {
            show("read-only mapping", () -> AgronaBuffers.of(readOnly));
        }
    }

    private static void show(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + ": nothing happened");
        } catch (RuntimeException e) {
            System.out.println(what + ": " + e.getClass().getSimpleName());
        }
    }
}
