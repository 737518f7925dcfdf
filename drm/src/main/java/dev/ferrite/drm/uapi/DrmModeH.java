// Generated from drm_mode.h: edit the source, not this file.
package dev.ferrite.drm.uapi;

/** Constants of {@code drm_mode.h}. */
public final class DrmModeH {
    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_Automatic = 0;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_Unknown = 0;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_VGA = 1;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_DVID = 3;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_DVIA = 4;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_Composite = 5;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_SVIDEO = 6;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_Component = 8;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_SCART = 9;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_DisplayPort = 10;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_HDMIA = 11;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_Native = 15;

    /** Of {@code enum drm_mode_subconnector}. */
    public static final int DRM_MODE_SUBCONNECTOR_Wireless = 18;

    /** {@code 32}. */
    public static final int DRM_CONNECTOR_NAME_LEN = 32;

    /** {@code 32}. */
    public static final int DRM_DISPLAY_MODE_LEN = 32;

    /** {@code 32}. */
    public static final int DRM_PROP_NAME_LEN = 32;

    /** {@code (1<<0)}. */
    public static final int DRM_MODE_TYPE_BUILTIN = 1;

    /** {@code ((1<<1) | DRM_MODE_TYPE_BUILTIN)}. */
    public static final int DRM_MODE_TYPE_CLOCK_C = 3;

    /** {@code ((1<<2) | DRM_MODE_TYPE_BUILTIN)}. */
    public static final int DRM_MODE_TYPE_CRTC_C = 5;

    /** {@code (1<<3)}. */
    public static final int DRM_MODE_TYPE_PREFERRED = 8;

    /** {@code (1<<4)}. */
    public static final int DRM_MODE_TYPE_DEFAULT = 16;

    /** {@code (1<<5)}. */
    public static final int DRM_MODE_TYPE_USERDEF = 32;

    /** {@code (1<<6)}. */
    public static final int DRM_MODE_TYPE_DRIVER = 64;

    /** {@code (DRM_MODE_TYPE_PREFERRED | DRM_MODE_TYPE_USERDEF | DRM_MODE_TYPE_DRIVER)}. */
    public static final int DRM_MODE_TYPE_ALL = 104;

    /** {@code (1<<0)}. */
    public static final int DRM_MODE_FLAG_PHSYNC = 1;

    /** {@code (1<<1)}. */
    public static final int DRM_MODE_FLAG_NHSYNC = 2;

    /** {@code (1<<2)}. */
    public static final int DRM_MODE_FLAG_PVSYNC = 4;

    /** {@code (1<<3)}. */
    public static final int DRM_MODE_FLAG_NVSYNC = 8;

    /** {@code (1<<4)}. */
    public static final int DRM_MODE_FLAG_INTERLACE = 16;

    /** {@code (1<<5)}. */
    public static final int DRM_MODE_FLAG_DBLSCAN = 32;

    /** {@code (1<<6)}. */
    public static final int DRM_MODE_FLAG_CSYNC = 64;

    /** {@code (1<<7)}. */
    public static final int DRM_MODE_FLAG_PCSYNC = 128;

    /** {@code (1<<8)}. */
    public static final int DRM_MODE_FLAG_NCSYNC = 256;

    /** {@code (1<<9)}. */
    public static final int DRM_MODE_FLAG_HSKEW = 512;

    /** {@code (1<<10)}. */
    public static final int DRM_MODE_FLAG_BCAST = 1024;

    /** {@code (1<<11)}. */
    public static final int DRM_MODE_FLAG_PIXMUX = 2048;

    /** {@code (1<<12)}. */
    public static final int DRM_MODE_FLAG_DBLCLK = 4096;

    /** {@code (1<<13)}. */
    public static final int DRM_MODE_FLAG_CLKDIV2 = 8192;

    /** {@code (0x1f<<14)}. */
    public static final int DRM_MODE_FLAG_3D_MASK = 0x7C000;

    /** {@code (0<<14)}. */
    public static final int DRM_MODE_FLAG_3D_NONE = 0;

    /** {@code (1<<14)}. */
    public static final int DRM_MODE_FLAG_3D_FRAME_PACKING = 16384;

    /** {@code (2<<14)}. */
    public static final int DRM_MODE_FLAG_3D_FIELD_ALTERNATIVE = 32768;

    /** {@code (3<<14)}. */
    public static final int DRM_MODE_FLAG_3D_LINE_ALTERNATIVE = 49152;

    /** {@code (4<<14)}. */
    public static final int DRM_MODE_FLAG_3D_SIDE_BY_SIDE_FULL = 0x10000;

