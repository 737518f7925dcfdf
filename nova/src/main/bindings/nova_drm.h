/* The user-space interface of the nova driver. */
#ifndef FERRITE_NOVA_DRM_H
#define FERRITE_NOVA_DRM_H

#include <linux/ioctl.h>
#include <linux/types.h>

/** NOVA_GETPARAM_VRAM_BAR_SIZE - parameter: length in bytes of the PCI BAR through which VRAM is reached */
#define NOVA_GETPARAM_VRAM_BAR_SIZE	0x1

/**
 * struct drm_nova_getparam - asks the device for a number
 * @param: in: which number, such as NOVA_GETPARAM_VRAM_BAR_SIZE
 * @value: out: the answer
 */
struct drm_nova_getparam {
	__u64 param;
	__u64 value;
};

/**
 * struct drm_nova_gem_create - creates a buffer
 * @handle: out: its handle, 1 or more
 * @pad: should be zero
 * @size: in: bytes wanted, more than 0; the buffer has the next multiple of the page size
 */
struct drm_nova_gem_create {
	__u32 handle;
	__u32 pad;
	__u64 size;
};

/**
 * struct drm_nova_gem_info - asks for the size of a buffer
 * @handle: in: its handle
 * @pad: should be zero
 * @size: out: its size in bytes
 */
struct drm_nova_gem_info {
	__u32 handle;
	__u32 pad;
	__u64 size;
};

/** NOVA_INFO_GPU - what DRM_IOCTL_NOVA_INFO can tell: a struct drm_nova_gpu_info */
#define NOVA_INFO_GPU			0x0

/**
 * struct drm_nova_info - asks the device for a struct; proposed, and not in every driver
 * @id: in: which, such as NOVA_INFO_GPU
 * @size: in: room at data, in bytes; out: bytes written there, or bytes needed if data is 0
 * @data: in: address to write to, or 0
 */
struct drm_nova_info {
	__u32 id;
	__u32 size;
	__u64 data;
};

/**
 * struct drm_nova_gpu_info - the GPU; proposed, and its layout may still change
 * @architecture: such as 0x16 for Turing, 0x17 Ampere, 0x18 Hopper, 0x19 Ada, 0x1A and 0x1B Blackwell; 0 for none of them
 * @implementation: which chip of the architecture
 * @vram_size: bytes of VRAM
 * @gpu_name: its name
 * @short_name: the name of the chip
 * @gid: a number that no other GPU has
 */
struct drm_nova_gpu_info {
	__u32 architecture;
	__u32 implementation;
	__u64 vram_size;
	char gpu_name[64];
	char short_name[64];
	__u8 gid[16];
};

/** DRM_NOVA_GETPARAM - number of GETPARAM within the driver's range */
#define DRM_NOVA_GETPARAM		0x00

/** DRM_NOVA_GEM_CREATE - number of GEM_CREATE within the driver's range */
#define DRM_NOVA_GEM_CREATE		0x01

/** DRM_NOVA_GEM_INFO - number of GEM_INFO within the driver's range */
#define DRM_NOVA_GEM_INFO		0x02

/** DRM_NOVA_INFO - number of INFO within the driver's range */
#define DRM_NOVA_INFO			0x03

/* The driver's range starts at 0x40. */
#define DRM_IOCTL_NOVA_GETPARAM		_IOWR('d', 0x40 + DRM_NOVA_GETPARAM, struct drm_nova_getparam)
#define DRM_IOCTL_NOVA_GEM_CREATE	_IOWR('d', 0x40 + DRM_NOVA_GEM_CREATE, struct drm_nova_gem_create)
#define DRM_IOCTL_NOVA_GEM_INFO		_IOWR('d', 0x40 + DRM_NOVA_GEM_INFO, struct drm_nova_gem_info)
#define DRM_IOCTL_NOVA_INFO		_IOWR('d', 0x40 + DRM_NOVA_INFO, struct drm_nova_info)

#endif
