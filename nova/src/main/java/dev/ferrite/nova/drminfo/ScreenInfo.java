package dev.ferrite.nova.drminfo;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.format.Fourcc;
import dev.ferrite.drm.uapi.DrmModeH;
import dev.ferrite.nova.drminfo.Kms.Connector;
import dev.ferrite.nova.drminfo.Kms.Mode;
import dev.ferrite.nova.drminfo.Kms.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a card node says of screens, in the manner of drm_info; nothing for a driver without them, and for a render node.
 * Connectors, encoders, CRTCs and planes are named by their places in the lists, as the masks of the kernel do.
 */
final class ScreenInfo {
    private static final List<String> CONNECTORS = List.of(
            "Unknown",
            "VGA",
            "DVI-I",
            "DVI-D",
            "DVI-A",
            "Composite",
            "SVIDEO",
            "LVDS",
            "Component",
            "DIN",
            "DP",
            "HDMI-A",
            "HDMI-B",
            "TV",
            "eDP",
            "Virtual",
            "DSI",
            "DPI",
            "Writeback",
            "SPI",
            "USB");
    private static final List<String> STATES = List.of("?", "connected", "disconnected", "unknown");
    private static final List<String> SUBPIXELS =
            List.of("?", "unknown", "horizontal RGB", "horizontal BGR", "vertical RGB", "vertical BGR", "none");
    private static final List<String> ENCODERS =
            List.of("none", "DAC", "TMDS", "LVDS", "TV DAC", "virtual", "DSI", "DP MST", "DPI");

    private final Kms kms;
    private final Kms.Resources resources;

    private ScreenInfo(Kms kms, Kms.Resources resources) {
        this.kms = kms;
        this.resources = resources;
    }

    static List<Fact> of(DrmNode node) {
        Kms kms = new Kms(node);
        return kms.resources()
                .map(resources -> new ScreenInfo(kms, resources).all())
                .orElse(List.of());
    }

    private List<Fact> all() {
        return List.of(
                Fact.of(
                        "framebuffer",
                        "Framebuffer size",
                        List.of(
                                range("width", resources.minWidth(), resources.maxWidth()),
                                range("height", resources.minHeight(), resources.maxHeight()))),
                Fact.of("connectors", "Connectors", each("Connector", resources.connectors(), this::connector)),
                Fact.of("encoders", "Encoders", each("Encoder", resources.encoders(), this::encoder)),
                Fact.of("crtcs", "CRTCs", each("CRTC", resources.crtcs(), this::crtc)),
                Fact.of("planes", "Planes", each("Plane", kms.planes(), this::plane)));
    }

    /** What an object says of itself; empty if it is gone. */
    private interface Describer {
        Optional<List<Fact>> parts(int id);
    }