    /** {@code (5<<14)}. */
    public static final int DRM_MODE_FLAG_3D_L_DEPTH = 0x14000;

    /** {@code (6<<14)}. */
    public static final int DRM_MODE_FLAG_3D_L_DEPTH_GFX_GFX_DEPTH = 0x18000;

    /** {@code (7<<14)}. */
    public static final int DRM_MODE_FLAG_3D_TOP_AND_BOTTOM = 0x1C000;

    /** {@code (8<<14)}. */
    public static final int DRM_MODE_FLAG_3D_SIDE_BY_SIDE_HALF = 0x20000;

    /** {@code 0}. */
    public static final int DRM_MODE_PICTURE_ASPECT_NONE = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_PICTURE_ASPECT_4_3 = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_PICTURE_ASPECT_16_9 = 2;

    /** {@code 3}. */
    public static final int DRM_MODE_PICTURE_ASPECT_64_27 = 3;

    /** {@code 4}. */
    public static final int DRM_MODE_PICTURE_ASPECT_256_135 = 4;

    /** {@code 0}. */
    public static final int DRM_MODE_CONTENT_TYPE_NO_DATA = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_CONTENT_TYPE_GRAPHICS = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_CONTENT_TYPE_PHOTO = 2;

    /** {@code 3}. */
    public static final int DRM_MODE_CONTENT_TYPE_CINEMA = 3;

    /** {@code 4}. */
    public static final int DRM_MODE_CONTENT_TYPE_GAME = 4;

    /** {@code (0x0F<<19)}. */
    public static final int DRM_MODE_FLAG_PIC_AR_MASK = 0x780000;

    /** {@code (DRM_MODE_PICTURE_ASPECT_NONE<<19)}. */
    public static final int DRM_MODE_FLAG_PIC_AR_NONE = 0;

    /** {@code (DRM_MODE_PICTURE_ASPECT_4_3<<19)}. */
    public static final int DRM_MODE_FLAG_PIC_AR_4_3 = 0x80000;

    /** {@code (DRM_MODE_PICTURE_ASPECT_16_9<<19)}. */
    public static final int DRM_MODE_FLAG_PIC_AR_16_9 = 0x100000;

    /** {@code (DRM_MODE_PICTURE_ASPECT_64_27<<19)}. */
    public static final int DRM_MODE_FLAG_PIC_AR_64_27 = 0x180000;

    /** {@code (DRM_MODE_PICTURE_ASPECT_256_135<<19)}. */
    public static final int DRM_MODE_FLAG_PIC_AR_256_135 = 0x200000;

    /** A macro. */
    public static final int DRM_MODE_FLAG_ALL = 0x7F3FF;

    /** {@code 0}. */
    public static final int DRM_MODE_DPMS_ON = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_DPMS_STANDBY = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_DPMS_SUSPEND = 2;

    /** {@code 3}. */
    public static final int DRM_MODE_DPMS_OFF = 3;

    /** {@code 0}. */
    public static final int DRM_MODE_SCALE_NONE = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_SCALE_FULLSCREEN = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_SCALE_CENTER = 2;

    /** {@code 3}. */
    public static final int DRM_MODE_SCALE_ASPECT = 3;

    /** {@code 0}. */
    public static final int DRM_MODE_DITHERING_OFF = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_DITHERING_ON = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_DITHERING_AUTO = 2;

    /** {@code 0}. */
    public static final int DRM_MODE_DIRTY_OFF = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_DIRTY_ON = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_DIRTY_ANNOTATE = 2;

    /** {@code 0}. */
    public static final int DRM_MODE_LINK_STATUS_GOOD = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_LINK_STATUS_BAD = 1;

    /** {@code (1<<0)}. */
    public static final int DRM_MODE_ROTATE_0 = 1;

    /** {@code (1<<1)}. */
    public static final int DRM_MODE_ROTATE_90 = 2;

    /** {@code (1<<2)}. */
    public static final int DRM_MODE_ROTATE_180 = 4;

    /** {@code (1<<3)}. */
    public static final int DRM_MODE_ROTATE_270 = 8;

    /** {@code ( DRM_MODE_ROTATE_0 | DRM_MODE_ROTATE_90 | DRM_MODE_ROTATE_180 | DRM_MODE_ROTATE_270)}. */
    public static final int DRM_MODE_ROTATE_MASK = 15;

    /** {@code (1<<4)}. */
    public static final int DRM_MODE_REFLECT_X = 16;

    /** {@code (1<<5)}. */
    public static final int DRM_MODE_REFLECT_Y = 32;

