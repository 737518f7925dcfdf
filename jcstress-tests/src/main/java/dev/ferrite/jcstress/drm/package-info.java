/**
 * What the DRM floor promises, tried by jcstress: fences, and the locks of reservations.
 *
 * <p>May import: drm, locks, offheap, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.drm;

import org.jspecify.annotations.NullMarked;
