/**
 * What a DRM node says of itself: driver, capabilities, device, screens.
 *
 * <p>{@link dev.ferrite.nova.drminfo.NodeInfo} asks one node, real or emulated; what comes out is a tree of
 * {@link dev.ferrite.nova.drminfo.Fact}s, as text or as values for JSON.
 */
@NullMarked
package dev.ferrite.nova.drminfo;

import org.jspecify.annotations.NullMarked;
