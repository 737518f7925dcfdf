package dev.ferrite.locks.lincheck;

import dev.ferrite.locks.SetOnce;
import org.junit.jupiter.api.Test;

/** {@link SetOnce}: one winner, whose value is there at once and for good. */
class SetOnceModelTest {
    @Test
    void oneOfThreeWinsAndItsValueStays() {
        ModelCheck.program(() -> {
            var once = new SetOnce<Integer>();
            boolean[] won = new boolean[3];
            ModelCheck.together(
                    () -> won[0] = populate(once, 0),
                    () -> won[1] = populate(once, 1),
                    () -> won[2] = populate(once, 2));
            Integer value = once.asRef();
            ModelCheck.require(value != null, "nobody won");
            for (int i = 0; i < 3; i++) {
                ModelCheck.require(won[i] == (value != null && value == i), "won: " + i + ", value: " + value);
            }
        });
    }

    private static boolean populate(SetOnce<Integer> once, int value) {
        boolean won = once.populate(value);
        Integer seen = once.asRef();
        ModelCheck.require(won == (seen != null && seen == value), "won: " + won + ", seen: " + seen);
        return won;
    }

    @Test
    void readerSeesNothingOrTheValueAndDoesNotLoseIt() {
        ModelCheck.program(() -> {
            var once = new SetOnce<Integer>();
            ModelCheck.together(
                    () -> {
                        Integer first = once.asRef();
                        Integer second = once.asRef();
                        ModelCheck.require(first == null || first == 7, "first " + first);
                        ModelCheck.require(second == null ? first == null : second == 7, first + ", then " + second);
                    },
                    () -> once.populate(7));
        });
    }
}
