package dev.ferrite.drm.core;

/** The kinds of nodes a device has. */
public enum NodeType {
    /** {@code card0}: masters, authentication, and everything else. */
    PRIMARY("card", 0),
    /** {@code renderD128}: rendering only, every client authenticated. */
    RENDER("renderD", 128);

    private final String prefix;
    private final int firstMinor;

    NodeType(String prefix, int firstMinor) {
        this.prefix = prefix;
        this.firstMinor = firstMinor;
    }

    int firstMinor() {
        return firstMinor;
    }

    String nodeName(int minor) {
        return prefix + minor;
    }
}
