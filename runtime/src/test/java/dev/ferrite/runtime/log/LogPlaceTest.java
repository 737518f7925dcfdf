package dev.ferrite.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.runtime.time.LocalClock;
import org.junit.jupiter.api.Test;

/** When a thread moves to another stripe, when it comes home, and that its stamps grow whatever happens. */
class LogPlaceTest {
    private static final int LOG = 7;

    private final LogPlace place = new LogPlace();
    private long now = LocalClock.nanos();
    private long sequence;

    /** One record: so long after the one before, and so many of others between. */
    private long record(long gap, int others, int stripes) {
        now += gap;
        long stamp = place.stamp(LOG, stripes, now);
        sequence += others;
        place.wrote(sequence++, 1);
        return stamp;
    }

    /** Writes at full speed beside another until the thread has moved. */
    private void move() {
        for (int i = 0; place.stripe() == 0 && i < 100 * LogPlace.FIRST_PATIENCE; i++) {
            record(100, 1, 2);
        }
        assertThat(place.stripe()).isEqualTo(1);
    }

    @Test
    void stampsOfAThreadGrowWhateverTheClockDoes() {
        assertThat(place.stamp(LOG, 2, -7)).isEqualTo(-7);
        assertThat(place.stamp(LOG, 2, 100)).isEqualTo(100);
        assertThat(place.stamp(LOG, 2, 90)).isEqualTo(101);
        assertThat(place.stamp(LOG, 2, 101)).isEqualTo(102);
        assertThat(place.stamp(LOG, 2, 103)).isEqualTo(103);
    }

    @Test
    void threadThatWritesAloneStaysAtHome() {
        for (int i = 0; i < 10_000; i++) {
            record(20, 0, 2);
        }
        assertThat(place.stripe()).isZero();
    }

    @Test
    void threadThatMeetsOthersNowAndThenStaysAtHome() {
        for (int i = 0; i < 10_000; i++) {
            record(10_000, 1, 2);
            record(20, 0, 2);
        }
        assertThat(place.stripe()).isZero();
    }

    @Test
    void firstStampAfterAMoveIsLaterThanTheMoveByTheMarginAndNotAheadOfTheTime() {
        long before = System.nanoTime();
        now = before - 100_000_000; // the stamps so far are old ones
        move();
        now = before;
        long first = record(0, 0, 2);
        assertThat(first).isGreaterThan(before + LogPlace.MARGIN).isLessThanOrEqualTo(System.nanoTime() + 1);
        assertThat(record(0, 0, 2)).isEqualTo(first + 1);
        now = first + 1_000;
        assertThat(record(0, 0, 2)).isEqualTo(first + 1_000);
    }

    @Test
    void threadThatWasQuietIsAtHomeAgainAndItsStampIsLaterThanThatMoveToo() {
        move();
        now = System.nanoTime() + LogPlace.IDLE_NANOS + 1_000_000; // as if it had been quiet until then
        long before = System.nanoTime();
        long first = record(0, 0, 2);
        assertThat(place.stripe()).isZero();
        assertThat(first).isGreaterThan(before + LogPlace.MARGIN).isGreaterThanOrEqualTo(now);
    }

    @Test
    void anotherLogIsBegunAtHome() {
        move();
        long first = place.stamp(LOG + 1, 2, now);
        assertThat(place.stripe()).isZero();
        assertThat(first).isGreaterThan(now);
    }

    @Test
    void thereIsNowhereToGoInALogOfOneStripe() {
        for (int i = 0; i < 10_000; i++) {
            record(100, 1, 1);
        }
        assertThat(place.stripe()).isZero();
    }
}
