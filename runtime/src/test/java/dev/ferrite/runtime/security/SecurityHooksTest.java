package dev.ferrite.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.runtime.cred.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // closing early is what is tested
class SecurityHooksTest {
    private static final SecuredFile FILE = new SecuredFile() {
        @Override
        public String name() {
            return "/dev/dri/card0";
        }

        @Override
        public int flags() {
            return 2;
        }
    };

    /** Answers every hook alike and writes down what it was asked. */
    private static final class Fixed implements SecurityPolicy {
        private final int answer;
        final List<String> asked = new ArrayList<>();

        Fixed(int answer) {
            this.answer = answer;
        }

        private int answer(String hook) {
            asked.add(hook);
            return answer;
        }

        @Override
        public int binderSetContextMgr(Credential manager) {
            return answer("mgr " + manager.uid());
        }

        @Override
        public int binderTransaction(Credential from, Credential to) {
            return answer("transaction");
        }

        @Override
        public int binderTransferBinder(Credential from, Credential to) {
            return answer("binder");
        }

        @Override
        public int binderTransferFile(Credential from, Credential to, SecuredFile file) {
            return answer("file " + file.name());
        }

        @Override
        public int fileOpen(Credential opener, SecuredFile file) {
            return answer("open " + file.name() + " " + file.flags());
        }

        @Override
        public int fileIoctl(Credential opener, SecuredFile file, int command, long argument) {
            return answer("ioctl " + command + " " + argument);
        }
    }

    private static List<Integer> askAll(Credential cred) {
        return List.of(
                SecurityHooks.binderSetContextMgr(cred),
                SecurityHooks.binderTransaction(cred, cred),
                SecurityHooks.binderTransferBinder(cred, cred),
                SecurityHooks.binderTransferFile(cred, cred, FILE),
                SecurityHooks.fileOpen(cred, FILE),
                SecurityHooks.fileIoctl(cred, FILE, 64, 99));
    }

    @Test
    void withoutAPolicyEverythingIsAllowed() {
        try (ARef<Credential> cred = Credential.current()) {
            assertThat(SecurityHooks.count()).isZero();
            assertThat(askAll(cred.get())).containsOnly(0);
            // A hook that is not overridden allows.
            try (SecurityHooks.Registration none = SecurityHooks.register(new SecurityPolicy() {})) {
                assertThat(askAll(cred.get())).containsOnly(0);
                assertThat(none).isNotNull();
            }
        }
    }

    @Test
    void policiesAreStackedAndTheFirstDenialWins() {
        Fixed allows = new Fixed(0);
        Fixed denies = new Fixed(Errno.EPERM.negated());
        Fixed later = new Fixed(Errno.EACCES.negated());
        try (ARef<Credential> cred = Credential.current();
                SecurityHooks.Registration first = SecurityHooks.register(allows);
                SecurityHooks.Registration second = SecurityHooks.register(denies);
                SecurityHooks.Registration third = SecurityHooks.register(later)) {
            assertThat(SecurityHooks.count()).isEqualTo(3);
            assertThat(askAll(cred.get())).containsOnly(Errno.EPERM.negated());
            assertThat(allows.asked)
                    .containsExactly(
                            "mgr " + cred.get().uid(),
                            "transaction",
                            "binder",
                            "file /dev/dri/card0",
                            "open /dev/dri/card0 2",
                            "ioctl 64 99");
            assertThat(later.asked).isEmpty();
            second.close();
            second.close();
            assertThat(SecurityHooks.count()).isEqualTo(2);
            assertThat(askAll(cred.get())).containsOnly(Errno.EACCES.negated());
            third.close();
            assertThat(askAll(cred.get())).containsOnly(0);
            first.close();
        }
        assertThat(SecurityHooks.count()).isZero();
    }

    @Test
    void aPolicyRegisteredTwiceIsAskedTwice() {
        Fixed policy = new Fixed(0);
        try (ARef<Credential> cred = Credential.current();
                SecurityHooks.Registration one = SecurityHooks.register(policy);
                SecurityHooks.Registration two = SecurityHooks.register(policy)) {
            SecurityHooks.binderTransaction(cred.get(), cred.get());
            assertThat(policy.asked).hasSize(2);
            one.close();
            one.close();
            SecurityHooks.binderTransaction(cred.get(), cred.get());
            assertThat(policy.asked).hasSize(3);
            two.close();
        }
    }

    @Test
    void aPolicyThatThrowsOrAnswersNonsenseDenies() {
        WarnSink before = Warn.sink((category, message, site) -> {});
        long threw = Warn.countOf(SecurityHooks.WARN_THREW);
        long positive = Warn.countOf(SecurityHooks.WARN_POSITIVE);
        try (ARef<Credential> cred = Credential.current()) {
            SecurityPolicy throwing = new SecurityPolicy() {
                @Override
                public int binderTransaction(Credential from, Credential to) {
                    throw new IllegalStateException("broken policy");
                }

                @Override
                public int fileOpen(Credential opener, SecuredFile file) {
                    throw new StackOverflowError("deep policy");
                }
            };
            try (SecurityHooks.Registration one = SecurityHooks.register(throwing);
                    SecurityHooks.Registration two = SecurityHooks.register(new Fixed(0))) {
                assertThat(SecurityHooks.binderTransaction(cred.get(), cred.get()))
                        .isEqualTo(Errno.EACCES.negated());
                assertThat(SecurityHooks.fileOpen(cred.get(), FILE)).isEqualTo(Errno.EACCES.negated());
                assertThat(Warn.countOf(SecurityHooks.WARN_THREW)).isEqualTo(threw + 2);
                assertThat(one).isNotSameAs(two);
            }
            try (SecurityHooks.Registration one = SecurityHooks.register(new Fixed(13))) {
                assertThat(askAll(cred.get())).containsOnly(Errno.EACCES.negated());
                assertThat(Warn.countOf(SecurityHooks.WARN_POSITIVE)).isEqualTo(positive + 6);
                assertThat(one).isNotNull();
            }
        } finally {
            Warn.sink(before);
        }
    }

    @Test
    void policiesComeAndGoWhileHooksAreAsked() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger wrong = new AtomicInteger();
        try (ARef<Credential> cred = Credential.current();
                SecurityHooks.Registration always = SecurityHooks.register(new SecurityPolicy() {
                    @Override
                    public int binderTransaction(Credential from, Credential to) {
                        return Errno.EPERM.negated();
                    }
                })) {
            Thread asker = new Thread(() -> {
                while (!done.get()) {
                    if (SecurityHooks.binderTransaction(cred.get(), cred.get()) != Errno.EPERM.negated()) {
                        wrong.incrementAndGet();
                    }
                }
            });
            asker.start();
            Thread[] changers = new Thread[2];
            for (int t = 0; t < changers.length; t++) {
                changers[t] = new Thread(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        SecurityHooks.register(new SecurityPolicy() {}).close();
                    }
                });
                changers[t].start();
            }
            for (Thread changer : changers) {
                changer.join();
            }
            done.set(true);
            asker.join();
            assertThat(SecurityHooks.count()).isEqualTo(1);
            always.close();
        }
        assertThat(wrong).hasValue(0);
        assertThat(SecurityHooks.count()).isZero();
    }
}
