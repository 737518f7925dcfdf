package dev.ferrite.runtime.machine;

/**
 * One fact about the machine.
 *
 * @param area what it is about, such as {@code memory}
 * @param fact which fact, such as {@code huge pages}
 * @param value what was found
 * @param meaning what that means for a user of Ferrite, one short sentence
 * @param verdict whether that is good
 */
public record Finding(String area, String fact, String value, String meaning, Verdict verdict) {
    /** Whether a fact is good for a user of Ferrite. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** Works, but worth knowing: slower, or something optional is not there. */
        NOTE,
        /** Something that Ferrite, or a part of it, needs is not there. */
        MISSING
    }

    /** Takes control characters out of what was found: no device name can command a terminal. */
    public Finding {
        value = value.replaceAll("\\p{Cntrl}", "?");
    }

    static Finding ok(String area, String fact, String value, String meaning) {
        return new Finding(area, fact, value, meaning, Verdict.OK);
    }

    static Finding note(String area, String fact, String value, String meaning) {
        return new Finding(area, fact, value, meaning, Verdict.NOTE);
    }

    static Finding missing(String area, String fact, String value, String meaning) {
        return new Finding(area, fact, value, meaning, Verdict.MISSING);
    }
}
