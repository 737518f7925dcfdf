package dev.ferrite.nova.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the program. */
interface Command {
    /**
     * Its name, help and options.
     *
     * @return a specification whose user object is this command
     */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param arguments what was on the command line
     * @return the exit code
     * @throws IllegalArgumentException if a value is wrong; one sentence
     */
    int run(ParseResult arguments);
}
