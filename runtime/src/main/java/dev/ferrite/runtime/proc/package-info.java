/**
 * Reading {@code /proc}: the inside of tasks, credentials and address spaces; not exported.
 *
 * <p>{@link dev.ferrite.runtime.proc.TaskDir} opens the files of one task and never those of another one that got its
 * number. {@link dev.ferrite.runtime.proc.ProcText} is the text of one file, with a cursor that parses bytes and makes
 * no strings. {@link dev.ferrite.runtime.proc.Counted} is the reference count of an object on the heap.
 *
 * <p>May import: {@code offheap} and {@code locks}; nothing else of this floor.
 */
@NullMarked
package dev.ferrite.runtime.proc;

import org.jspecify.annotations.NullMarked;
