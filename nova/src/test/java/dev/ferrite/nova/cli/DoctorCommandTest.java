package dev.ferrite.nova.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    @Test
    void doctorPrintsItsFindingsWithoutColourWhenPiped() {
        Captured ran = Captured.run("doctor");
        assertThat(ran.out()).startsWith("java\n").contains("membarrier").doesNotContain("\u001b");
        assertThat(ran.lastLine()).matches("doctor: \\d+ ok, \\d+ to note, \\d+ missing");
        assertThat(ran.code()).isEqualTo(ran.lastLine().endsWith(" 0 missing") ? Main.OK : Main.FAILED);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void doctorPrintsJsonForMachines() {
        Captured ran = Captured.run("doctor", "--json");
        assertThat(ran.out()).startsWith("{\n  \"findings\": [").endsWith("}\n").contains("\"fact\": \"futex\"");
    }

    @Test
    void unknownOptionIsAWrongCommandLine() {
        assertThat(Captured.run("doctor", "--xml").code()).isEqualTo(Main.USAGE);
        assertThat(Captured.run("doctor", "--help").code()).isEqualTo(Main.OK);
    }
}
