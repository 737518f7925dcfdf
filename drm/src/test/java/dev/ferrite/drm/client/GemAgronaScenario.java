package dev.ferrite.drm.client;

import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.ValueLayout;
import org.agrona.concurrent.UnsafeBuffer;

/** What {@link GemAgronaTest} starts: prints what happens, never fails by itself. */
final class GemAgronaScenario {
    private GemAgronaScenario() {}

    public static void main(String[] args) {
        try (Bench bench = new Bench();
                DrmNode node = bench.openRender();
                GemBuffer buffer = GemBuffer.adopt(node, Bench.create(node, 2 * Bench.PAGE), 2 * Bench.PAGE)) {
            try {
                views(bench, buffer);
            } catch (IllegalStateException refused) {
                System.out.println(refused);
            }
        }
        System.out.println("leaves nothing: " + Bench.live().equals(Bench.nothing()));
    }

    private static void views(Bench bench, GemBuffer buffer) {
        try (GemMapping readOnly = buffer.map(Linux.PROT_READ, true)) {
            show("of a read-only mapping", () -> GemAgrona.of(readOnly));
        }
        GemMapping mapping = buffer.map();
        try (GemMapping other = buffer.map()) {
            UnsafeBuffer view = GemAgrona.of(mapping);
            System.out.println("capacity: " + view.capacity() / Bench.PAGE + " pages");
            view.putLong(8184, 0x1122334455667788L);
            System.out.println("written through the view: "
                    + Long.toHexString(other.segment().get(ValueLayout.JAVA_LONG, 8184)));
            other.segment().set(ValueLayout.JAVA_INT, 0, 42);
            System.out.println("read through the view: " + view.getInt(0));
            show("past the end", () -> view.getByte(8192));
            bench.registration.close();
            view.putInt(0, 43);
            System.out.println("after the device is gone: " + view.getInt(0));
            mapping.close();
            show("after the close", () -> view.getInt(0));
            System.out.println("capacity after the close: " + view.capacity());
            show("of a closed mapping", () -> GemAgrona.of(mapping));
        } finally {
            mapping.close();
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
