package dev.ferrite.runtime.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes Linux give a number out again. */
final class PidReuse {
    private static final Path LAST = Path.of("/proc/sys/kernel/ns_last_pid");

    private PidReuse() {}

    /** The next task gets this number, if nobody else starts one: false without the permission. */
    static boolean next(int pid) {
        try {
            Files.writeString(LAST, Integer.toString(pid - 1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
