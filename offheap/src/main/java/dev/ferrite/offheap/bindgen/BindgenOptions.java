package dev.ferrite.offheap.bindgen;

import dev.ferrite.offheap.bindgen.model.BindingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What a run of the generator takes: see {@link Bindgen#USAGE}. */
public final class BindgenOptions {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    private final List<String> gccFlags = new ArrayList<>();
    private final List<Pattern> includes = new ArrayList<>();
    private final List<Pattern> excludes = new ArrayList<>();
    private final List<Pattern> from = new ArrayList<>();
    private final List<ConstantRule> constants = new ArrayList<>();
    private final List<Pattern> modes = new ArrayList<>();
    private final List<Pattern> addresses = new ArrayList<>();
    private @Nullable Path header;
    private @Nullable Path out;
    private @Nullable Path checkFile;
    private String packageName = "";
    private String cc = "gcc";
    private boolean docs = true;
    private boolean check;
    private boolean help;

    /**
     * Which constants go to which class.
     *
     * @param className the class; empty for the one of the header that defines them
     * @param pattern their names
     */
    record ConstantRule(String className, Pattern pattern) {}

    private BindgenOptions() {}

    /**
     * Reads a command line.
     *
     * @param arguments as given to the command
     * @return the options
     * @throws BindingException with one sentence if something is wrong
     */
    public static BindgenOptions parse(List<String> arguments) {
        BindgenOptions options = new BindgenOptions();
        options.read(arguments, Path.of(""));
        if (!options.help) {
            options.complete();
        }
        return options;
    }

    private void read(List<String> arguments, Path base) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String name = argument;
            String value = null;
            if (argument.startsWith("--") && argument.contains("=")) {
                name = argument.substring(0, argument.indexOf('='));
                value = argument.substring(argument.indexOf('=') + 1);
            } else if (argument.matches("-[ID].+")) {
                name = argument.substring(0, 2);
                value = argument.substring(2);
            } else if (takesValue(argument)) {
                if (i + 1 == arguments.size()) {
                    throw new BindingException("option " + argument + " needs a value");
                }
                value = arguments.get(++i);
            }
            set(name, value, base);
        }
    }

    private static boolean takesValue(String option) {
        return switch (option) {
            case "--package",
                    "--out",
                    "--include",
                    "--exclude",
                    "--from",
                    "--constants",
                    "--modes",
                    "--addresses",
                    "--check-file",
                    "--cc",
                    "-I",
                    "-D" -> true;
            default -> false;
        };
    }

    private void set(String name, @Nullable String given, Path base) {
        String value = given == null ? "" : given;
        if (takesValue(name) && value.isEmpty()) {
            throw new BindingException("option " + name + " needs a value");
        }
        switch (name) {
            case "--package" -> packageName = value;
            case "--out" -> out = base.resolve(value);
            case "--include" -> includes.add(regex(name, value));
            case "--exclude" -> excludes.add(regex(name, value));
            case "--from" -> from.add(regex(name, value));
            case "--constants" -> constants.add(constantRule(value));
            case "--modes" -> modes.add(regex(name, value));
            case "--addresses" -> addresses.add(regex(name, value));
            case "--check-file" -> checkFile = base.resolve(value).normalize();
            case "--cc" -> cc = value;
            case "-I" -> gccFlags.add("-I" + base.resolve(value));
            case "-D" -> gccFlags.add("-D" + value);
            case "--no-docs" -> docs = false;
            case "--check" -> check = true;
            case "-h", "--help" -> help = true;
            default -> {
                if (name.startsWith("@")) {
                    readFile(base.resolve(name.substring(1)));
                } else if (name.startsWith("-")) {
                    throw new BindingException("unknown option: " + name);
                } else if (header != null) {
                    throw new BindingException("more than one header: " + header + " and " + name
                            + " (write a header that includes both)");
                } else {
                    header = base.resolve(name).normalize();
                }
            }
        }
    }

    /** One option or header a line, the value behind a blank; {@code #} starts a comment. Paths start at the file. */
    private void readFile(Path file) {
        List<String> arguments = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    for (String part : text.split("\\s+", 2)) {
                        arguments.add(part);
                    }
                }
            }
        } catch (IOException e) {
            throw new BindingException("options file cannot be read: " + file, e);
        }
        Path folder = file.toAbsolutePath().getParent();
        read(arguments, folder == null ? Path.of("") : folder);
    }

    private static ConstantRule constantRule(String value) {
        int equals = value.indexOf('=');
        boolean named =
                equals > 0 && IDENTIFIER.matcher(value.substring(0, equals)).matches();
        return new ConstantRule(
                named ? value.substring(0, equals) : "",
                regex("--constants", named ? value.substring(equals + 1) : value));
    }

    private static Pattern regex(String option, String value) {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw new BindingException(
                    "option " + option + " is not a regular expression: " + value + ": " + e.getDescription(), e);
        }
    }

    private void complete() {
        if (header == null) {
            throw new BindingException("no header given");
        }
        if (!PACKAGE.matcher(packageName).matches()) {
            throw new BindingException(
                    packageName.isEmpty()
                            ? "no package given: --package com.example.bindings"
                            : "not a package name: " + packageName);
        }
        if (out == null) {
            throw new BindingException("no folder given: --out src/main/java");
        }
    }

    boolean help() {
        return help;
    }

    boolean check() {
        return check;
    }

    boolean docs() {
        return docs;
    }

    String cc() {
        return cc;
    }

    List<String> gccFlags() {
        return gccFlags;
    }

    String packageName() {
        return packageName;
    }

    Path header() {
        return present(header);
    }

    /** The folder of the package, below the source root given with {@code --out}. */
    Path out() {
        Path root = present(out);
        Path folder = Path.of(packageName.replace('.', '/'));
        return (root.endsWith(folder) ? root : root.resolve(folder)).normalize();
    }

    @Nullable
    Path checkFile() {
        return checkFile;
    }

    private static Path present(@Nullable Path path) {
        if (path == null) {
            throw new IllegalStateException("options are incomplete");
        }
        return path;
    }

    /** Whether a record is wanted for its name or its file. */
    boolean wantsRecord(String name, String file, boolean system) {
        if (matches(excludes, name)) {
            return false;
        }
        return (includes.isEmpty() && from.isEmpty()) ? !system : (matches(includes, name) || matches(from, file));
    }

    /** The class for a constant: null if it is not wanted, empty if the header decides. */
    @Nullable
    String classOf(String constant, String file, boolean system) {
        for (ConstantRule rule : constants) {
            if (rule.pattern.matcher(constant).matches()) {
                return rule.className;
            }
        }
        if (matches(excludes, constant)) {
            return null;
        }
        boolean wanted = (constants.isEmpty() && from.isEmpty()) ? !system : matches(from, file);
        return wanted ? "" : null;
    }

    /** Constants that are asked for by name, not by a pattern. */
    Set<String> asked() {
        Set<String> names = new LinkedHashSet<>();
        constants.forEach(rule -> addPlainNames(rule.pattern, names));
        return names;
    }

    /** Structs that are asked for by name, not by a pattern. */
    Set<String> askedRecords() {
        Set<String> names = new LinkedHashSet<>();
        includes.forEach(pattern -> addPlainNames(pattern, names));
        return names;
    }

    /** {@code A|B.*|C} asks for A and C by name; a pattern with groups asks for nothing by name. */
    private static void addPlainNames(Pattern pattern, Set<String> names) {
        if (pattern.pattern().matches(".*[(\\[{\\\\].*")) {
            return;
        }
        for (String alternative : pattern.pattern().split("\\|", -1)) {
            if (IDENTIFIER.matcher(alternative).matches()) {
                names.add(alternative);
            }
        }
    }

    /** Whether {@code struct.member} gets every access mode. */
    boolean wantsModes(String member) {
        return matches(modes, member);
    }

    /** Whether {@code struct.member} is accessed by address, too. */
    boolean wantsAddresses(String member) {
        return matches(addresses, member);
    }

    private static boolean matches(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(p -> p.matcher(text).matches());
    }
}
