/* Generated from nova_drm.h: edit the source, not this file.
 *
 * Compile with -fsyntax-only: it fails where Java and C disagree.
 */
#include <stddef.h>
#include "nova_drm.h"

_Static_assert(sizeof(struct drm_nova_getparam) == 16, "DrmNovaGetparam.SIZEOF");
_Static_assert(_Alignof(struct drm_nova_getparam) == 8, "DrmNovaGetparam.ALIGNOF");
_Static_assert(offsetof(struct drm_nova_getparam, param) == 0, "DrmNovaGetparam.PARAM_OFFSET");
_Static_assert(sizeof(((struct drm_nova_getparam *)0)->param) == 8, "DrmNovaGetparam.param");
_Static_assert(offsetof(struct drm_nova_getparam, value) == 8, "DrmNovaGetparam.VALUE_OFFSET");
_Static_assert(sizeof(((struct drm_nova_getparam *)0)->value) == 8, "DrmNovaGetparam.value");

_Static_assert(sizeof(struct drm_nova_gem_create) == 16, "DrmNovaGemCreate.SIZEOF");
_Static_assert(_Alignof(struct drm_nova_gem_create) == 8, "DrmNovaGemCreate.ALIGNOF");
_Static_assert(offsetof(struct drm_nova_gem_create, handle) == 0, "DrmNovaGemCreate.HANDLE_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gem_create *)0)->handle) == 4, "DrmNovaGemCreate.handle");
_Static_assert(offsetof(struct drm_nova_gem_create, pad) == 4, "DrmNovaGemCreate.PAD_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gem_create *)0)->pad) == 4, "DrmNovaGemCreate.pad");
_Static_assert(offsetof(struct drm_nova_gem_create, size) == 8, "DrmNovaGemCreate.SIZE_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gem_create *)0)->size) == 8, "DrmNovaGemCreate.size");

_Static_assert(sizeof(struct drm_nova_gem_info) == 16, "DrmNovaGemInfo.SIZEOF");
_Static_assert(_Alignof(struct drm_nova_gem_info) == 8, "DrmNovaGemInfo.ALIGNOF");
_Static_assert(offsetof(struct drm_nova_gem_info, handle) == 0, "DrmNovaGemInfo.HANDLE_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gem_info *)0)->handle) == 4, "DrmNovaGemInfo.handle");
_Static_assert(offsetof(struct drm_nova_gem_info, pad) == 4, "DrmNovaGemInfo.PAD_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gem_info *)0)->pad) == 4, "DrmNovaGemInfo.pad");
_Static_assert(offsetof(struct drm_nova_gem_info, size) == 8, "DrmNovaGemInfo.SIZE_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gem_info *)0)->size) == 8, "DrmNovaGemInfo.size");

_Static_assert(sizeof(struct drm_nova_info) == 16, "DrmNovaInfo.SIZEOF");
_Static_assert(_Alignof(struct drm_nova_info) == 8, "DrmNovaInfo.ALIGNOF");
_Static_assert(offsetof(struct drm_nova_info, id) == 0, "DrmNovaInfo.ID_OFFSET");
_Static_assert(sizeof(((struct drm_nova_info *)0)->id) == 4, "DrmNovaInfo.id");
_Static_assert(offsetof(struct drm_nova_info, size) == 4, "DrmNovaInfo.SIZE_OFFSET");
_Static_assert(sizeof(((struct drm_nova_info *)0)->size) == 4, "DrmNovaInfo.size");
_Static_assert(offsetof(struct drm_nova_info, data) == 8, "DrmNovaInfo.DATA_OFFSET");
_Static_assert(sizeof(((struct drm_nova_info *)0)->data) == 8, "DrmNovaInfo.data");

_Static_assert(sizeof(struct drm_nova_gpu_info) == 160, "DrmNovaGpuInfo.SIZEOF");
_Static_assert(_Alignof(struct drm_nova_gpu_info) == 8, "DrmNovaGpuInfo.ALIGNOF");
_Static_assert(offsetof(struct drm_nova_gpu_info, architecture) == 0, "DrmNovaGpuInfo.ARCHITECTURE_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gpu_info *)0)->architecture) == 4, "DrmNovaGpuInfo.architecture");
_Static_assert(offsetof(struct drm_nova_gpu_info, implementation) == 4, "DrmNovaGpuInfo.IMPLEMENTATION_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gpu_info *)0)->implementation) == 4, "DrmNovaGpuInfo.implementation");
_Static_assert(offsetof(struct drm_nova_gpu_info, vram_size) == 8, "DrmNovaGpuInfo.VRAM_SIZE_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gpu_info *)0)->vram_size) == 8, "DrmNovaGpuInfo.vramSize");
_Static_assert(offsetof(struct drm_nova_gpu_info, gpu_name) == 16, "DrmNovaGpuInfo.GPU_NAME_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gpu_info *)0)->gpu_name) == 64, "DrmNovaGpuInfo.gpuName");
_Static_assert(offsetof(struct drm_nova_gpu_info, short_name) == 80, "DrmNovaGpuInfo.SHORT_NAME_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gpu_info *)0)->short_name) == 64, "DrmNovaGpuInfo.shortName");
_Static_assert(offsetof(struct drm_nova_gpu_info, gid) == 144, "DrmNovaGpuInfo.GID_OFFSET");
_Static_assert(sizeof(((struct drm_nova_gpu_info *)0)->gid) == 16, "DrmNovaGpuInfo.gid");

_Static_assert((unsigned long long)(NOVA_GETPARAM_VRAM_BAR_SIZE) == 0x1ULL, "NOVA_GETPARAM_VRAM_BAR_SIZE");
_Static_assert((unsigned long long)(NOVA_INFO_GPU) == 0x0ULL, "NOVA_INFO_GPU");
_Static_assert((unsigned long long)(DRM_NOVA_GETPARAM) == 0x0ULL, "DRM_NOVA_GETPARAM");
_Static_assert((unsigned long long)(DRM_NOVA_GEM_CREATE) == 0x1ULL, "DRM_NOVA_GEM_CREATE");
_Static_assert((unsigned long long)(DRM_NOVA_GEM_INFO) == 0x2ULL, "DRM_NOVA_GEM_INFO");
_Static_assert((unsigned long long)(DRM_NOVA_INFO) == 0x3ULL, "DRM_NOVA_INFO");
_Static_assert((unsigned long long)(DRM_IOCTL_NOVA_GETPARAM) == 0xc0106440ULL, "DRM_IOCTL_NOVA_GETPARAM");
_Static_assert((unsigned long long)(DRM_IOCTL_NOVA_GEM_CREATE) == 0xc0106441ULL, "DRM_IOCTL_NOVA_GEM_CREATE");
_Static_assert((unsigned long long)(DRM_IOCTL_NOVA_GEM_INFO) == 0xc0106442ULL, "DRM_IOCTL_NOVA_GEM_INFO");
_Static_assert((unsigned long long)(DRM_IOCTL_NOVA_INFO) == 0xc0106443ULL, "DRM_IOCTL_NOVA_INFO");
