package dev.ferrite.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.runtime.machine.Finding.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorReportTest {
    private static final DoctorReport REPORT = new DoctorReport(List.of(
            Finding.ok("java", "version", "25", "Good."),
            Finding.note("java", "native access", "not granted", "Works with a warning."),
            Finding.missing("kernel", "futex", "ENOSYS", "No \"shared\" locks.")));

    @Test
    void textIsAligned() {
        assertThat(REPORT.text(false)).isEqualTo("""
                java
                  ok       version        25           Good.
                  note     native access  not granted  Works with a warning.
                kernel
                  missing  futex          ENOSYS       No "shared" locks.
                doctor: 1 ok, 1 to note, 1 missing
                """);
    }

    @Test
    void sentenceAfterAVeryLongValueHasItsOwnLineInItsColumn() {
        DoctorReport report = new DoctorReport(
                List.of(Finding.ok("a", "x", "short", "One."), Finding.ok("a", "y", "v".repeat(80), "Two.")));
        List<String> lines = report.text(false).lines().toList();
        assertThat(lines.get(1).indexOf("One.")).isEqualTo(lines.get(3).indexOf("Two."));
        assertThat(lines.get(2)).endsWith("v".repeat(80));
    }

    @Test
    void colourIsForTerminalsWithoutNoColor() {
        assertThat(DoctorReport.colour(true, Map.of())).isTrue();
        assertThat(DoctorReport.colour(true, Map.of("NO_COLOR", ""))).isTrue();
        assertThat(DoctorReport.colour(true, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(DoctorReport.colour(false, Map.of())).isFalse();
        assertThat(REPORT.text(true)).contains("\u001b[32mok     \u001b[0m").contains("\u001b[31mmissing\u001b[0m");
        assertThat(REPORT.text(true).replaceAll("\u001b\\[\\d+m", "")).isEqualTo(REPORT.text(false));
    }

    @Test
    void jsonEscapesWhatItMust() {
        DoctorReport report = new DoctorReport(
                List.of(new Finding("a", "quote \" and \\", "tab\there\u001b[2J", "m\nm ü \uD83D\uDC27", Verdict.OK)));
        assertThat(report.json()).isEqualTo("""
                {
                  "findings": [
                    {"area": "a", "fact": "quote \\" and \\\\", "value": "tab?here?[2J", \
                "meaning": "m\\u000am ü \\ud83d\\udc27", "verdict": "OK"}
                  ],
                  "ok": 1,
                  "note": 0,
                  "missing": 0
                }
                """);
    }

    @Test
    void probeThatFailsIsAFinding() {
        DoctorReport report = DoctorReport.of(Machine.real(), List.of(machine -> {
            throw new IllegalStateException("boom");
        }));
        assertThat(report.findings()).hasSize(1);
        assertThat(report.isOk()).isFalse();
        assertThat(report.findings().getFirst().value()).contains("boom");
    }

    @Test
    void realMachineIsAskedWithoutAFailure() {
        DoctorReport report = DoctorReport.of(Machine.real());
        assertThat(report.findings())
                .extracting(Finding::area)
                .contains("java", "cpu", "memory", "kernel", "drm", "pci", "devices")
                .doesNotContain("doctor");
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.value()).isNotBlank();
            assertThat(finding.meaning()).endsWith(".");
        });
        assertThat(report.findings()).extracting(Finding::fact).contains("membarrier", "futex", "page size", "clock");
        assertThat(report.text(false)).contains("doctor: ");
        assertThat(report.json()).startsWith("{").endsWith("}\n");
    }
}
