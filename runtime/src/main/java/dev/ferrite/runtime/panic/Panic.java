package dev.ferrite.runtime.panic;

import dev.ferrite.offheap.diag.KernelBug;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The end of this process when nothing may go on: the counterpart of {@code panic()}.
 *
 * <p>{@link #install} prepares it: everything a panic needs is made then. Without it a panic makes what it needs when it
 * comes, if it can. What happens is said in {@link PanicHandler}. Thread-safe.
 */
public final class Panic {
    /** With what a process ends: {@code EX_SOFTWARE}, an internal error. */
    public static final int EXIT_CODE = 70;

    private static final AtomicReference<@Nullable PanicHandler> INSTALLED = new AtomicReference<>();
    private static final int CAUSES = 16;

    private Panic() {}

    /**
     * Prepares for the panics of this process.
     *
     * @param config what they do
     * @return what is prepared; close it to give it up
     * @throws IllegalStateException if somebody has done so
     * @throws dev.ferrite.offheap.errno.ErrnoException ENOMEM
     */
    public static PanicHandler install(PanicConfig config) {
        PanicHandler handler = prepare(config);
        if (!INSTALLED.compareAndSet(null, handler)) {
            handler.close();
            throw new IllegalStateException("a panic handler is installed already");
        }
        handler.show();
        return handler;
    }

    /** A handler of its own, which no {@link #panic} of this class reaches. */
    static PanicHandler prepare(PanicConfig config) {
        PanicHandler handler = new PanicHandler(config);
        handler.start();
        return handler;
    }

    static void forget(PanicHandler handler) {
        INSTALLED.compareAndSet(handler, null);
    }

    /**
     * Panics.
     *
     * @param why one sentence
     * @return never, unless the configured end returns: then what to throw, so that {@code throw Panic.panic(...)} compiles
     */
    public static KernelBug panic(String why) {
        return handler().panic(why);
    }

    /**
     * Panics with a formatted sentence; a format that does not fit its arguments is taken as it is.
     *
     * @param format as {@link String#format} has it
     * @param arguments its arguments
     * @return as {@link #panic(String)}
     */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would make embedders carry Error Prone's jar
    public static KernelBug panic(String format, Object... arguments) {
        String why = format;
        try {
            why = String.format(Locale.ROOT, format, arguments);
        } catch (RuntimeException | Error bad) {
            // SAFETY: what is known is said; a bad format or an empty heap must not stop a panic.
        }
        return handler().panic(why);
    }

    /**
     * Panics because of something thrown.
     *
     * @param cause what was thrown
     * @return as {@link #panic(String)}
     */
    public static KernelBug panic(Throwable cause) {
        return handler().panic(cause);
    }

    /**
     * What is prepared in this process: there notifiers and pictures are added.
     *
     * @return the handler; null if nobody prepared for a panic
     */
    public static @Nullable PanicHandler installed() {
        return INSTALLED.get();
    }

    private static PanicHandler handler() {
        PanicHandler installed = INSTALLED.get();
        if (installed == null) {
            installed = prepare(PanicConfig.defaults());
            if (!INSTALLED.compareAndSet(null, installed)) {
                installed.close();
                return handler();
            }
        }
        return installed;
    }

    /**
     * Whether this process panics.
     *
     * @return true from the beginning of a panic on
     */
    public static boolean isPanicking() {
        PanicHandler installed = INSTALLED.get();
        return installed != null && installed.isPanicking();
    }

    /**
     * Panics for a {@link KernelBug} that a thread does not catch, from now on: sets the JVM's default handler of uncaught
     * exceptions. What is no bug, and has none as a cause, goes to the handler that was there before, or is printed as the
     * JVM prints it. A bug that an executor or a future keeps to itself is not seen.
     *
     * @return puts the handler back that was there before
     */
    public static Uncaught catchUncaught() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.UncaughtExceptionHandler mine = (thread, thrown) -> {
            KernelBug bug = bugIn(thrown);
            if (bug != null) {
                panic(bug);
            } else if (before != null) {
                before.uncaughtException(thread, thrown);
            } else {
                System.err.print("Exception in thread \"" + thread.getName() + "\" ");
                thrown.printStackTrace();
            }
        };
        Thread.setDefaultUncaughtExceptionHandler(mine);
        return () -> {
            if (mine.equals(Thread.getDefaultUncaughtExceptionHandler())) {
                Thread.setDefaultUncaughtExceptionHandler(before);
            }
        };
    }

    /** Undoes {@link #catchUncaught}. */
    @FunctionalInterface
    public interface Uncaught extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * The bug behind something thrown.
     *
     * @param thrown what was thrown
     * @return it, or the first bug among its causes; null if there is none
     */
    public static @Nullable KernelBug bugIn(@Nullable Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; at != null && i < CAUSES; i++, at = at.getCause()) {
            if (at instanceof KernelBug bug) {
                return bug;
            }
        }
        return null;
    }
}
