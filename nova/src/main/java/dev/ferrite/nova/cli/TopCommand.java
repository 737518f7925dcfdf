package dev.ferrite.nova.cli;

import dev.ferrite.runtime.counters.Reading;
import dev.ferrite.runtime.counters.SharedCounters;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite top}: the counters of another process that runs Ferrite, live. */
final class TopCommand implements Command {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Console console;

    TopCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("top");
        spec.usageMessage()
                .description(
                        "Shows the counters of another running process that publishes them, as 'ferrite boot' does,"
                                + " with their rates, until the process ends or Ctrl-C. On a terminal the table stays in"
                                + " place; elsewhere one follows the other.");
        spec.addOption(Options.text("--pid", "PID", "whose counters. Default: the only process that publishes some"));
        spec.addOption(Options.text("--interval", "TIME", "between two looks, such as 500ms. Default: 1s"));
        spec.addOption(Options.flag("--once", "print one table, after one interval, because rates take two looks"));
        spec.addOption(Options.flag("--list", "list the processes whose counters can be read"));
        spec.addOption(Options.help());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        Duration interval = Values.duration("--interval", arguments.matchedOptionValue("--interval", "1s"));
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("--interval: 10ms to 1 hour, not " + interval.toMillis() + " ms");
        }
        boolean one = arguments.hasMatchedOption("--pid");
        long pid = one ? Values.number("--pid", arguments.matchedOptionValue("--pid", "")) : 0;
        if (arguments.matchedOptionValue("--list", false)) {
            SharedCounters.owners().forEach(owner -> console.out().printf("%8d  %s%n", owner.pid(), owner.command()));
            return Main.OK;
        }
        try {
            SharedCounters counters = one ? SharedCounters.open(pid) : SharedCounters.openOnly();
            return arguments.matchedOptionValue("--once", false) ? once(counters, interval) : watch(counters, interval);
        } catch (IOException e) {
            console.err().println("top: " + e.getMessage());
            return Main.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Main.FAILED;
        }
    }

    private int once(SharedCounters counters, Duration interval) throws InterruptedException {
        TopTable table = new TopTable();
        table.remember(counters.read(), counters.copied());
        Thread.sleep(interval);
        print(console.out(), picture(counters, table));
        return Main.OK;
    }

    private int watch(SharedCounters counters, Duration interval) throws InterruptedException {
        String end = "top: process " + counters.owner().pid() + " has ended, or publishes no more";
        if (!console.terminal()) {
            TopTable table = new TopTable();
            while (counters.isAlive() && !console.out().checkError()) {
                print(console.out(), picture(counters, table));
                console.out().println();
                Thread.sleep(interval);
            }
            console.err().println(end);
            return Main.OK;
        }
        List<String> last = List.of();
        try (Terminal terminal = new Terminal(console.out())) {
            TopTable table = new TopTable();
            while (counters.isAlive()) {
                last = picture(counters, table);
                terminal.draw(last);
                Thread.sleep(interval);
            }
        }
        print(console.out(), last);
        console.err().println(end);
        return Main.OK;
    }

    private static void print(PrintStream out, List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    private static List<String> picture(SharedCounters counters, TopTable table) {
        Instant copied = counters.copied();
        List<Reading> readings = counters.read();
        List<String> lines = new ArrayList<>();
        Duration age = Duration.between(copied, Instant.now());
        boolean stopped = age.compareTo(counters.period().multipliedBy(10).plusSeconds(1)) > 0;
        lines.add("ferrite top: process " + counters.owner().pid() + " ("
                + counters.owner().command() + ")"
                + (stopped ? String.format(Locale.ROOT, ", stopped for %.1f s", age.toMillis() / 1000.0) : ""));
        lines.addAll(table.lines(readings, copied));
        table.remember(readings, copied);
        return lines;
    }
}
