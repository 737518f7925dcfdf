/**
 * Tables of operations some of which may be missing: the counterpart of {@code #[vtable]}.
 *
 * <p>May import: nothing of this floor.
 */
@NullMarked
package dev.ferrite.runtime.vtable;

import org.jspecify.annotations.NullMarked;
