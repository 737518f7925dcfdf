/**
 * The driver's own interface to user space, {@code nova_drm.h}: one class per struct, {@link
 * dev.ferrite.nova.uapi.NovaDrmH} for its constants. Imports {@code dev.ferrite.offheap} only.
 */
@NullMarked
package dev.ferrite.nova.uapi;

import org.jspecify.annotations.NullMarked;
