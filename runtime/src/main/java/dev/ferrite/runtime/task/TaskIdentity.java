package dev.ferrite.runtime.task;

import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.TaskCalls;
import dev.ferrite.runtime.proc.TaskDir;

/**
 * What two tasks with the same number differ in.
 *
 * <p>Since Linux 6.9 the inode of a pidfd is unique from boot to shutdown, threads included. Before, it is the time of
 * the start, in steps of 10 ms: two tasks of one number within one step would need every other number in between.
 */
final class TaskIdentity {
    private TaskIdentity() {}

    static long of(TaskDir dir, long startTicks) {
        int pidfd = TaskCalls.pidfdOpen(dir.tid(), TaskCalls.PIDFD_THREAD);
        if (pidfd < 0) {
            // EINVAL before 6.9; where the task is ending, nobody will be found under its number again.
            return startTicks;
        }
        try {
            long inode = Linux.fstat(pidfd).inode();
            // The descriptor was opened by number: still the right one?
            dir.checkThere("pidfd_open pid=" + dir.tid());
            return inode;
        } finally {
            Linux.close(pidfd);
        }
    }
}
