package dev.ferrite.locks.lockdep;

import dev.ferrite.locks.lockdep.LockdepReport.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what was found into words. */
final class ReportWriter {
    private static final String RULE = "=".repeat(72) + "\n";
    private static final String THIN = "-".repeat(72) + "\n";
    private static final String STACK = "        ";

    /** Whose stack follows: of the very acquisition, or of the first one on the same chain of classes. */
    private static final String SEEN = Lockdep.ALL_STACKS ? "" : ", as seen first";

    private final StringBuilder text = new StringBuilder(2048);
    private final Kind kind;

    private ReportWriter(Kind kind) {
        this.kind = kind;
        text.append('\n')
                .append(RULE)
                .append("lockdep: ")
                .append(kind.title())
                .append('\n')
                .append(THIN);
    }

    static LockdepReport cycle(HeldLocks held, Chain made, List<Link> cycle, List<List<Link>> all, LockdepMap map) {
        ReportWriter writer = new ReportWriter(Kind.CIRCULAR_DEPENDENCY);
        Link closing = cycle.getFirst();
        writer.wants(held, map, made);
        writer.line("while it holds " + closing.from() + ", and " + closing.to() + " was locked before "
                + closing.from() + (cycle.size() == 2 ? "" : ", by way of others,") + " at other times.");
        writer.line("");
        writer.line("The links of the cycle, the new one first:");
        for (int i = 0; i < cycle.size(); i++) {
            Link link = cycle.get(i);
            writer.line("");
            writer.line("-> #" + (cycle.size() - 1 - i) + " " + link.from() + " -> " + link.to()
                    + (i == 0 ? "" : ", first seen") + " in thread " + link.thread());
            writer.stacks(link, i == 0 ? heldStack(held, link) : link.heldAt());
        }
        writer.line("");
        writer.line("How it ends in a deadlock:");
        writer.line("");
        ScenarioTable.append(writer.text, cycle);
        for (List<Link> other : all) {
            if (!other.equals(cycle)) {
                writer.line("");
                writer.line("The same happens by way of "
                        + other.stream().map(Link::from).collect(Collectors.joining(" -> ")) + ".");
            }
        }
        return writer.end(held, cycle.stream().map(Link::from).toList(), cycle);
    }

    private static Throwable heldStack(HeldLocks held, Link link) {
        for (int i = held.depth - 1; i >= 0; i--) {
            if (held.chain(i).lockClass().name.equals(link.from())) {
                return held.stack(i);
            }
        }
        return link.lockedAt();
    }

    static LockdepReport recursion(HeldLocks held, Chain made, Chain outer, LockdepMap map) {
        ReportWriter writer = new ReportWriter(Kind.RECURSIVE_LOCKING);
        String name = made.lockClass().name;
        writer.wants(held, map, made);
        LockdepMap other = held.map(outer.depth - 1);
        writer.line(
                other == map
                        ? "which it holds already."
                        : "while it holds another lock of the same class, " + other + ".");
        writer.line("");
        writer.line("It was locked" + SEEN);
        StackText.append(writer.text, held.stack(outer.depth - 1), STACK);
        writer.line("");
        writer.line("How it ends in a deadlock:");
        writer.line("");
        writer.line("    this thread");
        writer.line("    -----------");
        writer.line("    " + ScenarioTable.verb(outer.mode() != Lockdep.EXCLUSIVE) + "(" + name + ")");
        writer.line("    " + ScenarioTable.verb(made.mode() != Lockdep.EXCLUSIVE) + "(" + name + ")   waits");
        if (other != map) {
            writer.line("");
            writer.line("If these locks are always taken in one order, say so: lockNested(subclass), or an outer lock");
            writer.line("with lockNest(outer), or a LockClassKey for each.");
        }
        return writer.end(held, List.of(name), List.of());
    }

    static LockdepReport waitContext(HeldLocks held, Chain made, Chain atomic, LockdepMap map) {
        ReportWriter writer = new ReportWriter(Kind.INVALID_WAIT_CONTEXT);
        writer.wants(held, map, made);
        writer.line("which waits by sleeping, while it holds " + held.map(atomic.depth - 1) + ",");
        writer.line("whose holders must not sleep.");
        return writer.end(held, List.of(atomic.lockClass().name, made.lockClass().name), List.of());
    }

    static LockdepReport usage(
            HeldLocks held,
            LockClass first,
            Chain atomic,
            LockClass last,
            Chain asleep,
            List<Link> path,
            LockdepMap map) {
        ReportWriter writer = new ReportWriter(Kind.INCONSISTENT_USAGE);
        writer.line("thread " + Lockdep.name(held.thread) + " came to " + map + ".");
        writer.line("Locks of class " + first + " are locked in atomic context, first in thread " + atomic.thread);
        StackText.append(writer.text, atomic.at, STACK);
        writer.line("with " + atomic + ".");
        List<String> classes = new ArrayList<>(List.of(first.name));
        for (Link link : path) {
            classes.add(link.to());
            writer.line("Their holders wait for " + link.to() + ", first in thread " + link.thread());
            writer.stacks(link, link.heldAt());
        }
        writer.line("Locks of class " + last + " are held by threads that sleep, first in thread " + asleep.thread);
        StackText.append(writer.text, asleep.at, STACK);
        writer.line("with " + asleep + ". So an atomic section waits for a thread that sleeps.");
        return writer.end(held, classes, List.of());
    }

