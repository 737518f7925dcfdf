/**
 * Work that is done later, by somebody else: the counterpart of {@code kernel::workqueue}.
 *
 * <p>{@link dev.ferrite.runtime.workqueue.Work} is a function that is queued at most once and never runs beside itself;
 * {@link dev.ferrite.runtime.workqueue.WorkQueue} runs it, on platform or virtual threads.
 */
@NullMarked
package dev.ferrite.runtime.workqueue;

import org.jspecify.annotations.NullMarked;
