package dev.ferrite.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A backend that is not ours gets the whole contract. */
class BackendLockTest extends LockContractTest {
    @Override
    <T> Lock<T, ?> lock(T data) {
        return Lock.of(new TicketBackend(), data, "ticket-test");
    }

    /** Strict order on two processors means a switch of threads for each round. */
    @Override
    int rounds() {
        return 2_000;
    }

    @Override
    int virtualThreads() {
        return 20;
    }

    @Test
    void backendWithALongWordIsRefused() {
        Backend wide = new Backend() {
            @Override
            public int wordBytes() {
                return 57;
            }

            @Override
            public void init(long word) {}

            @Override
            public long lock(long word) {
                return 0;
            }

            @Override
            public long tryLock(long word) {
                return 0;
            }

            @Override
            public void unlock(long word, long state) {}

            @Override
            public boolean isLocked(long word) {
                return false;
            }
        };
        assertThatThrownBy(() -> Lock.of(wide, "data", "wide"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wordBytes=57");
        assertThat(Lock.of(new TicketBackend(), "data", "x").name()).isEqualTo("x");
    }
}
