/**
 * Linux calls over {@code java.lang.foreign}: the syscalls Ferrite needs, with errno, and the owners of what they return.
 *
 * <p>{@link dev.ferrite.offheap.linux.Linux} holds one static method a call, which returns what the kernel returned:
 * zero or more on success, {@code -errno} on failure. {@link dev.ferrite.offheap.linux.Fd} and
 * {@link dev.ferrite.offheap.linux.Mapping} own a descriptor and a mapping; they throw
 * {@link dev.ferrite.offheap.errno.ErrnoException} and are closed once.
 *
 * <p>{@link dev.ferrite.offheap.linux.Tsc} is no call: it reads the processor's counter.
 *
 * <p>May import: {@code config}, {@code errno}, {@code diag}, {@code trace} and the raw words.
 */
@NullMarked
package dev.ferrite.offheap.linux;

import org.jspecify.annotations.NullMarked;
