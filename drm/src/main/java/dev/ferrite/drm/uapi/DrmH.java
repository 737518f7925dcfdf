// Generated from drm.h, drm_newer.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

/** Constants of {@code drm.h, drm_newer.h}. */
public final class DrmH {
    /** An enumerator. */
    public static final int DRM_ADD_COMMAND = 0;

    /** An enumerator. */
    public static final int DRM_RM_COMMAND = 1;

    /** An enumerator. */
    public static final int DRM_INST_HANDLER = 2;

    /** An enumerator. */
    public static final int DRM_UNINST_HANDLER = 3;

    /** Of {@code enum drm_map_type}. */
    public static final int _DRM_FRAME_BUFFER = 0;

    /** Of {@code enum drm_map_type}. */
    public static final int _DRM_REGISTERS = 1;

    /** Of {@code enum drm_map_type}. */
    public static final int _DRM_SHM = 2;

    /** Of {@code enum drm_map_type}. */
    public static final int _DRM_AGP = 3;

    /** Of {@code enum drm_map_type}. */
    public static final int _DRM_SCATTER_GATHER = 4;

    /** Of {@code enum drm_map_type}. */
    public static final int _DRM_CONSISTENT = 5;

    /** Of {@code enum drm_map_flags}. */
    public static final int _DRM_RESTRICTED = 1;

    /** Of {@code enum drm_map_flags}. */
    public static final int _DRM_READ_ONLY = 2;

    /** Of {@code enum drm_map_flags}. */
    public static final int _DRM_LOCKED = 4;

    /** Of {@code enum drm_map_flags}. */
    public static final int _DRM_KERNEL = 8;

    /** Of {@code enum drm_map_flags}. */
    public static final int _DRM_WRITE_COMBINING = 16;

    /** Of {@code enum drm_map_flags}. */
    public static final int _DRM_CONTAINS_LOCK = 32;

    /** Of {@code enum drm_map_flags}. */
    public static final int _DRM_REMOVABLE = 64;

    /** Of {@code enum drm_map_flags}. */
    public static final int _DRM_DRIVER = 128;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_LOCK = 0;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_OPENS = 1;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_CLOSES = 2;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_IOCTLS = 3;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_LOCKS = 4;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_UNLOCKS = 5;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_VALUE = 6;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_BYTE = 7;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_COUNT = 8;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_IRQ = 9;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_PRIMARY = 10;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_SECONDARY = 11;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_DMA = 12;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_SPECIAL = 13;

    /** Of {@code enum drm_stat_type}. */
    public static final int _DRM_STAT_MISSED = 14;

    /** Of {@code enum drm_lock_flags}. */
    public static final int _DRM_LOCK_READY = 1;

    /** Of {@code enum drm_lock_flags}. */
    public static final int _DRM_LOCK_QUIESCENT = 2;

    /** Of {@code enum drm_lock_flags}. */
    public static final int _DRM_LOCK_FLUSH = 4;

    /** Of {@code enum drm_lock_flags}. */
    public static final int _DRM_LOCK_FLUSH_ALL = 8;

    /** Of {@code enum drm_lock_flags}. */
    public static final int _DRM_HALT_ALL_QUEUES = 16;

    /** Of {@code enum drm_lock_flags}. */
    public static final int _DRM_HALT_CUR_QUEUES = 32;

    /** Of {@code enum drm_dma_flags}. */
    public static final int _DRM_DMA_BLOCK = 1;

    /** Of {@code enum drm_dma_flags}. */
    public static final int _DRM_DMA_WHILE_LOCKED = 2;

    /** Of {@code enum drm_dma_flags}. */
    public static final int _DRM_DMA_PRIORITY = 4;

    /** Of {@code enum drm_dma_flags}. */
    public static final int _DRM_DMA_WAIT = 16;

    /** Of {@code enum drm_dma_flags}. */
    public static final int _DRM_DMA_SMALLER_OK = 32;

