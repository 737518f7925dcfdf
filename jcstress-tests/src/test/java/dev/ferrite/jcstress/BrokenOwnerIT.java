package dev.ferrite.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The tests of references bite: an owner that is closed without its monitor is caught. */
class BrokenOwnerIT {
    @Test
    void ownerThatEndsTwiceFailsTheRun() throws Exception {
        var stress = StressProcess.run("owner", "--mode", "quick", "--broken", "OwnerTakenTwice");

        assertThat(stress.status()).isEqualTo(1);
        assertThat(stress.about("dev.ferrite.jcstress.broken.OwnerTakenTwice.DoubleClose"))
                .startsWith("forbidden ");
    }
}
