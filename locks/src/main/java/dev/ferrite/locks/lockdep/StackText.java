package dev.ferrite.locks.lockdep;

/** Stacks as the reports show them: from the call that locked, without what is below every thread of a test. */
final class StackText {
    private static final int FRAMES = 12;
    private static final String PACKAGE = "dev.ferrite.locks.lockdep.";

    private StackText() {}

    /** Whether a frame is the validator's own; its tests are not. */
    static boolean isHook(String className) {
        return className.startsWith(PACKAGE)
                && !className.contains("Test")
                && className.indexOf('.', PACKAGE.length()) < 0;
    }

    static void append(StringBuilder text, Throwable at, String indent) {
        StackTraceElement[] frames = at.getStackTrace();
        int first = 0;
        while (first < frames.length - 1
                && (isHook(frames[first].getClassName())
                        || frames[first].getMethodName().endsWith("Validated"))) {
            first++;
        }
        int shown = 0;
        for (int i = first; i < frames.length; i++) {
            String name = frames[i].getClassName();
            if (shown == FRAMES || name.startsWith("org.junit.") || name.startsWith("jdk.internal.reflect.")) {
                text.append(indent).append("... ").append(frames.length - i).append(" more\n");
                return;
            }
            text.append(indent).append("at ").append(frames[i]).append('\n');
            shown++;
        }
    }
}
