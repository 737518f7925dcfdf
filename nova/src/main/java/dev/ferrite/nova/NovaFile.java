package dev.ferrite.nova;

/** The driver's state of an open file: none, as upstream. */
record NovaFile() {
    /** Nothing to tell two of them apart. */
    static final NovaFile EMPTY = new NovaFile();
}
