package dev.ferrite.offheap.bindgen.gcc;

import dev.ferrite.offheap.bindgen.dwarf.ElfFile;
import dev.ferrite.offheap.bindgen.gcc.Gcc.Result;
import dev.ferrite.offheap.bindgen.model.BindingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates C expressions in the context of a header: each becomes an initialised constant in an object file, whose
 * bytes are read. Nothing is linked or run.
 */
final class Probe {
    private static final Pattern ERROR = Pattern.compile("probe\\.c:(\\d+):\\d+: (?:fatal )?error: (.*)");
    private static final int ROUNDS = 20;

    /** {@code __builtin_classify_type}: a pointer. */
    private static final int CLASS_POINTER = 5;

    /** {@code __builtin_classify_type}: a floating-point number. */
    private static final int CLASS_REAL = 8;

    private final Gcc gcc;
    private final Path header;
    private final Map<String, String> failures = new TreeMap<>();

    Probe(Gcc gcc, Path header) {
        this.gcc = gcc;
        this.header = header;
    }

    /**
     * A number as C sees it.
     *
     * @param bits converted to {@code unsigned long long}, or the bits of a double
     * @param size of its type
     * @param negative whether it is below 0
     * @param real whether it is floating-point
     */
    record Value(long bits, long size, boolean negative, boolean real) {}

    /** Why expressions could not be evaluated, by expression: gcc's own words. */
    Map<String, String> failures() {
        return failures;
    }

    /** Evaluates integers that must all work. */
    Map<String, Long> integers(List<String> expressions) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            lines.add("const unsigned long long ferrite_" + i + "[1] = {" + expressions.get(i) + "};");
        }
        Map<String, ByteBuffer> objects = compile(lines, expressions);
        Map<String, Long> values = new LinkedHashMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            ByteBuffer object = objects.get("ferrite_" + i);
            if (object == null) {
                throw new BindingException(
                        "gcc cannot evaluate " + expressions.get(i) + ": " + failures.get(expressions.get(i)));
            }
            values.put(expressions.get(i), object.getLong(0));
        }
        return values;
    }

    /** Evaluates what can be evaluated; the rest is in {@link #failures()}. */
    Map<String, Value> values(List<String> expressions) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            String e = "(" + expressions.get(i) + ")";
            lines.add("const unsigned long long ferrite_%d[4] = ".formatted(i)
                    + "{(unsigned long long)%s, __builtin_classify_type(%s), sizeof(__typeof__(%s)), %s < 0};"
                            .formatted(e, e, e, e));
        }
        Map<String, ByteBuffer> objects = compile(lines, expressions);
        Map<String, Value> values = new LinkedHashMap<>();
        List<String> reals = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            ByteBuffer object = objects.get("ferrite_" + i);
            if (object == null) {
                failures.putIfAbsent(expressions.get(i), "its value is an address");
                continue;
            }
            if (object.getLong(8) == CLASS_REAL) {
                reals.add(expressions.get(i));
            }
            boolean pointer = object.getLong(8) == CLASS_POINTER;
            values.put(
                    expressions.get(i),
                    new Value(object.getLong(0), object.getLong(16), !pointer && object.getLong(24) != 0, false));
        }
        if (!reals.isEmpty()) {
            values.putAll(reals(reals));
        }
        return values;
    }

    private Map<String, Value> reals(List<String> expressions) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            lines.add("const double ferrite_" + i + "[1] = {(double)(" + expressions.get(i) + ")};");
        }
        Map<String, ByteBuffer> objects = compile(lines, expressions);
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            ByteBuffer object = objects.get("ferrite_" + i);
            if (object != null) {
                values.put(expressions.get(i), new Value(object.getLong(0), 8, object.getDouble(0) < 0, true));
            }
        }
        return values;
    }

    /** Compiles one line an expression; drops the lines gcc refuses and tries again. */
    private Map<String, ByteBuffer> compile(List<String> lines, List<String> expressions) {
        List<String> current = new ArrayList<>(lines);
        Path source = gcc.file("probe.c");
        Path object = gcc.file("probe.o");
        for (int round = 0; round < ROUNDS; round++) {
            String text = "#include \"" + header + "\"\n" + String.join("\n", current) + "\n";
            try {
                Files.writeString(source, text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Result result = gcc.run(List.of(
                    "-w",
                    "-c",
                    "-O0",
                    "-g0",
                    "-fmax-errors=0",
                    "-ftrack-macro-expansion=0",
                    "-fno-common",
                    "-o",
                    object.toString(),
                    source.toString()));
            if (result.exit() == 0) {
                return ElfFile.read(object).objects();
            }
            if (!dropBadLines(current, expressions, result.err())) {
                throw new BindingException(result.err().strip());
            }
        }
        throw new BindingException("gcc refuses more macros in every round: choose fewer of them with --constants");
    }

    private boolean dropBadLines(List<String> lines, List<String> expressions, String err) {
        TreeSet<Integer> bad = new TreeSet<>();
        Matcher matcher = ERROR.matcher(err);
        while (matcher.find()) {
            int line = Integer.parseInt(matcher.group(1)) - 2; // the first line is the include
            if (line >= 0 && line < lines.size() && !lines.get(line).isEmpty()) {
                bad.add(line);
                failures.putIfAbsent(expressions.get(line), matcher.group(2));
            }
        }
        bad.forEach(line -> lines.set(line, ""));
        return !bad.isEmpty();
    }
}
