package dev.ferrite.runtime.module.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The keys of an annotation as they stand in the source, and where. */
final class Keys {
    private final Element element;
    private final AnnotationMirror annotation;
    private final Map<String, AnnotationValue> values = new LinkedHashMap<>();

    /** Reads the keys and checks that they stand in the order they are declared in. */
    Keys(Element element, AnnotationMirror annotation) {
        this.element = element;
        this.annotation = annotation;
        annotation
                .getElementValues()
                .forEach((key, value) -> values.put(key.getSimpleName().toString(), value));
        List<String> order = annotation.getAnnotationType().asElement().getEnclosedElements().stream()
                .map(key -> key.getSimpleName().toString())
                .toList();
        String last = "";
        for (String key : values.keySet()) {
            if (order.indexOf(key) < order.indexOf(last)) {
                throw error(key, "module info: key '" + key + "' must come before key '" + last + "'");
            }
            last = key;
        }
    }

    /** A mistake in the value of a key; without such a key, in the annotation as a whole. */
    SourceError error(String key, String text) {
        return new SourceError(element, annotation, values.get(key), text);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    private @Nullable Object value(String key) {
        AnnotationValue value = values.get(key);
        return value == null ? null : value.getValue();
    }

    /** A text; empty if the key is not given. */
    String text(String key) {
        return value(key) instanceof String text ? text : "";
    }

    /** The name of a constant of an enum. */
    String constant(String key) {
        return value(key) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : "";
    }

    /** A list of texts. */
    List<String> texts(String key) {
        return list(key).stream()
                .map(AnnotationValue::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** A list of annotations. */
    List<Keys> annotations(String key) {
        List<Keys> result = new ArrayList<>();
        for (AnnotationValue each : list(key)) {
            if (each.getValue() instanceof AnnotationMirror nested) {
                result.add(new Keys(element, nested).within(annotation, each));
            }
        }
        return result;
    }

    /** Mistakes are shown where the outer annotation has this one. */
    private Keys within(AnnotationMirror outer, AnnotationValue place) {
        Keys nested = new Keys(element, outer, place);
        nested.values.putAll(values);
        return nested;
    }

    private Keys(Element element, AnnotationMirror annotation, AnnotationValue place) {
        this.element = element;
        this.annotation = annotation;
        this.values.put("", place);
    }

    /** A mistake in a nested annotation. */
    SourceError error(String text) {
        return new SourceError(element, annotation, values.get(""), text);
    }

    private List<AnnotationValue> list(String key) {
        List<AnnotationValue> result = new ArrayList<>();
        if (value(key) instanceof List<?> list) {
            for (Object each : list) {
                result.add((AnnotationValue) each);
            }
        }
        return result;
    }
}