    /** Of {@code enum drm_dma_flags}. */
    public static final int _DRM_DMA_LARGER_OK = 64;

    /** An enumerator. */
    public static final int _DRM_PAGE_ALIGN = 1;

    /** An enumerator. */
    public static final int _DRM_AGP_BUFFER = 2;

    /** An enumerator. */
    public static final int _DRM_SG_BUFFER = 4;

    /** An enumerator. */
    public static final int _DRM_FB_BUFFER = 8;

    /** An enumerator. */
    public static final int _DRM_PCI_BUFFER_RO = 16;

    /** Of {@code enum drm_ctx_flags}. */
    public static final int _DRM_CONTEXT_PRESERVED = 1;

    /** Of {@code enum drm_ctx_flags}. */
    public static final int _DRM_CONTEXT_2DONLY = 2;

    /** Of {@code drm_drawable_info_type_t}. */
    public static final int DRM_DRAWABLE_CLIPRECTS = 0;

    /** Of {@code enum drm_vblank_seq_type}. */
    public static final int _DRM_VBLANK_ABSOLUTE = 0;

    /** Of {@code enum drm_vblank_seq_type}. */
    public static final int _DRM_VBLANK_RELATIVE = 1;

    /** Of {@code enum drm_vblank_seq_type}. */
    public static final int _DRM_VBLANK_HIGH_CRTC_MASK = 62;

    /** Of {@code enum drm_vblank_seq_type}. */
    public static final int _DRM_VBLANK_EVENT = 0x4000000;

    /** Of {@code enum drm_vblank_seq_type}. */
    public static final int _DRM_VBLANK_FLIP = 0x8000000;

    /** Of {@code enum drm_vblank_seq_type}. */
    public static final int _DRM_VBLANK_NEXTONMISS = 0x10000000;

    /** Of {@code enum drm_vblank_seq_type}. */
    public static final int _DRM_VBLANK_SECONDARY = 0x20000000;

    /** Of {@code enum drm_vblank_seq_type}. */
    public static final int _DRM_VBLANK_SIGNAL = 0x40000000;

    /** {@code "drm"}. */
    public static final String DRM_NAME = "drm";

    /** {@code 5}. */
    public static final int DRM_MIN_ORDER = 5;

    /** {@code 22}. */
    public static final int DRM_MAX_ORDER = 22;

    /** {@code 10}. */
    public static final int DRM_RAM_PERCENT = 10;

    /** {@code 0x80000000U}. */
    public static final int _DRM_LOCK_HELD = 0x80000000;

    /** {@code 0x40000000U}. */
    public static final int _DRM_LOCK_CONT = 0x40000000;

    /** {@code 1}. */
    public static final int _DRM_VBLANK_HIGH_CRTC_SHIFT = 1;

    /** {@code (_DRM_VBLANK_ABSOLUTE | _DRM_VBLANK_RELATIVE)}. */
    public static final int _DRM_VBLANK_TYPES_MASK = 1;

    /** {@code (_DRM_VBLANK_EVENT | _DRM_VBLANK_SIGNAL | _DRM_VBLANK_SECONDARY | _DRM_VBLANK_NEXTONMISS)}. */
    public static final int _DRM_VBLANK_FLAGS_MASK = 0x74000000;

    /** {@code 1}. */
    public static final int _DRM_PRE_MODESET = 1;

    /** {@code 2}. */
    public static final int _DRM_POST_MODESET = 2;

    /** {@code 0x1}. */
    public static final int DRM_CAP_DUMB_BUFFER = 0x1;

    /** {@code 0x2}. */
    public static final int DRM_CAP_VBLANK_HIGH_CRTC = 0x2;

    /** {@code 0x3}. */
    public static final int DRM_CAP_DUMB_PREFERRED_DEPTH = 0x3;

    /** {@code 0x4}. */
    public static final int DRM_CAP_DUMB_PREFER_SHADOW = 0x4;

