/**
 * A second driver, for sharing and synchronisation without hardware: the counterpart of {@code vgem}.
 *
 * <p>May import: {@code core} and everything it may; {@code dev.ferrite.runtime}.
 */
@NullMarked
package dev.ferrite.drm.vgem;

import org.jspecify.annotations.NullMarked;
