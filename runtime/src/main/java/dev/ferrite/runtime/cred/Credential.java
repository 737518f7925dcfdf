package dev.ferrite.runtime.cred;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.locks.ref.AlwaysRefCounted;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.TaskCalls;
import dev.ferrite.runtime.proc.Counted;
import dev.ferrite.runtime.proc.ProcText;
import dev.ferrite.runtime.proc.TaskDir;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.OptionalInt;

/**
 * Who a task acted as at one moment: the counterpart of {@code struct cred} ({@code rust/kernel/cred.rs}).
 *
 * <p>A snapshot out of one look at {@code /proc/TID/status}: it never changes, as the kernel's is replaced and not
 * changed. Ids are those of the caller's user namespace with {@link Kuid} taking the namespace out; an id that has no
 * mapping here is {@link Kuid#INVALID}. Capabilities count in the task's own user namespace. Thread-safe.
 *
 * <p>Taking one costs about 50 us (an open, a read and a parse) and some 10 KiB of garbage; asking it is a field access.
 * Counted like every object of its kind, though its last drop frees no more than the collector would.
 */
public final class Credential implements AlwaysRefCounted {
    private final Counted count = new Counted();
    private final Kuid[] uids;
    private final Kgid[] gids;
    private final Kgid[] groups;
    private final EnumMap<CapabilitySet, Long> capabilities = new EnumMap<>(CapabilitySet.class);
    private final boolean noNewPrivs;
    private final int securebits;

    private Credential(ProcText status, int securebits) {
        status.line("Uid");
        this.uids = new Kuid[] {uid(status), uid(status), uid(status), uid(status)};
        status.line("Gid");
        this.gids = new Kgid[] {gid(status), gid(status), gid(status), gid(status)};
        status.line("Groups");
        this.groups = groups(status);
        for (CapabilitySet set : CapabilitySet.values()) {
            capabilities.put(set, status.line(set.key).hex());
        }
        this.noNewPrivs = status.seek("NoNewPrivs") && status.number() != 0;
        this.securebits = securebits;
    }

    /**
     * The calling thread's: {@code current_cred}. Of the carrier, for a virtual thread, which is the same unless native
     * code changed the ids of single threads.
     *
     * @return a new snapshot, owned by the caller
     * @throws dev.ferrite.offheap.errno.ErrnoException if {@code /proc} is not there
     */
    public static ARef<Credential> current() {
        int securebits = (int) Errno.check(TaskCalls.prctl(TaskCalls.PR_GET_SECUREBITS, 0), "prctl PR_GET_SECUREBITS");
        // By number and not by /proc/thread-self: nothing between here and there can change the thread.
        ProcText status = ProcText.read("/proc/self/task/" + Linux.gettid() + "/status");
        return ARef.fromRaw(new Credential(status, securebits));
    }

    /**
     * A task's.
     *
     * @param dir the task's files
     * @return a new snapshot, owned by the caller
     * @throws dev.ferrite.offheap.errno.ErrnoException ESRCH if the task is gone, EACCES or EPERM if it is hidden
     */
    @SuppressWarnings("exports") // for the rooms beside this one; everybody else asks Task.cred()
    public static ARef<Credential> of(TaskDir dir) {
        return ARef.fromRaw(parse(dir.read("status")));
    }

    static Credential parse(ProcText status) {
        return new Credential(status, -1);
    }

    /** The kernel writes the overflow id for one without a mapping, and as that has none, either, it becomes INVALID. */
    private static Kuid uid(ProcText status) {
        return Kuid.of((int) status.number());
    }

    private static Kgid gid(ProcText status) {
        return Kgid.of((int) status.number());
    }

    private static Kgid[] groups(ProcText status) {
        Kgid[] found = new Kgid[8];
        int used = 0;
        while (status.atDigit()) {
            if (used == found.length) {
                found = Arrays.copyOf(found, used * 2);
            }
            found[used++] = gid(status);
        }
        return Arrays.copyOf(found, used);
    }

    /**
     * The real user, who pays for and may signal the task.
     *
     * @return the user
     */
    public Kuid uid() {
        return uids[0];
    }

    /**
     * The effective user, whom most permission checks ask: {@code Credential::euid}.
     *
     * @return the user
     */
    public Kuid euid() {
        return uids[1];
    }

    /**
     * The saved user, whom the task may become again.
     *
     * @return the user
     */
    public Kuid suid() {
        return uids[2];
    }

    /**
     * The user whom file accesses ask.
     *
     * @return the user
     */
    public Kuid fsuid() {
        return uids[3];
    }

    /**
     * The real group.
     *
     * @return the group
     */
    public Kgid gid() {
        return gids[0];
    }

    /**
     * The effective group.
     *
     * @return the group
     */
    public Kgid egid() {
        return gids[1];
    }

    /**
     * The saved group.
     *
     * @return the group
     */
    public Kgid sgid() {
        return gids[2];
    }

    /**
     * The group which file accesses ask.
     *
     * @return the group
     */
    public Kgid fsgid() {
        return gids[3];
    }

    /**
     * The supplementary groups, in the kernel's order.
     *
     * @return a copy
     */
    public Kgid[] groups() {
        return groups.clone();
    }

    /**
     * Whether a group is the file system group or a supplementary one: {@code in_group_p}.
     *
     * @param group the group
     * @return true if the task is in it
     */
    public boolean inGroup(Kgid group) {
        return group.equals(fsgid()) || Arrays.asList(groups).contains(group);
    }

    /**
     * Whether the task may use a capability in its own user namespace: {@code capable}. It asks the effective set.
     *
     * @param capability which
     * @return true if it is effective
     */
    public boolean capable(Capability capability) {
        return has(CapabilitySet.EFFECTIVE, capability);
    }

    /**
     * Whether a set has a capability.
     *
     * @param set which set
     * @param capability which
     * @return true if it is there
     */
    public boolean has(CapabilitySet set, Capability capability) {
        return (capabilities(set) & capability.bit()) != 0;
    }

    /**
     * One capability set, bit by bit; a kernel newer than {@link Capability} may have more.
     *
     * @param set which set
     * @return the bits
     */
    public long capabilities(CapabilitySet set) {
        return capabilities.getOrDefault(set, 0L);
    }

    /**
     * Whether exec gives this task nothing it has not got: {@code no_new_privs}.
     *
     * @return true if it is set
     */
    public boolean noNewPrivs() {
        return noNewPrivs;
    }

    /**
     * The flags that say what user 0 means: {@code SECBIT_*}. Linux tells a thread its own only.
     *
     * @return the bits; empty if this is another task's credential
     */
    public OptionalInt securebits() {
        return securebits < 0 ? OptionalInt.empty() : OptionalInt.of(securebits);
    }

    /**
     * The number by which the security module knows its label: {@code Credential::get_secid}. Linux gives user space no
     * such number.
     *
     * @return 0, as where no security module is
     */
    public int secid() {
        return 0;
    }

    @Override
    public void incRef() {
        count.inc();
    }

    @Override
    public void decRef() {
        count.decAndTest();
    }

    @Override
    public String toString() {
        return "Credential uid=" + uid() + " euid=" + euid() + " gid=" + gid() + " egid=" + egid() + " groups="
                + Arrays.toString(groups) + " effective=0x" + Long.toHexString(capabilities(CapabilitySet.EFFECTIVE));
    }
}