    /** {@code 0x5}. */
    public static final int DRM_CAP_PRIME = 0x5;

    /** {@code 0x1}. */
    public static final int DRM_PRIME_CAP_IMPORT = 0x1;

    /** {@code 0x2}. */
    public static final int DRM_PRIME_CAP_EXPORT = 0x2;

    /** {@code 0x6}. */
    public static final int DRM_CAP_TIMESTAMP_MONOTONIC = 0x6;

    /** {@code 0x7}. */
    public static final int DRM_CAP_ASYNC_PAGE_FLIP = 0x7;

    /** {@code 0x8}. */
    public static final int DRM_CAP_CURSOR_WIDTH = 0x8;

    /** {@code 0x9}. */
    public static final int DRM_CAP_CURSOR_HEIGHT = 0x9;

    /** {@code 0x10}. */
    public static final int DRM_CAP_ADDFB2_MODIFIERS = 0x10;

    /** {@code 0x11}. */
    public static final int DRM_CAP_PAGE_FLIP_TARGET = 0x11;

    /** {@code 0x12}. */
    public static final int DRM_CAP_CRTC_IN_VBLANK_EVENT = 0x12;

    /** {@code 0x13}. */
    public static final int DRM_CAP_SYNCOBJ = 0x13;

    /** {@code 0x14}. */
    public static final int DRM_CAP_SYNCOBJ_TIMELINE = 0x14;

    /** {@code 1}. */
    public static final int DRM_CLIENT_CAP_STEREO_3D = 1;

    /** {@code 2}. */
    public static final int DRM_CLIENT_CAP_UNIVERSAL_PLANES = 2;

    /** {@code 3}. */
    public static final int DRM_CLIENT_CAP_ATOMIC = 3;

    /** {@code 4}. */
    public static final int DRM_CLIENT_CAP_ASPECT_RATIO = 4;

    /** {@code 5}. */
    public static final int DRM_CLIENT_CAP_WRITEBACK_CONNECTORS = 5;

    /** {@code O_RDWR}. */
    public static final int DRM_RDWR = 2;

    /** {@code O_CLOEXEC}. */
    public static final int DRM_CLOEXEC = 0x80000;

    /** {@code (1 << 0)}. */
    public static final int DRM_SYNCOBJ_CREATE_SIGNALED = 1;

    /** {@code (1 << 0)}. */
    public static final int DRM_SYNCOBJ_FD_TO_HANDLE_FLAGS_IMPORT_SYNC_FILE = 1;

    /** {@code (1 << 0)}. */
    public static final int DRM_SYNCOBJ_HANDLE_TO_FD_FLAGS_EXPORT_SYNC_FILE = 1;

    /** {@code (1 << 0)}. */
    public static final int DRM_SYNCOBJ_WAIT_FLAGS_WAIT_ALL = 1;

    /** {@code (1 << 1)}. */
    public static final int DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT = 2;

    /** {@code (1 << 2)}. */
    public static final int DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE = 4;

    /** {@code (1 << 0)}. */
    public static final int DRM_SYNCOBJ_QUERY_FLAGS_LAST_SUBMITTED = 1;

    /** {@code 0x00000001}. */
    public static final int DRM_CRTC_SEQUENCE_RELATIVE = 0x1;

    /** {@code 0x00000002}. */
    public static final int DRM_CRTC_SEQUENCE_NEXT_ON_MISS = 0x2;

    /** {@code 'd'}. */
    public static final int DRM_IOCTL_BASE = 100;

    /** {@code DRM_IOWR(0x00, struct drm_version)}. */
    public static final int DRM_IOCTL_VERSION = 0xC0406400;

    /** {@code DRM_IOWR(0x01, struct drm_unique)}. */
    public static final int DRM_IOCTL_GET_UNIQUE = 0xC0106401;

    /** {@code DRM_IOR( 0x02, struct drm_auth)}. */
    public static final int DRM_IOCTL_GET_MAGIC = 0x80046402;