    private static List<Fact> each(String kind, List<Integer> ids, Describer describer) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.get(i);
            String key = String.valueOf(i);
            Optional<List<Fact>> found = describer.parts(id);
            List<Fact> parts = new ArrayList<>(List.of(Fact.of("id", "Object ID: " + id, id)));
            found.ifPresent(parts::addAll);
            facts.add(Fact.of(key, kind + " " + i + (found.isPresent() ? "" : ": gone"), parts));
        }
        return facts;
    }

    private static Fact range(String key, int low, int high) {
        return Fact.of(key, key + ": [" + low + ", " + high + "]", low + ".." + high);
    }

    private Optional<List<Fact>> connector(int id) {
        return kms.connector(id).map(connector -> {
            String type = name(CONNECTORS, connector.type());
            String name = type + "-" + connector.typeId();
            String status = name(STATES, connector.connection());
            List<Fact> parts = new ArrayList<>();
            parts.add(Fact.of("name", "Name: " + name, name));
            parts.add(Fact.of("type", "Type: " + type, type));
            parts.add(Fact.of("status", "Status: " + status, status));
            if (connector.connection() == 1) {
                String size = connector.mmWidth() + "x" + connector.mmHeight();
                String subpixel = name(SUBPIXELS, connector.subpixel());
                parts.add(Fact.of("millimetres", "Physical size: " + size + " mm", size));
                parts.add(Fact.of("subpixel", "Subpixel: " + subpixel, subpixel));
            }
            String encoders = places(connector.encoders(), resources.encoders());
            parts.add(Fact.of("encoders", "Encoders: " + encoders, encoders));
            parts.addAll(modes(connector));
            parts.addAll(PropertyInfo.of(kms, id, DrmModeH.DRM_MODE_OBJECT_CONNECTOR));
            return parts;
        });
    }

    private static List<Fact> modes(Connector connector) {
        List<Fact> modes = lines(connector.modes(), ScreenInfo::text);
        return modes.isEmpty() ? List.of() : List.of(Fact.of("modes", "Modes", modes));
    }

    /** Such as {@code 1024x768@60.00 preferred driver}; the refresh is that of clock and totals, to hundredths. */
    private static String text(Mode mode) {
        double dots = (double) mode.htotal() * mode.vtotal();
        double refresh = dots == 0 ? mode.refresh() : mode.clock() * 1000.0 / dots;
        if ((mode.flags() & DrmModeH.DRM_MODE_FLAG_INTERLACE) != 0) {
            refresh *= 2;
        }
        if ((mode.flags() & DrmModeH.DRM_MODE_FLAG_DBLSCAN) != 0) {
            refresh /= 2;
        }
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%dx%d@%.2f", mode.width(), mode.height(), refresh));
        note(text, mode.type(), DrmModeH.DRM_MODE_TYPE_PREFERRED, " preferred");
        note(text, mode.type(), DrmModeH.DRM_MODE_TYPE_USERDEF, " userdef");
        note(text, mode.type(), DrmModeH.DRM_MODE_TYPE_DRIVER, " driver");
        note(text, mode.flags(), DrmModeH.DRM_MODE_FLAG_INTERLACE, " interlaced");
        note(text, mode.flags(), DrmModeH.DRM_MODE_FLAG_DBLSCAN, " doublescan");
        return text.toString();
    }

    private static void note(StringBuilder text, int flags, int flag, String word) {
        if ((flags & flag) != 0) {
            text.append(word);
        }
    }

    private Optional<List<Fact>> encoder(int id) {
        return kms.encoder(id).map(encoder -> {
            String type = name(ENCODERS, encoder.type());
            return List.of(
                    Fact.of("type", "Type: " + type, type),
                    mask("crtcs", "CRTCs", encoder.possibleCrtcs()),
                    mask("clones", "Clones", encoder.possibleClones()));
        });
    }

    private Optional<List<Fact>> crtc(int id) {
        return kms.crtc(id).map(crtc -> {
            List<Fact> legacy = new ArrayList<>();
            crtc.mode().ifPresent(mode -> legacy.add(Fact.of("mode", "Mode: " + text(mode), text(mode))));
            legacy.add(Fact.of("fb", "FB ID: " + crtc.framebuffer(), crtc.framebuffer()));
            legacy.add(Fact.of("gammaSize", "Gamma size: " + crtc.gammaSize(), crtc.gammaSize()));
            List<Fact> parts = new ArrayList<>(List.of(Fact.of("legacy", "Legacy info", legacy)));
            parts.addAll(PropertyInfo.of(kms, id, DrmModeH.DRM_MODE_OBJECT_CRTC));
            return parts;
        });
    }

    private Optional<List<Fact>> plane(int id) {
        return kms.plane(id).map(plane -> {
            List<Fact> parts = new ArrayList<>(List.of(
                    mask("crtcs", "CRTCs", plane.possibleCrtcs()),
                    Fact.of(
                            "legacy",
                            "Legacy info",
                            List.of(
                                    Fact.of("fb", "FB ID: " + plane.framebuffer(), plane.framebuffer()),
                                    formats(plane)))));
            parts.addAll(PropertyInfo.of(kms, id, DrmModeH.DRM_MODE_OBJECT_PLANE));
            return parts;
        });
    }

    private static Fact formats(Plane plane) {
        return Fact.of("formats", "Formats", lines(plane.formats(), Fourcc::text));
    }

    private static <T> List<Fact> lines(List<T> of, Function<T, String> text) {
        return IntStream.range(0, of.size())
                .mapToObj(i -> Fact.of(String.valueOf(i), text.apply(of.get(i)), text.apply(of.get(i))))
                .toList();
    }

    private static Fact mask(String key, String title, int bits) {
        String text = IntStream.range(0, Integer.SIZE)
                .filter(bit -> ((bits >>> bit) & 1) != 0)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "{", "}"));
        return Fact.of(key, title + ": " + text, text);
    }

    /** Where objects stand in the list of all. */
    private static String places(List<Integer> ids, List<Integer> all) {
        return ids.stream()
                .map(id -> all.contains(id) ? String.valueOf(all.indexOf(id)) : "object " + id)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String name(List<String> names, int index) {
        return index >= 0 && index < names.size() ? names.get(index) : "?" + index;
    }
}
