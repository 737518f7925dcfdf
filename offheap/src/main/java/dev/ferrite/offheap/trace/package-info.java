/**
 * The tracing twin of owners: who acquired a box, a reference, a guard or a mapping, where, and where it was released.
 *
 * <p>Off unless asked for at start, kind by kind, and then a constant that the compiler folds
 * ({@link dev.ferrite.offheap.trace.Tracing}). On, it reports double releases with all stacks, owners that were lost, and
 * on demand and at exit the owners that are still open.
 *
 * <p>May import: {@code config} and {@code diag}.
 */
@NullMarked
package dev.ferrite.offheap.trace;

import org.jspecify.annotations.NullMarked;
