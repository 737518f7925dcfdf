package dev.ferrite.runtime.proc;

/**
 * What {@code /proc/TID/stat} says, as far as it is used.
 *
 * @param state the letter of the state
 * @param startTicks when the task started, in hundredths of a second since boot
 */
public record TaskStat(char state, long startTicks) {
    private static final int FIELDS_BETWEEN_STATE_AND_START = 18;

    /**
     * Parses the line. The name stands in parentheses and may hold blanks, newlines and parentheses itself; nothing
     * behind it does, so the last parenthesis ends it.
     *
     * @param text the line
     * @return the facts
     */
    public static TaskStat parse(ProcText text) {
        text.behindLast(')');
        text.skipBlanks();
        char state = (char) text.next();
        text.skipBlanks();
        for (int i = 0; i < FIELDS_BETWEEN_STATE_AND_START; i++) {
            text.number();
        }
        return new TaskStat(state, text.number());
    }
}
