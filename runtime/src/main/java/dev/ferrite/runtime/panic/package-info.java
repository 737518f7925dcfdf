/**
 * The end: what happens when nothing may go on. The counterpart of {@code kernel/panic.c} and of {@code drm_panic}.
 *
 * <p>{@link dev.ferrite.runtime.panic.Panic} is the door, {@link dev.ferrite.runtime.panic.PanicHandler} what is prepared
 * for it and does it, {@link dev.ferrite.runtime.panic.PanicLog} the way back from a code to the log. The other classes are
 * the handler's tools: text, font, screen, code and picture, all over memory that is there before it is needed.
 *
 * <p>May import {@code offheap}, {@code locks}, {@code log}, {@code module}, {@code proc}, {@code share} and {@code panic.qr}.
 */
@NullMarked
package dev.ferrite.runtime.panic;

import org.jspecify.annotations.NullMarked;
