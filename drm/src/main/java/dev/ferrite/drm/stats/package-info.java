/**
 * What is alive in the core, for whoever wants to see that nothing leaked.
 *
 * <p>May import: {@code anon}, {@code count}, {@code dmabuf}.
 */
@NullMarked
package dev.ferrite.drm.stats;

import org.jspecify.annotations.NullMarked;
