package dev.ferrite.drm.core;

/**
 * One slot of an ioctl table.
 *
 * @param number the number with its native direction and size
 * @param flags who may call it
 * @param own whether it is the driver's: then it runs inside a {@code drm_dev_enter} section
 * @param handler what it does; its types are those of the driver whose table this is
 */
record IoctlEntry(int number, int flags, boolean own, UserIoctlHandler<?, ?> handler) {}
