package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The KASAN twin of a type-stable cache: stacks only. Its objects may be read after free by design, so they are neither
 * poisoned nor kept back.
 */
final class KasanTracks implements Kasan.Source {
    private final String name;
    private final int size;
    private final ConcurrentHashMap<Long, Track> tracks = new ConcurrentHashMap<>();

    private record Track(Throwable allocated, @Nullable Throwable freed) {}

    KasanTracks(String name, int size) {
        this.name = name;
        this.size = size;
        Kasan.watch(this);
    }

    void allocated(long address) {
        tracks.put(address, new Track(KasanHeap.here(), null));
    }

    void freeing(long address) {
        Track track = tracks.get(address);
        if (track == null
                || track.freed != null
                || !tracks.replace(address, track, new Track(track.allocated, KasanHeap.here()))) {
            KasanReport report = new KasanReport(
                    track == null ? KasanReport.Kind.INVALID_FREE : KasanReport.Kind.DOUBLE_FREE,
                    name,
                    address,
                    address,
                    size,
                    track == null ? null : track.allocated,
                    track == null ? null : track.freed);
            Warn.warn("kasan-" + report.kind(), report.text());
            throw new KernelBug(report.text());
        }
    }

    @Override
    public void sweep(List<KasanReport> found) {}

    @Override
    public void check(long address, long bytes) {}

    @Override
    public void leaks(List<KasanReport> found) {
        tracks.forEach((address, track) -> {
            if (track.freed == null) {
                found.add(new KasanReport(KasanReport.Kind.LEAK, name, address, address, size, track.allocated, null));
            }
        });
    }
}