    /** {@code DRM_IOWR(0x03, struct drm_irq_busid)}. */
    public static final int DRM_IOCTL_IRQ_BUSID = 0xC0106403;

    /** {@code DRM_IOWR(0x04, struct drm_map)}. */
    public static final int DRM_IOCTL_GET_MAP = 0xC0286404;

    /** {@code DRM_IOWR(0x05, struct drm_client)}. */
    public static final int DRM_IOCTL_GET_CLIENT = 0xC0286405;

    /** {@code DRM_IOR( 0x06, struct drm_stats)}. */
    public static final int DRM_IOCTL_GET_STATS = 0x80F86406;

    /** {@code DRM_IOWR(0x07, struct drm_set_version)}. */
    public static final int DRM_IOCTL_SET_VERSION = 0xC0106407;

    /** {@code DRM_IOW(0x08, struct drm_modeset_ctl)}. */
    public static final int DRM_IOCTL_MODESET_CTL = 0x40086408;

    /** {@code DRM_IOW (0x09, struct drm_gem_close)}. */
    public static final int DRM_IOCTL_GEM_CLOSE = 0x40086409;

    /** {@code DRM_IOWR(0x0a, struct drm_gem_flink)}. */
    public static final int DRM_IOCTL_GEM_FLINK = 0xC008640A;

    /** {@code DRM_IOWR(0x0b, struct drm_gem_open)}. */
    public static final int DRM_IOCTL_GEM_OPEN = 0xC010640B;

    /** {@code DRM_IOWR(0x0c, struct drm_get_cap)}. */
    public static final int DRM_IOCTL_GET_CAP = 0xC010640C;

    /** {@code DRM_IOW( 0x0d, struct drm_set_client_cap)}. */
    public static final int DRM_IOCTL_SET_CLIENT_CAP = 0x4010640D;

    /** {@code DRM_IOW( 0x10, struct drm_unique)}. */
    public static final int DRM_IOCTL_SET_UNIQUE = 0x40106410;

    /** {@code DRM_IOW( 0x11, struct drm_auth)}. */
    public static final int DRM_IOCTL_AUTH_MAGIC = 0x40046411;

    /** {@code DRM_IOWR(0x12, struct drm_block)}. */
    public static final int DRM_IOCTL_BLOCK = 0xC0046412;

    /** {@code DRM_IOWR(0x13, struct drm_block)}. */
    public static final int DRM_IOCTL_UNBLOCK = 0xC0046413;

    /** {@code DRM_IOW( 0x14, struct drm_control)}. */
    public static final int DRM_IOCTL_CONTROL = 0x40086414;

    /** {@code DRM_IOWR(0x15, struct drm_map)}. */
    public static final int DRM_IOCTL_ADD_MAP = 0xC0286415;

    /** {@code DRM_IOWR(0x16, struct drm_buf_desc)}. */
    public static final int DRM_IOCTL_ADD_BUFS = 0xC0206416;

    /** {@code DRM_IOW( 0x17, struct drm_buf_desc)}. */
    public static final int DRM_IOCTL_MARK_BUFS = 0x40206417;

    /** {@code DRM_IOWR(0x18, struct drm_buf_info)}. */
    public static final int DRM_IOCTL_INFO_BUFS = 0xC0106418;

    /** {@code DRM_IOWR(0x19, struct drm_buf_map)}. */
    public static final int DRM_IOCTL_MAP_BUFS = 0xC0186419;

    /** {@code DRM_IOW( 0x1a, struct drm_buf_free)}. */
    public static final int DRM_IOCTL_FREE_BUFS = 0x4010641A;

    /** {@code DRM_IOW( 0x1b, struct drm_map)}. */
    public static final int DRM_IOCTL_RM_MAP = 0x4028641B;

    /** {@code DRM_IOW( 0x1c, struct drm_ctx_priv_map)}. */
    public static final int DRM_IOCTL_SET_SAREA_CTX = 0x4010641C;

