/**
 * Tasks and pid namespaces of the running Linux: the counterpart of {@code kernel/task.rs} and
 * {@code kernel/pid_namespace.rs}.
 *
 * <p>{@link dev.ferrite.runtime.task.Task} is any thread or process, found by its number once and the same for ever, or
 * gone. {@link dev.ferrite.runtime.task.CurrentTask} is the calling thread. A number that means nobody is
 * {@code ESRCH}, on every road: no answer ever comes from another task that got the number.
 *
 * <p>May import: {@code offheap}, {@code locks}, {@code proc}, {@code cred}, {@code mm}.
 */
@NullMarked
package dev.ferrite.runtime.task;

import org.jspecify.annotations.NullMarked;
