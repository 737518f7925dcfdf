package dev.ferrite.perf.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTest {
    @Test
    void ratioIsTheMedianOfTheRatiosWithinEachRound() {
        var group = Example.time();

        // Round two was slow for all: 6/12 as in round one 3/6; round three is 3.3/6.
        assertThat(group.rows()).extracting(Group.Row::ratio).containsExactly(0.5, 0.5, 1.0);
        assertThat(group.rows().get(1).series().median()).isEqualTo(3.3);
    }

    @Test
    void bestIsTheBestIterationOfAnyRound() {
        assertThat(Example.nanos("ours", 0, 7, 3, 9).best()).isEqualTo(3);
        assertThat(Example.series("ours", "ops/us", false, 0, 7, 3).best()).isEqualTo(107);
    }

    @Test
    void goalsAreMeasuredAgainstTheBestPeerThatRan() {
        var outcomes = Example.time().outcomes();

        assertThat(outcomes)
                .extracting(Group.Outcome::id, Group.Outcome::answer)
                .containsExactly(
                        tuple("P5", Group.Answer.MET),
                        tuple("P6", Group.Answer.MET),
                        tuple("P7", Group.Answer.NOT_MEASURED),
                        tuple("P9", Group.Answer.NOT_MEASURED),
                        tuple("P24", Group.Answer.MET),
                        tuple("P24", Group.Answer.MISSED),
                        tuple("P24", Group.Answer.NOT_MEASURED));
        assertThat(outcomes.getFirst().sentence()).isEqualTo("ours is 0.50 of peer, goal <= 0.60");
        assertThat(outcomes.get(1).sentence()).isEqualTo("ours is 1.10 of bare, goal <= 1.15");
        assertThat(outcomes.get(5).sentence()).isEqualTo("peer allocates 24.0 B/op, goal 0");
    }

    @Test
    void moreIsBetterForThroughput() {
        assertThat(Example.throughput(31).outcomes().getFirst().answer()).isEqualTo(Group.Answer.MET);

        var missed = Example.throughput(21).outcomes().getFirst();
        assertThat(missed.answer()).isEqualTo(Group.Answer.MISSED);
        assertThat(missed.sentence()).isEqualTo("ours is 0.70 of bare, goal >= 1.00");
    }

    @Test
    void priceIsTheDifferenceOfTheMedians() {
        var met = priced(119).outcomes().getFirst();
        assertThat(met.answer()).isEqualTo(Group.Answer.MET);
        assertThat(met.sentence()).isEqualTo("ours is 19.0 ns/op more than peer, goal <= 20.0");
        assertThat(priced(121).outcomes().getFirst().answer()).isEqualTo(Group.Answer.MISSED);
    }

    private static Group priced(double ours) {
        return new Group(
                "Call",
                "",
                Example.comparison(Example.Price.class),
                List.of(Example.nanos("ours", 0, ours), Example.nanos("peer", 0, 100)));
    }

    @Test
    void withoutItsBaselineATableHasNoRatios() {
        var group =
                new Group("LockPair", "", Example.comparison(Example.Time.class), List.of(Example.nanos("ours", 0, 3)));

        assertThat(group.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.ratio()).isNaN());
        assertThat(group.outcomes().getFirst().answer()).isEqualTo(Group.Answer.NOT_MEASURED);
    }

    @Test
    void harnessOfALongOperationIsNotItsGarbage() {
        assertThat(Example.series("copy", "us/op", true, 35, 43).allocatesNothing())
                .isTrue();
        assertThat(Example.series("copy", "us/op", true, 60, 43).allocatesNothing())
                .isFalse();
        assertThat(Example.nanos("pair", 0.4, 20).allocatesNothing()).isTrue();
        assertThat(Example.nanos("pair", 0.6, 20).allocatesNothing()).isFalse();
    }
}
