package dev.ferrite.runtime.module.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** A mistake in a declaration, with the place that the compiler shows. */
final class SourceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Element element;
    private final transient @Nullable AnnotationMirror annotation;
    private final transient @Nullable AnnotationValue value;
    private final String text;

    SourceError(Element element, String text) {
        this(element, null, null, text);
    }

    SourceError(Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value, String text) {
        super(text);
        this.element = element;
        this.annotation = annotation;
        this.value = value;
        this.text = text;
    }

    /** Shows it. */
    void print(Messager messager) {
        messager.printMessage(Diagnostic.Kind.ERROR, text, element, annotation, value);
    }
}
