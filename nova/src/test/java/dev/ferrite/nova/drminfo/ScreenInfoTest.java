package dev.ferrite.nova.drminfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connectors, encoders, CRTCs, planes, modes and properties, in the manner of drm_info. */
class ScreenInfoTest {
    private static Fact screens() {
        try (ScreenNode node = new ScreenNode()) {
            return Fact.of("card9", "Node: card9", ScreenInfo.of(node));
        }
    }

    @Test
    void everythingACardSaysOfItsScreens() {
        assertThat(screens().tree()).isEqualTo("""
                Node: card9
                ├───Framebuffer size
                │   ├───width: [0, 4096]
                │   └───height: [0, 2160]
                ├───Connectors
                │   ├───Connector 0
                │   │   ├───Object ID: 60
                │   │   ├───Name: VGA-1
                │   │   ├───Type: VGA
                │   │   ├───Status: connected
                │   │   ├───Physical size: 310x170 mm
                │   │   ├───Subpixel: unknown
                │   │   ├───Encoders: {0}
                │   │   ├───Modes
                │   │   │   ├───1024x768@60.00 preferred driver
                │   │   │   └───1920x1080@60.00 driver interlaced
                │   │   └───Properties
                │   │       ├───"DPMS": enum {On, Off} = Off
                │   │       ├───"EDID" (immutable): blob = 77
                │   │       └───"CRTC_ID" (atomic): object CRTC = 40
                │   ├───Connector 1
                │   │   ├───Object ID: 61
                │   │   ├───Name: HDMI-A-1
                │   │   ├───Type: HDMI-A
                │   │   ├───Status: disconnected
                │   │   ├───Encoders: {0}
                │   │   └───Properties
                │   │       └───"DPMS": enum {On, Off} = On
                │   └───Connector 2: gone
                │       └───Object ID: 62
                ├───Encoders
                │   └───Encoder 0
                │       ├───Object ID: 50
                │       ├───Type: DAC
                │       ├───CRTCs: {0}
                │       └───Clones: {}
                ├───CRTCs
                │   └───CRTC 0
                │       ├───Object ID: 40
                │       └───Legacy info
                │           ├───Mode: 1024x768@60.00 preferred driver
                │           ├───FB ID: 9
                │           └───Gamma size: 256
                └───Planes
                    ├───Plane 0
                    │   ├───Object ID: 30
                    │   ├───CRTCs: {0, 2}
                    │   ├───Legacy info
                    │   │   ├───FB ID: 9
                    │   │   └───Formats
                    │   │       ├───XR24 little-endian (0x34325258)
                    │   │       └───AR24 little-endian (0x34325241)
                    │   └───Properties
                    │       ├───"zpos": range [0, 18446744073709551615] = 18446744073709551615
                    │       ├───"CRTC_X" (atomic): srange [-2147483648, 2147483647] = -8
                    │       └───"rotation": bitmask {rotate-0, rotate-180} = {rotate-180}
                    └───Plane 1
                        ├───Object ID: 31
                        ├───CRTCs: {0, 2}
                        └───Legacy info
                            ├───FB ID: 0
                            └───Formats
                                ├───XR24 little-endian (0x34325258)
                                └───AR24 little-endian (0x34325241)
                """);
    }

    @Test
    void theSameForMachines() {
        Map<String, Object> all = screens().toMap();
        assertThat(all).containsOnlyKeys("framebuffer", "connectors", "encoders", "crtcs", "planes");
        assertThat(all.toString())
                .contains("id=60", "status=connected", "DPMS=Off", "EDID=77", "rotation={rotate-180}", "CRTC_X=-8");
    }
}