    /** {@code DRM_IOWR(0x1d, struct drm_ctx_priv_map)}. */
    public static final int DRM_IOCTL_GET_SAREA_CTX = 0xC010641D;

    /** {@code DRM_IO(0x1e)}. */
    public static final int DRM_IOCTL_SET_MASTER = 0x641E;

    /** {@code DRM_IO(0x1f)}. */
    public static final int DRM_IOCTL_DROP_MASTER = 0x641F;

    /** {@code DRM_IOWR(0x20, struct drm_ctx)}. */
    public static final int DRM_IOCTL_ADD_CTX = 0xC0086420;

    /** {@code DRM_IOWR(0x21, struct drm_ctx)}. */
    public static final int DRM_IOCTL_RM_CTX = 0xC0086421;

    /** {@code DRM_IOW( 0x22, struct drm_ctx)}. */
    public static final int DRM_IOCTL_MOD_CTX = 0x40086422;

    /** {@code DRM_IOWR(0x23, struct drm_ctx)}. */
    public static final int DRM_IOCTL_GET_CTX = 0xC0086423;

    /** {@code DRM_IOW( 0x24, struct drm_ctx)}. */
    public static final int DRM_IOCTL_SWITCH_CTX = 0x40086424;

    /** {@code DRM_IOW( 0x25, struct drm_ctx)}. */
    public static final int DRM_IOCTL_NEW_CTX = 0x40086425;

    /** {@code DRM_IOWR(0x26, struct drm_ctx_res)}. */
    public static final int DRM_IOCTL_RES_CTX = 0xC0106426;

    /** {@code DRM_IOWR(0x27, struct drm_draw)}. */
    public static final int DRM_IOCTL_ADD_DRAW = 0xC0046427;

    /** {@code DRM_IOWR(0x28, struct drm_draw)}. */
    public static final int DRM_IOCTL_RM_DRAW = 0xC0046428;

    /** {@code DRM_IOWR(0x29, struct drm_dma)}. */
    public static final int DRM_IOCTL_DMA = 0xC0406429;

    /** {@code DRM_IOW( 0x2a, struct drm_lock)}. */
    public static final int DRM_IOCTL_LOCK = 0x4008642A;

    /** {@code DRM_IOW( 0x2b, struct drm_lock)}. */
    public static final int DRM_IOCTL_UNLOCK = 0x4008642B;

    /** {@code DRM_IOW( 0x2c, struct drm_lock)}. */
    public static final int DRM_IOCTL_FINISH = 0x4008642C;

    /** {@code DRM_IOWR(0x2d, struct drm_prime_handle)}. */
    public static final int DRM_IOCTL_PRIME_HANDLE_TO_FD = 0xC00C642D;

    /** {@code DRM_IOWR(0x2e, struct drm_prime_handle)}. */
    public static final int DRM_IOCTL_PRIME_FD_TO_HANDLE = 0xC00C642E;

    /** {@code DRM_IO( 0x30)}. */
    public static final int DRM_IOCTL_AGP_ACQUIRE = 0x6430;

    /** {@code DRM_IO( 0x31)}. */
    public static final int DRM_IOCTL_AGP_RELEASE = 0x6431;

    /** {@code DRM_IOW( 0x32, struct drm_agp_mode)}. */
    public static final int DRM_IOCTL_AGP_ENABLE = 0x40086432;

    /** {@code DRM_IOR( 0x33, struct drm_agp_info)}. */
    public static final int DRM_IOCTL_AGP_INFO = 0x80386433;

    /** {@code DRM_IOWR(0x34, struct drm_agp_buffer)}. */
    public static final int DRM_IOCTL_AGP_ALLOC = 0xC0206434;

    /** {@code DRM_IOW( 0x35, struct drm_agp_buffer)}. */
    public static final int DRM_IOCTL_AGP_FREE = 0x40206435;

