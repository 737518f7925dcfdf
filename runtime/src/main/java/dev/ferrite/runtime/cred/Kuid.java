package dev.ferrite.runtime.cred;

import dev.ferrite.offheap.linux.TaskCalls;

/**
 * A user id with the user namespace taken out: the counterpart of {@code kuid_t}.
 *
 * <p>Two are equal if they mean the same user. Linux shows user space one step of the way only: the value is the id in the
 * user namespace around the caller's, which is the first one for a process in no container. Immutable, no identity.
 *
 * @param value the id outside, as an unsigned int; -1 for none
 */
public record Kuid(int value) {
    /** No user: what an id without a mapping becomes. */
    public static final Kuid INVALID = new Kuid(IdMap.INVALID);

    /**
     * The user an id means to the caller: {@code make_kuid}. The map is read once a JVM.
     *
     * @param uid the id in the caller's user namespace, as an unsigned int
     * @return the user; {@link #INVALID} if the namespace has no such id
     */
    public static Kuid of(int uid) {
        int outside = IdMap.uids().outside(uid);
        return outside == IdMap.INVALID ? INVALID : new Kuid(outside);
    }

    /**
     * The effective user of the calling thread: {@code Kuid::current_euid}. One system call; nothing is kept, for a
     * thread may change it.
     *
     * @return the user
     */
    public static Kuid currentEuid() {
        return of(TaskCalls.geteuid());
    }

    /**
     * The real user of the calling thread. One system call.
     *
     * @return the user
     */
    public static Kuid currentUid() {
        return of(TaskCalls.getuid());
    }

    /**
     * What the caller calls it: {@code Kuid::into_uid_in_current_ns}, {@code from_kuid}.
     *
     * @return the id as an unsigned int; -1 if it has none here, not the overflow id 65534
     */
    public int intoUidInCurrentNs() {
        return value == IdMap.INVALID ? IdMap.INVALID : IdMap.uids().inside(value);
    }

    /**
     * Whether it is a user at all: {@code uid_valid}.
     *
     * @return false for {@link #INVALID}
     */
    public boolean isValid() {
        return value != IdMap.INVALID;
    }

    @Override
    public String toString() {
        return isValid() ? Integer.toUnsignedString(value) : "none";
    }
}
