package dev.ferrite.nova.cli;

import dev.ferrite.nova.boot.report.Json;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.log.LogReader;
import dev.ferrite.runtime.log.LogRecord;
import dev.ferrite.runtime.log.SharedLog;
import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ferrite dmesg}: the kernel log of another process that runs Ferrite. */
final class DmesgCommand implements Command {
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Console console;

    DmesgCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("dmesg");
        spec.usageMessage()
                .description(
                        "Prints the kernel log of another running process that uses Ferrite: what its ring holds, and"
                                + " with --follow what comes after. The process neither waits nor notices.")
                .footer(
                        "",
                        "Finds the processes of this user (for root: of anybody); a log ends with its process."
                                + " With --json each line is one object.");
        spec.addOption(Options.flag("-f --follow", "print what is logged from now on, too, until the process ends"));
        spec.addOption(Options.text("-p --pid", "PID", "whose log. Default: the only process that has one"));
        spec.addOption(Options.text(
                "-l --level", "LEVEL", "only levels as grave as this: " + levels() + ", or 0 to 7. Default: debug"));
        spec.addOption(Options.flag("-x --decode", "say the level of each record"));
        spec.addOption(Options.flag("-T --ctime", "the time of day instead of seconds since the log began"));
        spec.addOption(Options.flag("--fields", "show the fields of a record, a line each, as KEY=value"));
        spec.addOption(Options.flag("--json", "print JSON, a line a record, with all there is"));
        spec.addOption(Options.flag("--list", "list the processes whose logs can be read"));
        spec.addOption(Options.help());
        return spec;
    }

    private static String levels() {
        return Arrays.stream(LogLevel.values()).map(DmesgCommand::name).collect(Collectors.joining(", "));
    }

    private static String name(LogLevel level) {
        return level == LogLevel.WARNING ? "warn" : level.name().toLowerCase(Locale.ROOT);
    }

    /** A level by its name, the kernel's short one too, or its number. */
    static LogLevel level(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (LogLevel level : LogLevel.values()) {
            if (wanted.equals(name(level))
                    || wanted.equals(level.name().toLowerCase(Locale.ROOT))
                    || wanted.equals(Integer.toString(level.number()))) {
                return level;
            }
        }
        throw new IllegalArgumentException("--level: '" + text + "' is not one of " + levels() + " or 0 to 7");
    }

    @Override
    public int run(ParseResult arguments) {
        LogLevel level = level(arguments.matchedOptionValue("--level", "debug"));
        String pid = arguments.matchedOptionValue("--pid", "");
        Long wanted = arguments.hasMatchedOption("--pid") ? Long.valueOf(Values.number("--pid", pid)) : null;
        if (arguments.matchedOptionValue("--list", false)) {
            return list();
        }
        try {
            SharedLog log = wanted == null ? SharedLog.openOnly() : SharedLog.open(wanted);
            boolean all = new Printer(log, level, arguments).run(arguments.matchedOptionValue("--follow", false));
            return all ? Main.OK : Main.FAILED;
        } catch (IOException e) {
            console.err().println("dmesg: " + e.getMessage());
            return Main.FAILED;
        }
    }

    private int list() {
        SharedLog.owners().forEach(owner -> console.out().printf("%8d  %s%n", owner.pid(), owner.command()));
        return Main.OK;
    }

    /** Prints one log, in the form that was asked for. */
    private final class Printer {
        private final SharedLog log;
        private final LogLevel level;
        private final boolean decode;
        private final boolean ctime;
        private final boolean fields;
        private final boolean json;
        private final PrintStream out = console.out();

        Printer(SharedLog log, LogLevel level, ParseResult arguments) {
            this.log = log;
            this.level = level;
            this.decode = arguments.matchedOptionValue("--decode", false);
            this.ctime = arguments.matchedOptionValue("--ctime", false);
            this.fields = arguments.matchedOptionValue("--fields", false);
            this.json = arguments.matchedOptionValue("--json", false);
        }

        /** False if standard output is gone. */
        boolean run(boolean follow) {
            LogReader reader = log.reader();
            long lost = 0;
            for (; ; ) {
                boolean alive = follow && log.isAlive(); // first: what the dying process logged is still printed
                for (@Nullable LogRecord record = reader.poll(); record != null; record = reader.poll()) {
                    if (reader.lost() > lost) {
                        console.err()
                                .println("dmesg: " + (reader.lost() - lost)
                                        + " records were overwritten before they could be printed");
                        lost = reader.lost();
                    }
                    if (level.shows(record.level())) {
                        print(record);
                    }
                }
                out.flush();
                if (out.checkError()) {
                    return false;
                }
                if (!alive) {
                    return true;
                }
                try {
                    reader.await(WAIT_NANOS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return true;
                }
            }
        }

        private void print(LogRecord record) {
            if (json) {
                out.println(Json.line(map(record)));
                return;
            }
            StringBuilder line = new StringBuilder(128);
            record.formatTo(line);
            if (ctime) {
                restamp(line, "[" + CLOCK.format(log.time(record).atZone(ZoneId.systemDefault())) + "] ");
            }
            if (decode) {
                line.insert(0, String.format(Locale.ROOT, "%-6s: ", name(record.level())));
            }
            if (fields) {
                record.fieldsTo(line);
            }
            out.println(line);
        }

        /** Puts another time at the head of each line of a record: all of them have the same one. */
        private void restamp(StringBuilder line, String stamp) {
            String was = line.substring(0, line.indexOf("] ") + 2);
            String text = line.toString().replace("\n" + was, "\n" + stamp);
            line.setLength(0);
            line.append(stamp).append(text, was.length(), text.length());
        }

        private Map<String, Object> map(LogRecord record) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("sequence", record.sequence());
            map.put("stripe", record.stripe());
            map.put("time", log.time(record).truncatedTo(ChronoUnit.MICROS).toString());
            map.put("nanos", record.nanos());
            map.put("level", name(record.level()));
            map.put("thread", record.threadId());
            map.put("subsystem", record.subsystem());
            map.put("message", record.message());
            map.put("truncated", record.truncated());
            map.put("fields", record.fields());
            return map;
        }
    }
}
