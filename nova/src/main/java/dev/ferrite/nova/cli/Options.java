package dev.ferrite.nova.cli;

import picocli.CommandLine.Model.OptionSpec;

/** The kinds of options that commands are made of. An option of several names has them in one text: {@code -p --pid}. */
final class Options {
    private Options() {}

    /** One with a value. */
    static OptionSpec text(String names, String label, String description) {
        return OptionSpec.builder(names.split(" ", -1))
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .description(description)
                .build();
    }

    /** One that is there or not. */
    static OptionSpec flag(String names, String description) {
        return OptionSpec.builder(names.split(" ", -1))
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    /** For programs that read what is printed. */
    static OptionSpec json() {
        return flag("--json", "print a report for machines");
    }

    /** Every command has it. */
    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("this page")
                .build();
    }
}
