package dev.ferrite.offheap.config;

import java.util.List;
import java.util.Locale;

/**
 * All options. Set {@code kasan}, for example, by {@code kasan=true} in the file that {@code -Dferrite.config=FILE} or
 * {@code FERRITE_CONFIG} names, by {@code FERRITE_KASAN=true} in the environment, or by {@code -Dferrite.kasan=true}.
 */
@SuppressWarnings("ImmutableEnumChecker") // a record and lists made by List.of
public enum ConfigOption {
    /** Poisoned, quarantined, red-zoned memory with stacks in the reports. */
    KASAN(
            "kasan",
            Type.BOOL,
            "false",
            "find use after free, double free and out of bounds in allocated memory; slow, for tests",
            List.of()),

    /** Boxes and vectors: leaks, misuse and what is open, with the stacks of making and closing. */
    TRACE_BOXES(
            "trace.boxes",
            Type.BOOL,
            "false",
            "record where boxes and vectors are made and closed: leaks and misuse name the stacks",
            List.of()),

    /** References: leaks, double releases and what is open, with names and stacks. */
    TRACE_REFS(
            "trace.refs",
            Type.BOOL,
            "false",
            "record where references (ARef, Arc, RefCount) are taken and dropped: leaks and double releases name the stacks",
            List.of()),

    /** Mappings: leaks, double closes and what is open, with stacks. */
    TRACE_MAPPINGS(
            "trace.mappings",
            Type.BOOL,
            "false",
            "record where memory is mapped and unmapped: leaks and double closes name the stacks",
            List.of()),

    /** Guards: where a lock was taken and released, in every report of misuse. */
    TRACE_GUARDS(
            "trace.guards",
            Type.BOOL,
            "false",
            "record where locks are taken and released: use of a closed guard names the stacks; slow, for tests",
            List.of()),

    /** Locks held for more than a millisecond are JFR events. */
    TRACE_LOCKS(
            "trace.locks",
            Type.BOOL,
            "false",
            "read the clock at every lock and unlock, and make long holds JFR events (dev.ferrite.LockHold)",
            List.of()),

    /** The lock validator. */
    LOCKDEP(
            "lockdep",
            Type.BOOL,
            "false",
            "validate the order, the context and the balance of all locking; for tests",
            List.of()),

    /** Which acquisitions the lock validator keeps a stack of. */
    LOCKDEP_STACKS(
            "lockdep.stacks",
            Type.choice("first", "all"),
            "first",
            "first: keep the stack of the first acquisition of each chain of locks; all: of every one, slow and exact",
            List.of()),

    /** What the lock validator does with a report. */
    LOCKDEP_ACTION(
            "lockdep.action",
            Type.choice("warn", "throw"),
            "warn",
            "warn: report and go on; throw: make a report a KernelBug in the thread that made the mistake",
            List.of()),

    /** The asymmetric unlock of the mutex. */
    MEMBARRIER(
            "membarrier",
            Type.BOOL,
            "true",
            "let an uncontended mutex unlock without an atomic; off, it unlocks by CAS, as where the kernel lacks it",
            List.of()),

    /** The clock of the log. */
    TSC(
            "tsc",
            Type.BOOL,
            "true",
            "stamp log records by the processor's counter where the kernel trusts it; off, by System.nanoTime",
            List.of()),

    /** Where raw words live. */
    WORDS(
            "words",
            Type.choice("offheap", "heap"),
            "offheap",
            "heap: keep raw words in Java arrays, for model checkers; nothing native works then",
            List.of(new Conflict("kasan", "true"), new Conflict("trace.boxes", "true")));

    private final String id;
    private final Type type;
    private final String initial;
    private final String help;
    private final List<Conflict> conflicts;

    ConfigOption(String id, Type type, String initial, String help, List<Conflict> conflicts) {
        this.id = id;
        this.type = type;
        this.initial = initial;
        this.help = help;
        this.conflicts = conflicts;
    }

    /**
     * What values an option takes.
     *
     * @param values the values, in the order a message names them
     */
    public record Type(List<String> values) {
        static final Type BOOL = choice("true", "false");

        static Type choice(String... values) {
            return new Type(List.of(values));
        }
    }

    /**
     * Another option's value that cannot go with this option, once that is not at its default.
     *
     * @param option the other option's name
     * @param value its value
     */
    public record Conflict(String option, String value) {}

    /**
     * The name in the file, and behind {@code ferrite.} as a property.
     *
     * @return such as {@code trace.boxes}
     */
    public String id() {
        return id;
    }

    /**
     * The name of the property.
     *
     * @return such as {@code ferrite.trace.boxes}
     */
    public String property() {
        return "ferrite." + id;
    }

    /**
     * The name in the environment.
     *
     * @return such as {@code FERRITE_TRACE_BOXES}
     */
    public String variable() {
        return "FERRITE_" + id.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /**
     * What it takes.
     *
     * @return the type
     */
    public Type type() {
        return type;
    }

    /**
     * Its value if nobody sets it.
     *
     * @return the default
     */
    public String initial() {
        return initial;
    }

    /**
     * What it does, in one line.
     *
     * @return the help text
     */
    public String help() {
        return help;
    }

    /**
     * What cannot go with it.
     *
     * @return the conflicts; they count when this option is not at its default
     */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /**
     * The value of this process.
     *
     * @return one of the type's values
     * @throws ConfigException if what was set at start is wrong
     */
    public String value() {
        return Config.ofThisProcess().value(this);
    }

    /**
     * Whether a switch is on in this process.
     *
     * @return whether the value is {@code true}
     * @throws ConfigException if what was set at start is wrong
     */
    public boolean isOn() {
        return value().equals("true");
    }
}
