package dev.ferrite.drm.core;

/**
 * Who opens a node.
 *
 * @param sysAdmin whether it has CAP_SYS_ADMIN: authenticated at once, and may become master
 * @param pid its process
 */
public record Caller(boolean sysAdmin, int pid) {
    /**
     * A caller without privileges, of this process.
     *
     * @return the caller
     */
    public static Caller unprivileged() {
        return new Caller(false, (int) ProcessHandle.current().pid());
    }

    /**
     * A caller with CAP_SYS_ADMIN, of this process.
     *
     * @return the caller
     */
    public static Caller privileged() {
        return new Caller(true, (int) ProcessHandle.current().pid());
    }
}
