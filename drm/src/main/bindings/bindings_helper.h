/*
 * The C headers of DRM: the generator writes dev.ferrite.drm.uapi from them. They come with libdrm's development
 * package, which keeps them in a folder of its own. What is taken is in bindings.options.
 */
#include <fcntl.h>

/* Newer kernels wait with a deadline and take the older, shorter structs, too: drm_newer.h has the newer shape. */
#define drm_syncobj_wait ferrite_syncobj_wait_of_headers
#define drm_syncobj_timeline_wait ferrite_syncobj_timeline_wait_of_headers

#if __has_include(<libdrm/drm.h>)
#include <libdrm/drm.h>
#include <libdrm/drm_mode.h>
#include <libdrm/drm_fourcc.h>
#else
#include <drm/drm.h>
#include <drm/drm_mode.h>
#include <drm/drm_fourcc.h>
#endif

#undef drm_syncobj_wait
#undef drm_syncobj_timeline_wait

#include "drm_newer.h"
