package dev.ferrite.runtime.task;

import java.util.concurrent.atomic.AtomicLong;

/** What is held of tasks in this process. */
public final class TaskStats {
    static final AtomicLong FOUND = new AtomicLong();

    private TaskStats() {}

    /**
     * How many tasks are held that are no threads of this JVM that have been {@link CurrentTask}: each takes a descriptor
     * until its last reference is dropped.
     *
     * @return the count
     */
    public static long found() {
        return FOUND.get();
    }

    /**
     * How many threads of this JVM have been {@link CurrentTask} and live: who can be woken by {@link Task#wakeUp}.
     *
     * @return the count; looks at each of them
     */
    public static long current() {
        return JavaTasks.living();
    }
}
