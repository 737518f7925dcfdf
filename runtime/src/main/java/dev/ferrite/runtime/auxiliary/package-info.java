/**
 * The auxiliary bus: parts of one device that have drivers of their own. The counterpart of
 * {@code rust/kernel/auxiliary.rs} and {@code drivers/base/auxiliary.c}.
 *
 * <p>May import: {@code offheap}, {@code runtime.device}.
 */
@NullMarked
package dev.ferrite.runtime.auxiliary;

import org.jspecify.annotations.NullMarked;
