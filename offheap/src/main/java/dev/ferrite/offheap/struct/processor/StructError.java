package dev.ferrite.offheap.struct.processor;

import javax.lang.model.element.Element;

/** A mistake in a declaration, with the place that the compiler shows. */
final class StructError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Element element;
    private final String text;

    StructError(Element element, String text) {
        super(text);
        this.element = element;
        this.text = text;
    }

    /** The declaration at fault. */
    Element element() {
        return element;
    }

    /** What is wrong with it. */
    String text() {
        return text;
    }
}
