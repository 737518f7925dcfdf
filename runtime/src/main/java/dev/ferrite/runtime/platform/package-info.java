/**
 * The platform bus: devices that nobody can enumerate, which somebody declares. The counterpart of
 * {@code rust/kernel/platform.rs} and {@code drivers/base/platform.c}.
 *
 * <p>May import: {@code offheap}, {@code runtime.device}.
 */
@NullMarked
package dev.ferrite.runtime.platform;

import org.jspecify.annotations.NullMarked;
