/**
 * ioctl numbers and permission flags.
 *
 * <p>May import: nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.drm.ioctl;

import org.jspecify.annotations.NullMarked;
