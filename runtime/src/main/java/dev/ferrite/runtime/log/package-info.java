/**
 * The kernel log: a lock-free ring of records in off-heap memory, its readers and its consoles.
 *
 * <p>{@link dev.ferrite.runtime.log.KernelLog} is the door. {@code LogRing} is the memory and its protocol, and the only
 * class here that knows an address; {@link dev.ferrite.runtime.log.LogReader} follows it,
 * {@link dev.ferrite.runtime.log.LogConsole} prints it. A <em>sequence number</em> is the number of a slot since the
 * log began and grows without wrapping; a <em>level</em> is the kernel's, 0 the gravest; a time is nanoseconds since
 * the log began.
 *
 * <p>May import: {@code offheap}, {@code share}.
 */
@NullMarked
package dev.ferrite.runtime.log;

import org.jspecify.annotations.NullMarked;
