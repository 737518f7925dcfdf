package dev.ferrite.runtime.task;

/** What a task is doing, by the letter {@code /proc} and {@code ps} give it. */
public enum TaskState {
    /** Runs, or could. */
    RUNNING('R'),

    /** Sleeps until something happens or a signal comes. */
    INTERRUPTIBLE('S'),

    /** Sleeps until something happens, mostly I/O. */
    UNINTERRUPTIBLE('D'),

    /** Stopped by a signal. */
    STOPPED('T'),

    /** Stopped by a tracer. */
    TRACED('t'),

    /** Has ended, and nobody has asked for its exit status yet. */
    ZOMBIE('Z'),

    /** Is gone. */
    DEAD('X'),

    /** A kernel thread that waits for work. */
    IDLE('I'),

    /** A kernel thread that is parked. */
    PARKED('P'),

    /** A state this kernel has and this class has not. */
    OTHER('?');

    private final char letter;

    TaskState(char letter) {
        this.letter = letter;
    }

    static TaskState of(char letter) {
        for (TaskState state : values()) {
            if (state.letter == letter) {
                return state;
            }
        }
        return OTHER;
    }

    /**
     * The letter.
     *
     * @return as {@code ps} shows it
     */
    public char letter() {
        return letter;
    }
}
