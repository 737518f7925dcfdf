/**
 * The counters behind the proof that nothing leaked. Not exported: {@code dev.ferrite.drm.stats} shows them.
 *
 * <p>May import: nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.drm.count;

import org.jspecify.annotations.NullMarked;
