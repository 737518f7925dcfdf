package dev.ferrite.nova.boot.report;

import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Counts what is alive before a run and after it: every difference is a leak.
 *
 * <p>The counts are the process's. A run that shares its process with other users of the device sees theirs as well.
 */
public final class LeakProof {
    private final LongSupplier references;
    private final Map<String, Long> before;

    /**
     * One row of the proof.
     *
     * @param name what was counted
     * @param left how many more there are than before
     */
    public record Row(String name, long left) {}

    private LeakProof(LongSupplier references) {
        this.references = references;
        this.before = count();
    }

    /**
     * Counts everything now.
     *
     * @param references the run's own count of open references to shared buffers
     * @return the state before the run
     */
    public static LeakProof begin(LongSupplier references) {
        return new LeakProof(references);
    }

    /**
     * Counts everything again.
     *
     * @return a row a count
     */
    public List<Row> end() {
        return count().entrySet().stream()
                .map(count ->
                        new Row(count.getKey(), count.getValue() - Objects.requireNonNull(before.get(count.getKey()))))
                .toList();
    }

    private Map<String, Long> count() {
        DrmLive drm = DrmLive.now();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("references", references.getAsLong());
        counts.put("handles", drm.handles());
        counts.put("GEM objects", drm.objects());
        counts.put("GEM mappings", drm.mappings());
        counts.put("dma-bufs", drm.dmaBufs());
        counts.put("files", drm.files());
        counts.put("devices", drm.devices());
        counts.put("VRAM backends", drm.vrams());
        counts.put("VRAM extents", drm.vramExtents());
        counts.put("VRAM bytes", drm.vramBytes());
        counts.put("mappings", Mapping.live());
        counts.put("mapped bytes", Mapping.liveBytes());
        counts.put("fds owned", Fd.live());
        counts.put("fds of the process", OpenFiles.count());
        return counts;
    }
}