    /** {@code DRM_IOW( 0x36, struct drm_agp_binding)}. */
    public static final int DRM_IOCTL_AGP_BIND = 0x40106436;

    /** {@code DRM_IOW( 0x37, struct drm_agp_binding)}. */
    public static final int DRM_IOCTL_AGP_UNBIND = 0x40106437;

    /** {@code DRM_IOWR(0x38, struct drm_scatter_gather)}. */
    public static final int DRM_IOCTL_SG_ALLOC = 0xC0106438;

    /** {@code DRM_IOW( 0x39, struct drm_scatter_gather)}. */
    public static final int DRM_IOCTL_SG_FREE = 0x40106439;

    /** {@code DRM_IOWR(0x3a, union drm_wait_vblank)}. */
    public static final int DRM_IOCTL_WAIT_VBLANK = 0xC018643A;

    /** {@code DRM_IOWR(0x3b, struct drm_crtc_get_sequence)}. */
    public static final int DRM_IOCTL_CRTC_GET_SEQUENCE = 0xC018643B;

    /** {@code DRM_IOWR(0x3c, struct drm_crtc_queue_sequence)}. */
    public static final int DRM_IOCTL_CRTC_QUEUE_SEQUENCE = 0xC018643C;

    /** {@code DRM_IOW(0x3f, struct drm_update_draw)}. */
    public static final int DRM_IOCTL_UPDATE_DRAW = 0x4018643F;

    /** {@code DRM_IOWR(0xA0, struct drm_mode_card_res)}. */
    public static final int DRM_IOCTL_MODE_GETRESOURCES = 0xC04064A0;

    /** {@code DRM_IOWR(0xA1, struct drm_mode_crtc)}. */
    public static final int DRM_IOCTL_MODE_GETCRTC = 0xC06864A1;

    /** {@code DRM_IOWR(0xA2, struct drm_mode_crtc)}. */
    public static final int DRM_IOCTL_MODE_SETCRTC = 0xC06864A2;

    /** {@code DRM_IOWR(0xA3, struct drm_mode_cursor)}. */
    public static final int DRM_IOCTL_MODE_CURSOR = 0xC01C64A3;

    /** {@code DRM_IOWR(0xA4, struct drm_mode_crtc_lut)}. */
    public static final int DRM_IOCTL_MODE_GETGAMMA = 0xC02064A4;

    /** {@code DRM_IOWR(0xA5, struct drm_mode_crtc_lut)}. */
    public static final int DRM_IOCTL_MODE_SETGAMMA = 0xC02064A5;

    /** {@code DRM_IOWR(0xA6, struct drm_mode_get_encoder)}. */
    public static final int DRM_IOCTL_MODE_GETENCODER = 0xC01464A6;

    /** {@code DRM_IOWR(0xA7, struct drm_mode_get_connector)}. */
    public static final int DRM_IOCTL_MODE_GETCONNECTOR = 0xC05064A7;

    /** {@code DRM_IOWR(0xA8, struct drm_mode_mode_cmd)}. */
    public static final int DRM_IOCTL_MODE_ATTACHMODE = 0xC04864A8;

    /** {@code DRM_IOWR(0xA9, struct drm_mode_mode_cmd)}. */
    public static final int DRM_IOCTL_MODE_DETACHMODE = 0xC04864A9;

    /** {@code DRM_IOWR(0xAA, struct drm_mode_get_property)}. */
    public static final int DRM_IOCTL_MODE_GETPROPERTY = 0xC04064AA;

    /** {@code DRM_IOWR(0xAB, struct drm_mode_connector_set_property)}. */
    public static final int DRM_IOCTL_MODE_SETPROPERTY = 0xC01064AB;

    /** {@code DRM_IOWR(0xAC, struct drm_mode_get_blob)}. */
    public static final int DRM_IOCTL_MODE_GETPROPBLOB = 0xC01064AC;

