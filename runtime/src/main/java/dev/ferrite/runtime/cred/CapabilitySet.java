package dev.ferrite.runtime.cred;

/** The five capability sets of a task. */
public enum CapabilitySet {
    /** What exec passes on. */
    INHERITABLE("CapInh"),

    /** What the task may make effective. */
    PERMITTED("CapPrm"),

    /** What checks ask. */
    EFFECTIVE("CapEff"),

    /** What exec can never go beyond. */
    BOUNDING("CapBnd"),

    /** What exec of an ordinary program keeps. */
    AMBIENT("CapAmb");

    /** The line of {@code /proc/TID/status}. */
    final String key;

    CapabilitySet(String key) {
        this.key = key;
    }
}
