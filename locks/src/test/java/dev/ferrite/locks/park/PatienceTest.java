package dev.ferrite.locks.park;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
    /** In the table's place of their own, as far as anybody knows who does not park there. */
    private static final long ADDRESS = 0x7f00_dead_0000L;

    @BeforeEach
    void needsAnotherProcessor() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "nobody spins on one processor");
    }

    @Test
    void growsWhereItPaysAndShrinksWhereItIsInVain() {
        for (int i = 0; i < 100; i++) {
            Patience.paid(ADDRESS);
        }
        int most = Patience.looks(ADDRESS);
        Patience.wasInVain(ADDRESS);
        int less = Patience.looks(ADDRESS);
        Patience.paid(ADDRESS);
        int more = Patience.looks(ADDRESS);
        assertThat(less).isLessThan(more);
        assertThat(more).isLessThan(most);
    }

    @Test
    void crowdIsForgottenAfterSoManyThreadsThatFoundNone() {
        long address = ADDRESS + 64;
        while (Patience.isCrowded(address)) {
            // what an earlier test may have left
        }
        assertThat(Patience.isCrowded(address)).isFalse();
        Patience.crowds(address);
        int asked = 0;
        while (Patience.isCrowded(address)) {
            asked++;
        }
        assertThat(asked).isEqualTo(4_096);
        assertThat(Patience.isCrowded(address)).isFalse();
    }

    @Test
    void virtualThreadsDoNotLook() throws InterruptedException {
        int[] looks = {-1};
        Thread.ofVirtual().start(() -> looks[0] = Patience.looks(ADDRESS)).join();
        assertThat(looks[0]).isZero();
    }
}
