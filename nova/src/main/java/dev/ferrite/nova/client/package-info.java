/**
 * The user side of Nova: its three ioctls, typed. Imports {@code dev.ferrite.drm.client} and {@code
 * dev.ferrite.nova.uapi}; nothing of the driver, so that it works on a real node as well.
 */
@NullMarked
package dev.ferrite.nova.client;

import org.jspecify.annotations.NullMarked;
