package dev.ferrite.offheap.trace;

import java.util.Set;

/** A place in a program and the thread that was there; as the cause of an exception it prints its stack by itself. */
final class Site extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int FRAMES = 16;
    private static final Set<String> TWIN = Set.of(
            Tracing.class.getName(),
            OwnerTable.class.getName(),
            OwnerTrace.class.getName(),
            WordHistory.class.getName());

    private final String verb;

    Site(String verb) {
        super(verb + " by thread " + Thread.currentThread().threadId() + " ("
                + Thread.currentThread().getName() + ")");
        this.verb = verb;
    }

    String verb() {
        return verb;
    }

    /** The message and the stack, without the twin's own frames. */
    static String lines(Throwable site) {
        String line = System.lineSeparator();
        StringBuilder text = new StringBuilder(512)
                .append(line)
                .append("  ")
                .append(site.getMessage())
                .append(':');
        int shown = 0;
        for (StackTraceElement frame : site.getStackTrace()) {
            if (!TWIN.contains(frame.getClassName()) && shown++ < FRAMES) {
                text.append(line).append("    at ").append(frame);
            }
        }
        return text.toString();
    }
}