    static LockdepReport badUnlock(HeldLocks held, LockdepMap map) {
        ReportWriter writer = new ReportWriter(Kind.BAD_UNLOCK_BALANCE);
        writer.line("thread " + Lockdep.name(held.thread) + " unlocks " + map + ", which it does not hold.");
        return writer.end(held, List.of(map.name), List.of());
    }

    static LockdepReport notHeld(HeldLocks held, LockdepMap map) {
        ReportWriter writer = new ReportWriter(Kind.NOT_HELD);
        writer.line("thread " + Lockdep.name(held.thread) + " asserts that it holds " + map + ", and does not.");
        return writer.end(held, List.of(map.name), List.of());
    }

    static LockdepReport nestLockNotHeld(HeldLocks held, LockdepMap map, LockdepMap outer) {
        ReportWriter writer = new ReportWriter(Kind.NEST_LOCK_NOT_HELD);
        writer.line("thread " + Lockdep.name(held.thread) + " locks " + map);
        writer.line("as one that is ordered by " + outer + ", which it does not hold.");
        return writer.end(held, List.of(outer.name, map.name), List.of());
    }

    static LockdepReport closedKey(HeldLocks held, LockdepMap map) {
        ReportWriter writer = new ReportWriter(Kind.CLOSED_KEY);
        writer.line("thread " + Lockdep.name(held.thread) + " locks " + map);
        writer.line("whose key, " + map.key() + ", is closed: the lock is not validated.");
        return writer.end(held, List.of(map.name), List.of());
    }

    static LockdepReport sleepInAtomic(HeldLocks held, String what) {
        ReportWriter writer = new ReportWriter(Kind.SLEEP_IN_ATOMIC);
        writer.line("thread " + Lockdep.name(held.thread) + " calls " + what + ", which may sleep, in atomic context.");
        return writer.end(held, names(held), List.of());
    }

    static LockdepReport heldAtExit(HeldLocks ended) {
        ReportWriter writer = new ReportWriter(Kind.HELD_AT_EXIT);
        writer.line("thread " + Lockdep.name(ended.thread) + " has ended; nobody can unlock what it holds.");
        writer.held(ended);
        return new LockdepReport(
                writer.kind, names(ended), List.of(), writer.text.append(RULE).toString());
    }

    static LockdepReport heldLockFreed(HeldLocks caller, HeldLocks holder, LockdepMap map, long from, long bytes) {
        ReportWriter writer = new ReportWriter(Kind.HELD_LOCK_FREED);
        writer.line("thread " + Lockdep.name(caller.thread) + " frees " + bytes + " bytes at 0x"
                + Long.toHexString(from) + ", in which " + map + " lies,");
        writer.line("held by thread " + Lockdep.name(holder.thread) + ".");
        return writer.end(caller, List.of(map.name), List.of());
    }

    static LockdepReport limit(HeldLocks held, String what) {
        ReportWriter writer = new ReportWriter(Kind.LIMIT);
        writer.line(what + ". What is beyond is not validated; the rest is.");
        return writer.end(held, List.of(), List.of());
    }

    /** Both acquisitions of a link. */
    private void stacks(Link link, @Nullable Throwable heldAt) {
        line("    " + link.to() + " is locked" + (link.recursive() ? " by a recursive reader" : ""));
        StackText.append(text, link.lockedAt(), STACK);
        if (heldAt != null) {
            line("    while " + link.from() + " is held" + (link.shared() ? " by a reader" : "") + ", locked");
            StackText.append(text, heldAt, STACK);
        }
    }

    private void wants(HeldLocks held, LockdepMap map, Chain made) {
        line("thread " + Lockdep.name(held.thread) + " is about to lock");
        line("    " + made.lockClass() + " {" + made.lockClass().usages() + "}, " + map + mode(made));
    }

    private static String mode(Chain chain) {
        return switch (chain.mode()) {
            case Lockdep.READ -> ", to read";
            case Lockdep.RECURSIVE_READ -> ", to read recursively";
            default -> "";
        };
    }

    private static List<String> names(HeldLocks held) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < held.depth; i++) {
            names.add(held.chain(i).lockClass().name);
        }
        return names;
    }

    private void held(HeldLocks held) {
        line("");
        line("Locks held by thread " + Lockdep.name(held.thread) + ": " + held.depth);
        for (int i = 0; i < held.depth; i++) {
            line("#" + i + "  " + what(held, i) + ", locked" + SEEN);
            StackText.append(text, held.stack(i), STACK);
        }
    }

    /** Without stacks, and without a report around it. */
    static String ownHeld(HeldLocks held) {
        StringBuilder text = new StringBuilder();
        int depth = held.depth;
        text.append(depth == 0 ? "no locks" : depth == 1 ? "1 lock" : depth + " locks")
                .append(" held by ")
                .append(Lockdep.name(held.thread))
                .append(depth == 0 ? "." : ":")
                .append('\n');
        for (int i = 0; i < depth; i++) {
            text.append(" #").append(i).append(": ").append(what(held, i)).append('\n');
        }
        return text.toString();
    }

    private static String what(HeldLocks held, int i) {
        LockClass of = held.chain(i).lockClass();
        return of + " {" + of.usages() + "}, " + held.map(i) + mode(held.chain(i));
    }

    private LockdepReport end(HeldLocks held, List<String> classes, List<Link> cycle) {
        held(held);
        line("");
        line("Stack of thread " + Lockdep.name(held.thread) + ":");
        StackText.append(text, new Throwable("reported here"), STACK);
        return new LockdepReport(kind, classes, cycle, text.append(RULE).toString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