    /** {@code DRM_IOWR(0xAD, struct drm_mode_fb_cmd)}. */
    public static final int DRM_IOCTL_MODE_GETFB = 0xC01C64AD;

    /** {@code DRM_IOWR(0xAE, struct drm_mode_fb_cmd)}. */
    public static final int DRM_IOCTL_MODE_ADDFB = 0xC01C64AE;

    /** {@code DRM_IOWR(0xAF, unsigned int)}. */
    public static final int DRM_IOCTL_MODE_RMFB = 0xC00464AF;

    /** {@code DRM_IOWR(0xB0, struct drm_mode_crtc_page_flip)}. */
    public static final int DRM_IOCTL_MODE_PAGE_FLIP = 0xC01864B0;

    /** {@code DRM_IOWR(0xB1, struct drm_mode_fb_dirty_cmd)}. */
    public static final int DRM_IOCTL_MODE_DIRTYFB = 0xC01864B1;

    /** {@code DRM_IOWR(0xB2, struct drm_mode_create_dumb)}. */
    public static final int DRM_IOCTL_MODE_CREATE_DUMB = 0xC02064B2;

    /** {@code DRM_IOWR(0xB3, struct drm_mode_map_dumb)}. */
    public static final int DRM_IOCTL_MODE_MAP_DUMB = 0xC01064B3;

    /** {@code DRM_IOWR(0xB4, struct drm_mode_destroy_dumb)}. */
    public static final int DRM_IOCTL_MODE_DESTROY_DUMB = 0xC00464B4;

    /** {@code DRM_IOWR(0xB5, struct drm_mode_get_plane_res)}. */
    public static final int DRM_IOCTL_MODE_GETPLANERESOURCES = 0xC01064B5;

    /** {@code DRM_IOWR(0xB6, struct drm_mode_get_plane)}. */
    public static final int DRM_IOCTL_MODE_GETPLANE = 0xC02064B6;

    /** {@code DRM_IOWR(0xB7, struct drm_mode_set_plane)}. */
    public static final int DRM_IOCTL_MODE_SETPLANE = 0xC03064B7;

    /** {@code DRM_IOWR(0xB8, struct drm_mode_fb_cmd2)}. */
    public static final int DRM_IOCTL_MODE_ADDFB2 = 0xC06864B8;

    /** {@code DRM_IOWR(0xB9, struct drm_mode_obj_get_properties)}. */
    public static final int DRM_IOCTL_MODE_OBJ_GETPROPERTIES = 0xC02064B9;

    /** {@code DRM_IOWR(0xBA, struct drm_mode_obj_set_property)}. */
    public static final int DRM_IOCTL_MODE_OBJ_SETPROPERTY = 0xC01864BA;

    /** {@code DRM_IOWR(0xBB, struct drm_mode_cursor2)}. */
    public static final int DRM_IOCTL_MODE_CURSOR2 = 0xC02464BB;

    /** {@code DRM_IOWR(0xBC, struct drm_mode_atomic)}. */
    public static final int DRM_IOCTL_MODE_ATOMIC = 0xC03864BC;

    /** {@code DRM_IOWR(0xBD, struct drm_mode_create_blob)}. */
    public static final int DRM_IOCTL_MODE_CREATEPROPBLOB = 0xC01064BD;

    /** {@code DRM_IOWR(0xBE, struct drm_mode_destroy_blob)}. */
    public static final int DRM_IOCTL_MODE_DESTROYPROPBLOB = 0xC00464BE;

    /** {@code DRM_IOWR(0xBF, struct drm_syncobj_create)}. */
    public static final int DRM_IOCTL_SYNCOBJ_CREATE = 0xC00864BF;

    /** {@code DRM_IOWR(0xC0, struct drm_syncobj_destroy)}. */
    public static final int DRM_IOCTL_SYNCOBJ_DESTROY = 0xC00864C0;

    /** {@code DRM_IOWR(0xC1, struct drm_syncobj_handle)}. */
    public static final int DRM_IOCTL_SYNCOBJ_HANDLE_TO_FD = 0xC01064C1;

