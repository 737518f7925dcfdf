/**
 * The Nova driver: {@link dev.ferrite.nova.NovaModule} brings it up and down, {@link dev.ferrite.nova.NovaDriver} is
 * what the DRM core sees of it. What differs from upstream is said in {@code NovaDriver}.
 *
 * <p>May import {@code dev.ferrite.drm}, {@code dev.ferrite.runtime} and what is below; of this floor only {@code
 * dev.ferrite.nova.uapi}.
 */
@NullMarked
package dev.ferrite.nova;

import org.jspecify.annotations.NullMarked;
