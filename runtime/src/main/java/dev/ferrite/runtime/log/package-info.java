/**
 * The kernel log: lock-free rings of records in off-heap memory, its readers and its consoles.
 *
 * <p>{@link dev.ferrite.runtime.log.KernelLog} is the door. {@code LogStripes} is the memory, with the rings in it, and
 * {@code LogRing} the protocol of a ring; {@code LogPlace} is where a thread writes;
 * {@link dev.ferrite.runtime.log.LogReader} follows all rings as one log, {@link dev.ferrite.runtime.log.LogConsole} prints
 * it. A <em>sequence number</em> is the number of a slot of its ring since the log began and grows without wrapping; a <em>level</em> is the kernel's, 0 the gravest; a time is nanoseconds since
 * the log began.
 *
 * <p>May import: {@code offheap}, {@code share}.
 */
@NullMarked
package dev.ferrite.runtime.log;

import org.jspecify.annotations.NullMarked;
