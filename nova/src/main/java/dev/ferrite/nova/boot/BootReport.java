package dev.ferrite.nova.boot;

import dev.ferrite.nova.boot.report.LatencyRow;
import dev.ferrite.nova.boot.report.LeakProof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, and whether it is well.
 *
 * @param options what was asked
 * @param failure why it failed; null if it did not
 * @param tiles tiles found right by the verifier
 * @param tilesByClient tiles each client rendered
 * @param bytesVerified bytes the verifier compared
 * @param checksum CRC32C over the last picture's bytes as read back for the PNG; 0 if there is none
 * @param pictures the PNG files
 * @param plot the plot's file; null if there is none
 * @param latencies percentiles
 * @param leaks what is left
 * @param renderMillis from the first tile to the last picture verified and written
 * @param totalMillis the whole run
 */
public record BootReport(
        BootOptions options,
        @Nullable BootFailure failure,
        long tiles,
        List<Long> tilesByClient,
        long bytesVerified,
        int checksum,
        List<Path> pictures,
        @Nullable Path plot,
        List<LatencyRow> latencies,
        List<LeakProof.Row> leaks,
        long renderMillis,
        long totalMillis) {

    /**
     * Whether the run did all it should and left nothing behind.
     *
     * @return whether the last line says ok
     */
    public boolean isOk() {
        return failure == null && leaked().isEmpty();
    }

    /**
     * The counts that are not zero.
     *
     * @return leaks, and things that were there before and are not now
     */
    public List<LeakProof.Row> leaked() {
        return leaks.stream().filter(row -> row.left() != 0).toList();
    }

    /**
     * The last line.
     *
     * @return {@code boot: ok ...} or {@code boot: FAILED ...}
     */
    public String verdict() {
        if (failure != null) {
            return "boot: FAILED " + failure.getMessage();
        }
        if (!leaked().isEmpty()) {
            List<String> counts = new ArrayList<>();
            leaked().forEach(row -> counts.add(row.name() + " " + row.left()));
            return "boot: FAILED left behind: " + String.join(", ", counts);
        }
        return String.format(
                "boot: ok %d frame%s of %dx%d, %d tiles by %d clients, %d bytes verified, nothing leaked, %.2f s",
                options.frames(),
                options.frames() == 1 ? "" : "s",
                options.width(),
                options.height(),
                tiles,
                options.threads(),
                bytesVerified,
                totalMillis / 1000.0);
    }

    /**
     * The report for machines.
     *
     * @return values {@link dev.ferrite.nova.boot.report.Json} can write
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ok", isOk());
        map.put("verdict", verdict());
        map.put(
                "vram",
                options.vramFile() == null ? "memfd" : options.vramFile().toString());
        map.put("width", options.width());
        map.put("height", options.height());
        map.put("frames", options.frames());
        map.put("threads", options.threads());
        map.put("seed", options.seed());
        map.put("tiles", tiles);
        map.put("tilesByClient", tilesByClient);
        map.put("bytesVerified", bytesVerified);
        map.put("checksum", String.format("%08x", checksum));
        map.put("pictures", pictures.stream().map(Path::toString).toList());
        if (plot != null) {
            map.put("plot", plot.toString());
        }
        map.put("latencies", latencies.stream().map(BootReport::toMap).toList());
        Map<String, Object> left = new LinkedHashMap<>();
        leaks.forEach(row -> left.put(row.name(), row.left()));
        map.put("left", left);
        map.put("renderMillis", renderMillis);
        map.put("totalMillis", totalMillis);
        return map;
    }

    private static Map<String, Object> toMap(LatencyRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("operation", row.operation().label());
        map.put("batch", row.operation().batch());
        map.put("samples", row.samples());
        map.put("p50Nanos", row.p50());
        map.put("p90Nanos", row.p90());
        map.put("p99Nanos", row.p99());
        map.put("p999Nanos", row.p999());
        map.put("maxNanos", row.max());
        return map;
    }
}
