package dev.ferrite.runtime.security;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.runtime.cred.Credential;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The hooks that Ferrite's own doors ask, and the policies behind them: the counterpart of {@code security/security.c}.
 *
 * <p>Policies are stacked: all must allow, and the answer is that of the first one that denies, in the order of
 * registration. One that throws denies with EACCES and is a WARN, as is one that answers a positive number. Without a
 * policy a hook is one load and a branch. Thread-safe; a hook that begins after {@link #register} has returned asks the
 * new policy, and one that begins after {@link Registration#close} does not.
 */
public final class SecurityHooks {
    /** WARN category: a policy threw. */
    public static final String WARN_THREW = "security-policy-threw";

    /** WARN category: a policy answered a positive number. */
    public static final String WARN_POSITIVE = "security-policy-positive";

    private static final VarHandle POLICIES;

    static {
        try {
            POLICIES =
                    MethodHandles.lookup().findStaticVarHandle(SecurityHooks.class, "policies", SecurityPolicy[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Copied on each change; null while there is none. */
    private static volatile SecurityPolicy @Nullable [] policies;

    private static final LongAdder DENIED = new LongAdder();

    private SecurityHooks() {}

    /**
     * Adds a policy behind those that are there.
     *
     * @param policy the policy; twice is twice
     * @return what takes it away again
     */
    public static Registration register(SecurityPolicy policy) {
        for (; ; ) {
            SecurityPolicy[] old = policies;
            SecurityPolicy[] next = old == null ? new SecurityPolicy[1] : Arrays.copyOf(old, old.length + 1);
            next[next.length - 1] = policy;
            if (POLICIES.compareAndSet(old, next)) {
                return new Registration(policy);
            }
        }
    }

    private static void remove(SecurityPolicy policy) {
        for (; ; ) {
            SecurityPolicy[] old = policies;
            int at = old == null ? -1 : indexOf(old, policy);
            if (old == null || at < 0) {
                return;
            }
            SecurityPolicy[] next = null;
            if (old.length > 1) {
                next = Arrays.copyOf(old, old.length - 1);
                System.arraycopy(old, at + 1, next, at, old.length - at - 1);
            }
            if (POLICIES.compareAndSet(old, next)) {
                return;
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // it is this object that was registered
    private static int indexOf(SecurityPolicy[] list, SecurityPolicy policy) {
        for (int i = 0; i < list.length; i++) {
            if (list[i] == policy) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether there is any policy: for hot paths, which then need not gather what a hook wants to know. One plain load and a
     * branch; a call that begins after {@link #register} has returned sees it.
     *
     * @return false while every hook would allow
     */
    public static boolean isActive() {
        return (SecurityPolicy @Nullable []) POLICIES.getOpaque() != null;
    }

    /**
     * How many policies there are.
     *
     * @return the count
     */
    public static int count() {
        SecurityPolicy[] now = policies;
        return now == null ? 0 : now.length;
    }

    /**
     * {@code security_binder_set_context_mgr}.
     *
     * @param manager who wants to become it
     * @return 0, or {@code -errno}
     */
    public static int binderSetContextMgr(Credential manager) {
        SecurityPolicy[] now = policies;
        return now == null ? 0 : ask(now, "binder_set_context_mgr", policy -> policy.binderSetContextMgr(manager));
    }

    /**
     * {@code security_binder_transaction}.
     *
     * @param from the sender
     * @param to the receiver
     * @return 0, or {@code -errno}
     */
    public static int binderTransaction(Credential from, Credential to) {
        SecurityPolicy[] now = policies;
        return now == null ? 0 : ask(now, "binder_transaction", policy -> policy.binderTransaction(from, to));
    }

    /**
     * {@code security_binder_transfer_binder}.
     *
     * @param from the sender
     * @param to the receiver
     * @return 0, or {@code -errno}
     */
    public static int binderTransferBinder(Credential from, Credential to) {
        SecurityPolicy[] now = policies;
        return now == null ? 0 : ask(now, "binder_transfer_binder", policy -> policy.binderTransferBinder(from, to));
    }

    /**
     * {@code security_binder_transfer_file}.
     *
     * @param from the sender
     * @param to the receiver
     * @param file the file
     * @return 0, or {@code -errno}
     */
    public static int binderTransferFile(Credential from, Credential to, SecuredFile file) {
        SecurityPolicy[] now = policies;
        return now == null ? 0 : ask(now, "binder_transfer_file", policy -> policy.binderTransferFile(from, to, file));
    }

    /**
     * {@code security_file_open}.
     *
     * @param opener who opens it
     * @param file the file, not yet open
     * @return 0, or {@code -errno}
     */
    public static int fileOpen(Credential opener, SecuredFile file) {
        SecurityPolicy[] now = policies;
        return now == null ? 0 : ask(now, "file_open", policy -> policy.fileOpen(opener, file));
    }

    /**
     * {@code security_file_ioctl}.
     *
     * @param opener who opened the file
     * @param file the file
     * @param command the number of the ioctl
     * @param argument its argument
     * @return 0, or {@code -errno}
     */
    public static int fileIoctl(Credential opener, SecuredFile file, int command, long argument) {
        SecurityPolicy[] now = policies;
        return now == null ? 0 : ask(now, "file_ioctl", policy -> policy.fileIoctl(opener, file, command, argument));
    }

    /**
     * How often a hook denied.
     *
     * @return the count since start
     */
    public static long denied() {
        return DENIED.sum();
    }

    private static int ask(SecurityPolicy[] policies, String hook, ToIntFunction<SecurityPolicy> question) {
        for (SecurityPolicy policy : policies) {
            int answer = answer(policy, hook, question);
            if (answer < 0) {
                DENIED.increment();
                return answer;
            }
        }
        return 0;
    }

    private static int answer(SecurityPolicy policy, String hook, ToIntFunction<SecurityPolicy> question) {
        int answer;
        try {
            answer = question.applyAsInt(policy);
        } catch (RuntimeException | Error e) {
            Warn.warn(
                    WARN_THREW, "policy " + policy.getClass().getName() + " threw in " + hook + ", which denies: " + e);
            return Errno.EACCES.negated();
        }
        if (answer > 0) {
            Warn.warn(
                    WARN_POSITIVE,
                    "policy " + policy.getClass().getName() + " answered " + answer + " in " + hook + ", which denies");
            return Errno.EACCES.negated();
        }
        return answer;
    }

    /** A policy that is asked until this is closed. */
    public static final class Registration implements AutoCloseable {
        private final SecurityPolicy policy;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Registration(SecurityPolicy policy) {
            this.policy = policy;
        }

        /** Takes the policy away; does nothing the second time. A hook that has begun may still ask it. */
        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                remove(policy);
            }
        }
    }
}
