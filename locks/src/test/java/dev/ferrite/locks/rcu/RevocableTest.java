package dev.ferrite.locks.rcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RevocableTest {
    @Test
    void accessIsGivenUntilItIsRevoked() {
        AtomicInteger destroyed = new AtomicInteger();
        Revocable<String> revocable = Revocable.of("value", value -> destroyed.incrementAndGet());
        try (var access = Objects.requireNonNull(revocable.tryAccess())) {
            assertThat(access.get()).isEqualTo("value");
        }
        assertThat(revocable.<Integer>tryAccessWith(String::length)).isEqualTo(5);
        assertThat(revocable.isAvailable()).isTrue();
        assertThat(revocable.revoke()).isTrue();
        assertThat(destroyed).hasValue(1);
        assertThat(revocable.tryAccess()).isNull();
        assertThat(revocable.<Integer>tryAccessWith(String::length)).isNull();
        try (var guard = Rcu.readLock()) {
            assertThat(revocable.tryAccessWithGuard(guard)).isNull();
        }
        assertThat(Rcu.readLockHeld()).isFalse();
        assertThat(revocable.revoke()).isFalse();
        assertThat(revocable.revokeNosync()).isFalse();
        revocable.close();
        assertThat(destroyed).hasValue(1);
    }

    @Test
    void revokeWaitsForWhoHasAccessAndTheSecondDoesNotWait() throws InterruptedException {
        AtomicInteger destroyed = new AtomicInteger();
        Revocable<String> revocable = Revocable.of("value", value -> destroyed.incrementAndGet());
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean leave = new AtomicBoolean();
        AtomicInteger destroyedInside = new AtomicInteger(-1);
        Thread user = new Thread(() -> {
            try (var access = revocable.tryAccess()) {
                inside.countDown();
                while (!leave.get()) {
                    Thread.onSpinWait();
                }
                destroyedInside.set(destroyed.get());
                assertThat(access).isNotNull();
            }
        });
        user.start();
        inside.await();
        AtomicBoolean first = new AtomicBoolean();
        Thread revoker = new Thread(() -> first.set(revocable.revoke()));
        revoker.start();
        Threads.await(() -> revoker.getState() == Thread.State.TIMED_WAITING);
        assertThat(revocable.revoke()).isFalse();
        assertThat(revocable.tryAccess()).isNull();
        assertThat(destroyed).hasValue(0);
        leave.set(true);
        Threads.join(user);
        Threads.join(revoker);
        assertThat(destroyedInside).hasValue(0);
        assertThat(first).isTrue();
        assertThat(destroyed).hasValue(1);
    }

    @Test
    void revokeInsideASectionIsABugAndRevokesNothing() {
        Revocable<String> revocable = Revocable.of("value", value -> {});
        try (var access = Objects.requireNonNull(revocable.tryAccess())) {
            assertThatThrownBy(revocable::revoke).isInstanceOf(KernelBug.class);
            assertThatThrownBy(revocable::close).isInstanceOf(KernelBug.class);
            assertThat(access.get()).isEqualTo("value");
        }
        assertThat(revocable.isAvailable()).isTrue();
        assertThat(revocable.revokeNosync()).isTrue();
    }

    @Test
    void guardIsOfNoUseAfterClose() throws InterruptedException {
        Revocable<String> revocable = Revocable.of("value", value -> {});
        RevocableGuard<String> access = Objects.requireNonNull(revocable.tryAccess());
        Threads.run(1, number -> assertThatThrownBy(access::get).isInstanceOf(KernelBug.class));
        access.close();
        assertThatThrownBy(access::get).isInstanceOf(KernelBug.class);
        assertThatThrownBy(access::close).isInstanceOf(KernelBug.class);
        RcuGuard old = Rcu.readLock();
        old.close();
        assertThatThrownBy(() -> revocable.tryAccessWithGuard(old)).isInstanceOf(KernelBug.class);
        revocable.close();
    }

    @Test
    void usersNeverSeeADestroyedValue() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            AtomicBoolean value = new AtomicBoolean(true);
            Revocable<AtomicBoolean> revocable = Revocable.of(value, alive -> alive.set(false));
            AtomicInteger winners = new AtomicInteger();
            Threads.run(4, number -> {
                if (number < 2) {
                    for (; ; ) {
                        try (var access = revocable.tryAccess()) {
                            if (access == null) {
                                return;
                            }
                            assertThat(access.get()).isTrue();
                        }
                    }
                }
                if (revocable.revoke()) {
                    winners.incrementAndGet();
                    assertThat(value).isFalse();
                }
            });
            assertThat(winners).hasValue(1);
        }
    }
}