    /** {@code ( DRM_MODE_REFLECT_X | DRM_MODE_REFLECT_Y)}. */
    public static final int DRM_MODE_REFLECT_MASK = 48;

    /** {@code 0}. */
    public static final int DRM_MODE_CONTENT_PROTECTION_UNDESIRED = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_CONTENT_PROTECTION_DESIRED = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_CONTENT_PROTECTION_ENABLED = 2;

    /** {@code (1<<0)}. */
    public static final int DRM_MODE_PRESENT_TOP_FIELD = 1;

    /** {@code (1<<1)}. */
    public static final int DRM_MODE_PRESENT_BOTTOM_FIELD = 2;

    /** {@code 0}. */
    public static final int DRM_MODE_ENCODER_NONE = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_ENCODER_DAC = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_ENCODER_TMDS = 2;

    /** {@code 3}. */
    public static final int DRM_MODE_ENCODER_LVDS = 3;

    /** {@code 4}. */
    public static final int DRM_MODE_ENCODER_TVDAC = 4;

    /** {@code 5}. */
    public static final int DRM_MODE_ENCODER_VIRTUAL = 5;

    /** {@code 6}. */
    public static final int DRM_MODE_ENCODER_DSI = 6;

    /** {@code 7}. */
    public static final int DRM_MODE_ENCODER_DPMST = 7;

    /** {@code 8}. */
    public static final int DRM_MODE_ENCODER_DPI = 8;

    /** {@code 0}. */
    public static final int DRM_MODE_CONNECTOR_Unknown = 0;

    /** {@code 1}. */
    public static final int DRM_MODE_CONNECTOR_VGA = 1;

    /** {@code 2}. */
    public static final int DRM_MODE_CONNECTOR_DVII = 2;

    /** {@code 3}. */
    public static final int DRM_MODE_CONNECTOR_DVID = 3;

    /** {@code 4}. */
    public static final int DRM_MODE_CONNECTOR_DVIA = 4;

    /** {@code 5}. */
    public static final int DRM_MODE_CONNECTOR_Composite = 5;

    /** {@code 6}. */
    public static final int DRM_MODE_CONNECTOR_SVIDEO = 6;

    /** {@code 7}. */
    public static final int DRM_MODE_CONNECTOR_LVDS = 7;

    /** {@code 8}. */
    public static final int DRM_MODE_CONNECTOR_Component = 8;

    /** {@code 9}. */
    public static final int DRM_MODE_CONNECTOR_9PinDIN = 9;

    /** {@code 10}. */
    public static final int DRM_MODE_CONNECTOR_DisplayPort = 10;

    /** {@code 11}. */
    public static final int DRM_MODE_CONNECTOR_HDMIA = 11;

    /** {@code 12}. */
    public static final int DRM_MODE_CONNECTOR_HDMIB = 12;

    /** {@code 13}. */
    public static final int DRM_MODE_CONNECTOR_TV = 13;

    /** {@code 14}. */
    public static final int DRM_MODE_CONNECTOR_eDP = 14;

    /** {@code 15}. */
    public static final int DRM_MODE_CONNECTOR_VIRTUAL = 15;

    /** {@code 16}. */
    public static final int DRM_MODE_CONNECTOR_DSI = 16;

    /** {@code 17}. */
    public static final int DRM_MODE_CONNECTOR_DPI = 17;

    /** {@code 18}. */
    public static final int DRM_MODE_CONNECTOR_WRITEBACK = 18;

    /** {@code 19}. */
    public static final int DRM_MODE_CONNECTOR_SPI = 19;

    /** {@code 20}. */
    public static final int DRM_MODE_CONNECTOR_USB = 20;

    /** {@code (1<<0)}. */
    public static final int DRM_MODE_PROP_PENDING = 1;

    /** {@code (1<<1)}. */
    public static final int DRM_MODE_PROP_RANGE = 2;

    /** {@code (1<<2)}. */
    public static final int DRM_MODE_PROP_IMMUTABLE = 4;

    /** {@code (1<<3)}. */
    public static final int DRM_MODE_PROP_ENUM = 8;

    /** {@code (1<<4)}. */
    public static final int DRM_MODE_PROP_BLOB = 16;

    /** {@code (1<<5)}. */
    public static final int DRM_MODE_PROP_BITMASK = 32;

    /** {@code ( DRM_MODE_PROP_RANGE | DRM_MODE_PROP_ENUM | DRM_MODE_PROP_BLOB | DRM_MODE_PROP_BITMASK)}. */
    public static final int DRM_MODE_PROP_LEGACY_TYPE = 58;

