package dev.ferrite.nova.cli;

import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Where a command prints.
 *
 * @param out the result
 * @param err complaints, and what is not the result
 * @param terminal whether a person looks at it: then, and only then, a progress bar is drawn
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {
    /** The process's own streams. */
    @SuppressWarnings("SystemConsoleNull") // it is null again since JDK 25 where standard input is no terminal
    static Console system() {
        java.io.Console console = System.console();
        return new Console(System.out, System.err, console != null && console.isTerminal());
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, out.charset());
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, err.charset());
    }
}