    /** {@code DRM_IOWR(0xC2, struct drm_syncobj_handle)}. */
    public static final int DRM_IOCTL_SYNCOBJ_FD_TO_HANDLE = 0xC01064C2;

    /** {@code DRM_IOWR(0xC3, struct drm_syncobj_wait)}. */
    public static final int DRM_IOCTL_SYNCOBJ_WAIT = 0xC02864C3;

    /** {@code DRM_IOWR(0xC4, struct drm_syncobj_array)}. */
    public static final int DRM_IOCTL_SYNCOBJ_RESET = 0xC01064C4;

    /** {@code DRM_IOWR(0xC5, struct drm_syncobj_array)}. */
    public static final int DRM_IOCTL_SYNCOBJ_SIGNAL = 0xC01064C5;

    /** {@code DRM_IOWR(0xC6, struct drm_mode_create_lease)}. */
    public static final int DRM_IOCTL_MODE_CREATE_LEASE = 0xC01864C6;

    /** {@code DRM_IOWR(0xC7, struct drm_mode_list_lessees)}. */
    public static final int DRM_IOCTL_MODE_LIST_LESSEES = 0xC01064C7;

    /** {@code DRM_IOWR(0xC8, struct drm_mode_get_lease)}. */
    public static final int DRM_IOCTL_MODE_GET_LEASE = 0xC01064C8;

    /** {@code DRM_IOWR(0xC9, struct drm_mode_revoke_lease)}. */
    public static final int DRM_IOCTL_MODE_REVOKE_LEASE = 0xC00464C9;

    /** {@code DRM_IOWR(0xCA, struct drm_syncobj_timeline_wait)}. */
    public static final int DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT = 0xC03064CA;

    /** {@code DRM_IOWR(0xCB, struct drm_syncobj_timeline_array)}. */
    public static final int DRM_IOCTL_SYNCOBJ_QUERY = 0xC01864CB;

    /** {@code DRM_IOWR(0xCC, struct drm_syncobj_transfer)}. */
    public static final int DRM_IOCTL_SYNCOBJ_TRANSFER = 0xC02064CC;

    /** {@code DRM_IOWR(0xCD, struct drm_syncobj_timeline_array)}. */
    public static final int DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL = 0xC01864CD;

    /** {@code DRM_IOWR(0xCE, struct drm_mode_fb_cmd2)}. */
    public static final int DRM_IOCTL_MODE_GETFB2 = 0xC06864CE;

    /** {@code 0x40}. */
    public static final int DRM_COMMAND_BASE = 0x40;

    /** {@code 0xA0}. */
    public static final int DRM_COMMAND_END = 0xA0;

    /** {@code 0x01}. */
    public static final int DRM_EVENT_VBLANK = 0x1;

    /** {@code 0x02}. */
    public static final int DRM_EVENT_FLIP_COMPLETE = 0x2;

    /** {@code 0x03}. */
    public static final int DRM_EVENT_CRTC_SEQUENCE = 0x3;

    /** {@code (1 << 3)}. */
    public static final int DRM_SYNCOBJ_WAIT_FLAGS_WAIT_DEADLINE = 8;

    /** {@code DRM_IOWR(0xCF, struct drm_syncobj_eventfd)}. */
    public static final int DRM_IOCTL_SYNCOBJ_EVENTFD = 0xC01864CF;

    /** {@code 64}. */
    public static final int DRM_CLIENT_NAME_MAX_LEN = 64;

    /** {@code DRM_IOWR(0xD1, struct drm_set_client_name)}. */
    public static final int DRM_IOCTL_SET_CLIENT_NAME = 0xC01064D1;

    /** {@code DRM_IOWR(0xD2, struct drm_gem_change_handle)}. */
    public static final int DRM_IOCTL_GEM_CHANGE_HANDLE = 0xC00864D2;

    private DrmH() {}
}
