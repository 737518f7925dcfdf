/*
 * Calls of the DRM core that are younger than the headers of some distributions; where the headers have them, theirs
 * count.
 */
#ifndef FERRITE_DRM_NEWER_H
#define FERRITE_DRM_NEWER_H

#ifndef DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE
/** DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE - the fence is told by when it is wanted */
#define DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE	(1 << 3)
#endif

/**
 * struct drm_syncobj_wait - waits for sync objects
 * @handles: address of the handles
 * @timeout_nsec: absolute time, monotonic
 * @count_handles: number of handles
 * @flags: DRM_SYNCOBJ_WAIT_FLAGS_*
 * @first_signaled: out: index of the first that was signalled, unless all are waited for
 * @pad: must be zero
 * @deadline_nsec: absolute time, monotonic, with DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE
 */
struct drm_syncobj_wait {
	__u64 handles;
	__s64 timeout_nsec;
	__u32 count_handles;
	__u32 flags;
	__u32 first_signaled;
	__u32 pad;
	__u64 deadline_nsec;
};

/**
 * struct drm_syncobj_timeline_wait - waits for points of timelines
 * @handles: address of the handles
 * @points: address of one point for each handle
 * @timeout_nsec: absolute time, monotonic
 * @count_handles: number of handles
 * @flags: DRM_SYNCOBJ_WAIT_FLAGS_*
 * @first_signaled: out: index of the first that was signalled, unless all are waited for
 * @pad: must be zero
 * @deadline_nsec: absolute time, monotonic, with DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE
 */
struct drm_syncobj_timeline_wait {
	__u64 handles;
	__u64 points;
	__s64 timeout_nsec;
	__u32 count_handles;
	__u32 flags;
	__u32 first_signaled;
	__u32 pad;
	__u64 deadline_nsec;
};

#ifndef DRM_IOCTL_SYNCOBJ_EVENTFD
/**
 * struct drm_syncobj_eventfd - signals an eventfd when a point of a sync object is reached
 * @handle: the sync object
 * @flags: 0 to wait for the signal, or DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE to wait for a fence only
 * @point: the timeline point; 0 for a binary sync object
 * @fd: the eventfd
 * @pad: must be zero
 */
struct drm_syncobj_eventfd {
	__u32 handle;
	__u32 flags;
	__u64 point;
	__s32 fd;
	__u32 pad;
};
#define DRM_IOCTL_SYNCOBJ_EVENTFD	DRM_IOWR(0xCF, struct drm_syncobj_eventfd)
#endif

#ifndef DRM_IOCTL_SET_CLIENT_NAME
#define DRM_CLIENT_NAME_MAX_LEN		64
/**
 * struct drm_set_client_name - gives an open file a name for debugging
 * @name_len: length in bytes without NUL; 0 takes the name away
 * @name: address of the text
 */
struct drm_set_client_name {
	__u64 name_len;
	__u64 name;
};
#define DRM_IOCTL_SET_CLIENT_NAME	DRM_IOWR(0xD1, struct drm_set_client_name)
#endif

#ifndef DRM_IOCTL_GEM_CHANGE_HANDLE
/**
 * struct drm_gem_change_handle - moves an object to another handle
 * @handle: the handle it has
 * @new_handle: the handle it gets
 */
struct drm_gem_change_handle {
	__u32 handle;
	__u32 new_handle;
};
#define DRM_IOCTL_GEM_CHANGE_HANDLE	DRM_IOWR(0xD2, struct drm_gem_change_handle)
#endif

#endif
