package dev.ferrite.nova.drminfo;

import dev.ferrite.drm.uapi.DrmModeH;
import dev.ferrite.nova.drminfo.Kms.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The properties of an object, each with its kind and its value. */
final class PropertyInfo {
    private static final Map<Integer, String> OBJECTS = Map.of(
            DrmModeH.DRM_MODE_OBJECT_CRTC, "CRTC",
            DrmModeH.DRM_MODE_OBJECT_CONNECTOR, "connector",
            DrmModeH.DRM_MODE_OBJECT_ENCODER, "encoder",
            DrmModeH.DRM_MODE_OBJECT_FB, "framebuffer",
            DrmModeH.DRM_MODE_OBJECT_BLOB, "blob",
            DrmModeH.DRM_MODE_OBJECT_PLANE, "plane");

    private PropertyInfo() {}

    /** One fact with all of them; none if the object has none. */
    static List<Fact> of(Kms kms, int object, int type) {
        List<Fact> facts = new ArrayList<>();
        kms.properties(object, type)
                .forEach((id, value) -> kms.property(id).ifPresent(property -> facts.add(describe(property, value))));
        return facts.isEmpty() ? List.of() : List.of(Fact.of("properties", "Properties", facts));
    }

    private static Fact describe(Property property, long value) {
        int flags = property.flags();
        List<String> remarks = new ArrayList<>();
        if ((flags & DrmModeH.DRM_MODE_PROP_ATOMIC) != 0) {
            remarks.add("atomic");
        }
        if ((flags & DrmModeH.DRM_MODE_PROP_IMMUTABLE) != 0) {
            remarks.add("immutable");
        }
        String head =
                "\"" + property.name() + "\"" + (remarks.isEmpty() ? "" : " (" + String.join(", ", remarks) + ")");
        return Fact.of(
                property.name(),
                head + ": " + kind(property) + " = " + text(property, value),
                machine(property, value));
    }

    private static String kind(Property property) {
        List<Long> values = property.values();
        return switch (type(property)) {
            case DrmModeH.DRM_MODE_PROP_RANGE -> "range " + range(values, true);
            case DrmModeH.DRM_MODE_PROP_SIGNED_RANGE -> "srange " + range(values, false);
            case DrmModeH.DRM_MODE_PROP_ENUM ->
                "enum {" + String.join(", ", property.names().values()) + "}";
            case DrmModeH.DRM_MODE_PROP_BITMASK ->
                "bitmask {" + String.join(", ", property.names().values()) + "}";
            case DrmModeH.DRM_MODE_PROP_BLOB -> "blob";
            case DrmModeH.DRM_MODE_PROP_OBJECT ->
                "object "
                        + (values.isEmpty()
                                ? "?"
                                : OBJECTS.getOrDefault(values.getFirst().intValue(), "?"));
            default -> "unknown type";
        };
    }

    private static int type(Property property) {
        return property.flags() & (DrmModeH.DRM_MODE_PROP_LEGACY_TYPE | DrmModeH.DRM_MODE_PROP_EXTENDED_TYPE);
    }

    private static String range(List<Long> values, boolean unsigned) {
        return values.stream()
                .map(value -> unsigned ? Long.toUnsignedString(value) : Long.toString(value))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(Property property, long value) {
        return switch (type(property)) {
            case DrmModeH.DRM_MODE_PROP_ENUM -> property.names().getOrDefault(value, "?" + value);
            case DrmModeH.DRM_MODE_PROP_BITMASK -> bits(property, value);
            case DrmModeH.DRM_MODE_PROP_RANGE -> Long.toUnsignedString(value);
            default -> Long.toString(value);
        };
    }

    /** Names, which stand for bits by their numbers. */
    private static String bits(Property property, long value) {
        return property.names().entrySet().stream()
                .filter(bit -> ((value >>> bit.getKey()) & 1) != 0)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Object machine(Property property, long value) {
        int type = type(property);
        return type == DrmModeH.DRM_MODE_PROP_ENUM || type == DrmModeH.DRM_MODE_PROP_BITMASK
                ? text(property, value)
                : value;
    }
}
