package dev.ferrite.runtime.security;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.proc.ProcText;
import java.util.List;

/** The security modules of the running kernel: what was chosen by {@code lsm=}. */
public final class SecurityModules {
    private SecurityModules() {}

    /**
     * Their names, in the order they are asked. One open and one read.
     *
     * @return such as {@code [capability, yama, apparmor]}; empty if there is none or securityfs is not mounted
     * @throws ErrnoException EACCES if securityfs may not be read
     */
    public static List<String> active() {
        try {
            String line = ProcText.read("/sys/kernel/security/lsm").rest();
            return line.isEmpty() ? List.of() : List.of(line.split(","));
        } catch (ErrnoException e) {
            if (e.errno().equals(Errno.ENOENT)) {
                return List.of();
            }
            throw e;
        }
    }
}
