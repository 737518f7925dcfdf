package dev.ferrite.runtime.cred;

/** The capabilities of Linux, in the order of their numbers: {@code CAP_*} of {@code linux/capability.h}. */
public enum Capability {
    /** Change owner and group of any file. */
    CAP_CHOWN,

    /** Pass over the permission bits of files. */
    CAP_DAC_OVERRIDE,

    /** Read any file and search any folder. */
    CAP_DAC_READ_SEARCH,

    /** Do what only a file's owner may. */
    CAP_FOWNER,

    /** Keep set-id bits when a file changes. */
    CAP_FSETID,

    /** Signal any process. */
    CAP_KILL,

    /** Take any group id. */
    CAP_SETGID,

    /** Take any user id. */
    CAP_SETUID,

    /** Drop from the bounding set, add to the inheritable one, change securebits. */
    CAP_SETPCAP,

    /** Set the immutable and append-only flags. */
    CAP_LINUX_IMMUTABLE,

    /** Bind to ports below 1024. */
    CAP_NET_BIND_SERVICE,

    /** Broadcast and listen to multicast. */
    CAP_NET_BROADCAST,

    /** Configure the network. */
    CAP_NET_ADMIN,

    /** Use raw and packet sockets. */
    CAP_NET_RAW,

    /** Lock memory beyond the limit. */
    CAP_IPC_LOCK,

    /** Pass over System V IPC permissions. */
    CAP_IPC_OWNER,

    /** Load and unload kernel modules. */
    CAP_SYS_MODULE,

    /** Reach I/O ports and device memory. */
    CAP_SYS_RAWIO,

    /** Call chroot and enter mount namespaces. */
    CAP_SYS_CHROOT,

    /** Trace and inspect any process. */
    CAP_SYS_PTRACE,

    /** Switch process accounting. */
    CAP_SYS_PACCT,

    /** Administer the system: mounts, namespaces and much more. */
    CAP_SYS_ADMIN,

    /** Reboot and load another kernel. */
    CAP_SYS_BOOT,

    /** Raise priorities, choose real-time policies, bind others to processors. */
    CAP_SYS_NICE,

    /** Exceed and raise resource limits. */
    CAP_SYS_RESOURCE,

    /** Set the clocks. */
    CAP_SYS_TIME,

    /** Configure terminals. */
    CAP_SYS_TTY_CONFIG,

    /** Make device nodes. */
    CAP_MKNOD,

    /** Take leases on any file. */
    CAP_LEASE,

    /** Write to the audit log. */
    CAP_AUDIT_WRITE,

    /** Configure auditing. */
    CAP_AUDIT_CONTROL,

    /** Give files capabilities. */
    CAP_SETFCAP,

    /** Pass over mandatory access control. */
    CAP_MAC_OVERRIDE,

    /** Configure mandatory access control. */
    CAP_MAC_ADMIN,

    /** Read and configure the kernel log. */
    CAP_SYSLOG,

    /** Wake the machine by a timer. */
    CAP_WAKE_ALARM,

    /** Keep the machine awake. */
    CAP_BLOCK_SUSPEND,

    /** Read the audit log. */
    CAP_AUDIT_READ,

    /** Observe performance. */
    CAP_PERFMON,

    /** Load BPF programs. */
    CAP_BPF,

    /** Checkpoint and restore processes. */
    CAP_CHECKPOINT_RESTORE;

    /**
     * Its bit in a capability set.
     *
     * @return one bit
     */
    @SuppressWarnings("EnumOrdinal") // the order is the kernel's
    public long bit() {
        return 1L << ordinal();
    }
}
