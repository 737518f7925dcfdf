/**
 * Who a task acts as: ids, groups and capabilities; the counterpart of {@code kernel/cred.rs} and of the ids of
 * {@code kernel/task.rs}.
 *
 * <p>{@link dev.ferrite.runtime.cred.Credential} is a snapshot that never changes.
 * {@link dev.ferrite.runtime.cred.Kuid} and {@link dev.ferrite.runtime.cred.Kgid} are ids with the user namespace taken
 * out. The ids stand here and not with the tasks, as a credential is made of them and a task has one.
 *
 * <p>May import: {@code offheap}, {@code locks}, {@code proc}.
 */
@NullMarked
package dev.ferrite.runtime.cred;

import org.jspecify.annotations.NullMarked;
