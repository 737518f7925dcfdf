/**
 * What every DRM node answers, written once against {@link dev.ferrite.drm.client.DrmNode}, and asked of the emulated ones
 * and of every real one that is there.
 *
 * <p>{@link dev.ferrite.drm.conformance.Subjects} finds the nodes, {@link dev.ferrite.drm.conformance.Traits} says where
 * drivers differ. A row that a node cannot show is skipped, with the reason. On a machine of {@code ./ferrite test
 * --hardware} the real ones are vgem, bochs and virtio-gpu.
 */
package dev.ferrite.drm.conformance;
