package dev.ferrite.runtime.cred;

/**
 * A group id with the user namespace taken out: the counterpart of {@code kgid_t}.
 *
 * <p>Two are equal if they mean the same group. Linux shows user space one step of the way only: the value is the id in the
 * user namespace around the caller's, which is the first one for a process in no container. Immutable, no identity.
 *
 * @param value the id outside, as an unsigned int; -1 for none
 */
public record Kgid(int value) {
    /** No group: what an id without a mapping becomes. */
    public static final Kgid INVALID = new Kgid(IdMap.INVALID);

    /**
     * The group an id means to the caller: {@code make_kgid}. The map is read once a JVM.
     *
     * @param gid the id in the caller's user namespace, as an unsigned int
     * @return the group; {@link #INVALID} if the namespace has no such id
     */
    public static Kgid of(int gid) {
        int outside = IdMap.gids().outside(gid);
        return outside == IdMap.INVALID ? INVALID : new Kgid(outside);
    }

    /**
     * What the caller calls it: {@code Kgid::into_gid_in_current_ns}, {@code from_kgid}.
     *
     * @return the id as an unsigned int; -1 if it has none here, not the overflow id 65534
     */
    public int intoGidInCurrentNs() {
        return value == IdMap.INVALID ? IdMap.INVALID : IdMap.gids().inside(value);
    }

    /**
     * Whether it is a group at all: {@code gid_valid}.
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
