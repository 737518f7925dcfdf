package dev.ferrite.locks.lockdep;

/** Contexts a class was met in: what the interrupt states are to the kernel. */
enum Usage {
    /** Waited for by a platform thread. */
    PLATFORM('p', "locked by a platform thread"),

    /** Waited for by a virtual thread. */
    VIRTUAL('v', "locked by a virtual thread"),

    /** Waited for in atomic context: inside a spinning lock or an RCU read section. */
    IN_ATOMIC('a', "locked in atomic context"),

    /** Waited for inside an RCU read section. */
    IN_RCU('r', "locked inside an RCU read section"),

    /** Held while its holder came to a point where it may sleep. */
    HELD_ASLEEP('s', "held across a sleep"),

    /** {@link #IN_ATOMIC}, and not by a recursive reader, so that shared holders bar it. Not listed. */
    IN_ATOMIC_STRICTLY('\0', "locked in atomic context"),

    /** {@link #HELD_ASLEEP} exclusively, so that it bars recursive readers. Not listed. */
    HELD_ASLEEP_ALONE('\0', "held exclusively across a sleep");

    final char letter;
    final String text;

    Usage(char letter, String text) {
        this.letter = letter;
        this.text = text;
    }

    /** Whether listings have a letter for it. */
    boolean isListed() {
        return letter != 0;
    }
}