    /** {@code 0x0000ffc0}. */
    public static final int DRM_MODE_PROP_EXTENDED_TYPE = 0xFFC0;

    /** {@code DRM_MODE_PROP_TYPE(1)}. */
    public static final int DRM_MODE_PROP_OBJECT = 64;

    /** {@code DRM_MODE_PROP_TYPE(2)}. */
    public static final int DRM_MODE_PROP_SIGNED_RANGE = 128;

    /** {@code 0x80000000}. */
    public static final int DRM_MODE_PROP_ATOMIC = 0x80000000;

    /** {@code 0xcccccccc}. */
    public static final int DRM_MODE_OBJECT_CRTC = 0xCCCCCCCC;

    /** {@code 0xc0c0c0c0}. */
    public static final int DRM_MODE_OBJECT_CONNECTOR = 0xC0C0C0C0;

    /** {@code 0xe0e0e0e0}. */
    public static final int DRM_MODE_OBJECT_ENCODER = 0xE0E0E0E0;

    /** {@code 0xdededede}. */
    public static final int DRM_MODE_OBJECT_MODE = 0xDEDEDEDE;

    /** {@code 0xb0b0b0b0}. */
    public static final int DRM_MODE_OBJECT_PROPERTY = 0xB0B0B0B0;

    /** {@code 0xfbfbfbfb}. */
    public static final int DRM_MODE_OBJECT_FB = 0xFBFBFBFB;

    /** {@code 0xbbbbbbbb}. */
    public static final int DRM_MODE_OBJECT_BLOB = 0xBBBBBBBB;

    /** {@code 0xeeeeeeee}. */
    public static final int DRM_MODE_OBJECT_PLANE = 0xEEEEEEEE;

    /** {@code 0}. */
    public static final int DRM_MODE_OBJECT_ANY = 0;

    /** {@code (1<<0)}. */
    public static final int DRM_MODE_FB_INTERLACED = 1;

    /** {@code (1<<1)}. */
    public static final int DRM_MODE_FB_MODIFIERS = 2;

    /** {@code 0x01}. */
    public static final int DRM_MODE_FB_DIRTY_ANNOTATE_COPY = 0x1;

    /** {@code 0x02}. */
    public static final int DRM_MODE_FB_DIRTY_ANNOTATE_FILL = 0x2;

    /** {@code 0x03}. */
    public static final int DRM_MODE_FB_DIRTY_FLAGS = 0x3;

    /** {@code 256}. */
    public static final int DRM_MODE_FB_DIRTY_MAX_CLIPS = 256;

    /** {@code 0x01}. */
    public static final int DRM_MODE_CURSOR_BO = 0x1;

    /** {@code 0x02}. */
    public static final int DRM_MODE_CURSOR_MOVE = 0x2;

    /** {@code 0x03}. */
    public static final int DRM_MODE_CURSOR_FLAGS = 0x3;

    /** {@code 0x01}. */
    public static final int DRM_MODE_PAGE_FLIP_EVENT = 0x1;

    /** {@code 0x02}. */
    public static final int DRM_MODE_PAGE_FLIP_ASYNC = 0x2;

    /** {@code 0x4}. */
    public static final int DRM_MODE_PAGE_FLIP_TARGET_ABSOLUTE = 0x4;

    /** {@code 0x8}. */
    public static final int DRM_MODE_PAGE_FLIP_TARGET_RELATIVE = 0x8;

    /** {@code (DRM_MODE_PAGE_FLIP_TARGET_ABSOLUTE | DRM_MODE_PAGE_FLIP_TARGET_RELATIVE)}. */
    public static final int DRM_MODE_PAGE_FLIP_TARGET = 12;

    /** {@code (DRM_MODE_PAGE_FLIP_EVENT | DRM_MODE_PAGE_FLIP_ASYNC | DRM_MODE_PAGE_FLIP_TARGET)}. */
    public static final int DRM_MODE_PAGE_FLIP_FLAGS = 15;

    /** {@code 0x0100}. */
    public static final int DRM_MODE_ATOMIC_TEST_ONLY = 0x100;

    /** {@code 0x0200}. */
    public static final int DRM_MODE_ATOMIC_NONBLOCK = 0x200;

    /** {@code 0x0400}. */
    public static final int DRM_MODE_ATOMIC_ALLOW_MODESET = 0x400;

    /** A macro. */
    public static final int DRM_MODE_ATOMIC_FLAGS = 1795;

    /** {@code 1}. */
    public static final int FORMAT_BLOB_CURRENT = 1;

    private DrmModeH() {}
}
