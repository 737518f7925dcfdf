package dev.ferrite.runtime.log;

import dev.ferrite.offheap.diag.WarnSink;

/** Turns a WARN into one record of level WARNING: the sentence, then the stack, a frame a line. */
final class WarnToLog implements WarnSink {
    private static final int FRAMES = 12;

    private final KernelLog log;

    WarnToLog(KernelLog log) {
        this.log = log;
    }

    @Override
    public void warn(String category, String message, Throwable site) {
        StringBuilder text = new StringBuilder(512);
        text.append(category).append(": ").append(message);
        StackTraceElement[] frames = site.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
            text.append("\n at ")
                    .append(frames[i].getClassName())
                    .append('.')
                    .append(frames[i].getMethodName())
                    .append(':')
                    .append(frames[i].getLineNumber());
        }
        log.log(LogLevel.WARNING, "WARNING", text);
    }
}
