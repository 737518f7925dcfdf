package dev.ferrite.nova.boot.report;

import dev.ferrite.drm.count.Live;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Counts what is alive before a run and after it: every difference is a leak.
 *
 * <p>The counts are the process's. A run that shares its process with other users of the device sees theirs as well.
 */
public final class LeakProof {
    private final List<Meter> meters = new ArrayList<>();

    /**
     * One row of the proof.
     *
     * @param name what was counted
     * @param left how many more there are than before
     */
    public record Row(String name, long left) {}

    private record Meter(String name, LongSupplier count, long before) {}

    private LeakProof() {}

    /**
     * Counts everything now.
     *
     * @param references the run's own count of open references to shared buffers
     * @return the state before the run
     */
    public static LeakProof begin(LongSupplier references) {
        LeakProof proof = new LeakProof();
        proof.add("references", references);
        proof.add("handles", Live.HANDLES::get);
        proof.add("GEM objects", Live.OBJECTS::get);
        proof.add("GEM mappings", Live.MAPPINGS::get);
        proof.add("mappings of the process", Mapping::live);
        proof.add("mapped bytes", Mapping::liveBytes);
        proof.add("dma-bufs", Live.DMA_BUFS::get);
        proof.add("files", Live.FILES::get);
        proof.add("devices", Live.DEVICES::get);
        proof.add("VRAM backends", Live.VRAMS::get);
        proof.add("VRAM extents", Live.VRAM_EXTENTS::get);
        proof.add("VRAM bytes", Live.VRAM_BYTES::get);
        proof.add("fds owned", Fd::live);
        proof.add("fds of the process", OpenFiles::count);
        return proof;
    }

    private void add(String name, LongSupplier count) {
        meters.add(new Meter(name, count, count.getAsLong()));
    }

    /**
     * Counts everything again.
     *
     * @return a row a count
     */
    public List<Row> end() {
        return meters.stream()
                .map(meter -> new Row(meter.name, meter.count.getAsLong() - meter.before))
                .toList();
    }
}
