/**
 * Open files and descriptor numbers: the counterpart of {@code kernel/fs/file.rs}.
 *
 * <p>{@link dev.ferrite.runtime.fs.File} is an open file, whatever becomes of the number it was found under;
 * {@link dev.ferrite.runtime.fs.FileDescriptorReservation} is a number without a file yet. Every descriptor made here is
 * closed by exec.
 *
 * <p>May import: {@code offheap}, {@code locks}, {@code proc}, {@code cred}, {@code security}.
 */
@NullMarked
package dev.ferrite.runtime.fs;

import org.jspecify.annotations.NullMarked;
