/**
 * The QR encoder of the panic screen: the counterpart of {@code drivers/gpu/drm/drm_panic_qr.rs}.
 *
 * <p>{@link dev.ferrite.runtime.panic.qr.QrEncoder} is the whole of it; {@link dev.ferrite.runtime.panic.qr.QrDigits} is the
 * way back from the digits of a URL. Static methods over the caller's memory: nothing is allocated, locked or kept, so it
 * can run when nothing else can. The other classes are its steps: tables, bits, error correction, drawing.
 *
 * <p>Imports nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.runtime.panic.qr;

import org.jspecify.annotations.NullMarked;
