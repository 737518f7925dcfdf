package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.runtime.panic.Panic;
import dev.ferrite.runtime.panic.PanicHandler;
import dev.ferrite.runtime.panic.PanicScanout;
import dev.ferrite.runtime.panic.ScanoutBuffer;

/** A scan-out buffer that a panic may draw into, through a mapping of its own that any thread may write. */
record PanicPicture(GemMapping map, int width, int height, long pitch) implements PanicScanout {
    /** Lends a buffer until the closers close; does nothing where no panic is prepared, or the picture is too small. */
    static void lend(GemBuffer buffer, int width, int height, long pitch, Closers closers) {
        PanicHandler panic = Panic.installed();
        if (panic != null && Math.min(width, height) >= ScanoutBuffer.MIN_SIDE) {
            PanicPicture picture = new PanicPicture(closers.add(buffer.map()), width, height, pitch);
            closers.add(panic.addScanout(picture));
        }
    }

    @Override
    public boolean lend(ScanoutBuffer to) {
        if (!map.isOpen()) {
            return false;
        }
        to.set(map.segment(), width, height, pitch);
        return true;
    }
}
