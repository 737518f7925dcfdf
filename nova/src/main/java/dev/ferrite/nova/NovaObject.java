package dev.ferrite.nova;

/** The driver's state of a buffer object: none, as upstream. */
record NovaObject() {
    /** Nothing to tell two of them apart. */
    static final NovaObject EMPTY = new NovaObject();
}
