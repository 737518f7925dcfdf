package dev.ferrite.runtime.task;

import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.proc.TaskDir;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The threads of this JVM that have been {@link CurrentTask}, by their number: who can be woken. */
final class JavaTasks {
    private static final ConcurrentHashMap<Integer, Entry> TASKS = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Task> GONE = new ReferenceQueue<>();

    private JavaTasks() {}

    /** The calling thread, which is asked for the first time. */
    static Task register() {
        purge();
        Task task = new Task(TaskDir.ofCurrentThread(Linux.gettid()), Thread.currentThread());
        TASKS.put(task.pid(), new Entry(task));
        return task;
    }

    /** The living thread with that number, if it is known. */
    static @Nullable Task find(int pid) {
        Entry entry = TASKS.get(pid);
        Task task = entry == null ? null : entry.get();
        return task != null && task.thread != null && task.thread.isAlive() ? task : null;
    }

    static int size() {
        purge();
        return TASKS.size();
    }

    static long living() {
        purge();
        return TASKS.values().stream()
                .filter(entry -> {
                    Task task = entry.get();
                    return task != null && task.thread != null && task.thread.isAlive();
                })
                .count();
    }

    private static void purge() {
        for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            Entry entry = (Entry) gone;
            TASKS.remove(entry.pid, entry);
        }
    }

    private static final class Entry extends WeakReference<Task> {
        final int pid;

        Entry(Task task) {
            super(task, GONE);
            this.pid = task.pid();
        }
    }
}
