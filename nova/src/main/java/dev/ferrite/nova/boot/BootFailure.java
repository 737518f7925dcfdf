package dev.ferrite.nova.boot;

import dev.ferrite.offheap.errno.ErrnoException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** The job could not be done; the message is one sentence for people, with the values. */
public final class BootFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with its own words.
     *
     * @param sentence what went wrong, without a full stop
     */
    public BootFailure(String sentence) {
        super(sentence);
    }

    /**
     * A failure that something else caused.
     *
     * @param sentence what went wrong, without a full stop
     * @param cause why
     */
    public BootFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /**
     * Puts any throwable into one sentence.
     *
     * @param problem what was thrown
     * @return it, or a failure around it
     */
    public static BootFailure of(Throwable problem) {
        return switch (problem) {
            case BootFailure failure -> failure;
            case ErrnoException failed -> new BootFailure(String.valueOf(failed.getMessage()), failed);
            case IOException failed -> new BootFailure(sentence(failed), failed);
            case OutOfMemoryError full -> new BootFailure("the JVM is out of memory (" + full.getMessage() + ")", full);
            default ->
                new BootFailure(
                        "unexpected " + problem.getClass().getSimpleName() + " (" + problem.getMessage() + ")",
                        problem);
        };
    }

    /**
     * Why a file operation failed, without the name of the file.
     *
     * @param problem what was thrown
     * @return a few words
     */
    public static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException missing -> "does not exist";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(problem.getMessage());
        };
    }

    /**
     * A failed file operation, with the name of the file.
     *
     * @param problem what was thrown
     * @return one sentence
     */
    public static String sentence(IOException problem) {
        return switch (problem) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " cannot be accessed: permission denied";
            case FileSystemException failed ->
                failed.getFile() + ": " + (failed.getReason() == null ? "failed" : failed.getReason());
            default -> String.valueOf(problem.getMessage());
        };
    }
}
