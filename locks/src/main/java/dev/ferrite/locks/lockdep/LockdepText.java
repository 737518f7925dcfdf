package dev.ferrite.locks.lockdep;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the validator knows as text, after {@code /proc/lockdep}, {@code /proc/lockdep_chains}, {@code /proc/lockdep_stats}. */
public final class LockdepText {
    private LockdepText() {}

    /**
     * All classes, and what was locked while each was held. {@code FD} and {@code BD} count the classes that can be reached
     * over the edges of the sound order, forward and backward.
     *
     * @param graph a snapshot
     * @return the text, ending in a line end
     */
    public static String classes(GraphSnapshot graph) {
        Map<GraphSnapshot.Node, Set<GraphSnapshot.Node>> after = new HashMap<>();
        Map<GraphSnapshot.Node, Set<GraphSnapshot.Node>> before = new HashMap<>();
        for (GraphSnapshot.Arrow edge : graph.edges()) {
            if (!edge.refused()) {
                after.computeIfAbsent(edge.from(), k -> new HashSet<>()).add(edge.to());
                before.computeIfAbsent(edge.to(), k -> new HashSet<>()).add(edge.from());
            }
        }
        StringBuilder text = new StringBuilder("all lock classes: p platform, v virtual thread, a in atomic context, "
                + "r in an RCU reader, s held across a sleep\n");
        for (GraphSnapshot.Node node : graph.classes()) {
            text.append(String.format(
                    "%5d FD: %4d BD: %4d %s %-7s %s: %s%n",
                    node.id(),
                    reachable(node, after),
                    reachable(node, before),
                    node.usages(),
                    node.waitType().name().toLowerCase(java.util.Locale.ROOT),
                    node.kind(),
                    node.name()));
            for (GraphSnapshot.Arrow edge : graph.edges()) {
                if (edge.from().equals(node)) {
                    text.append(" -> [")
                            .append(edge.to().id())
                            .append("] ")
                            .append(edge.to().name());
                    text.append(edge.refused() ? "   closes a cycle\n" : "\n");
                }
            }
        }
        return text.toString();
    }

    /**
     * All sequences of held locks that were seen, outermost first, one a line.
     *
     * @param graph a snapshot
     * @return the text
     */
    public static String chains(GraphSnapshot graph) {
        StringBuilder text =
                new StringBuilder("all lock chains: " + graph.chains().size() + "\n");
        for (String chain : graph.chains()) {
            text.append("  ").append(chain).append('\n');
        }
        return text.toString();
    }

    /**
     * How much there is of everything, and how much there may be.
     *
     * @param graph a snapshot
     * @param reports the reports so far
     * @return the text
     */
    public static String statistics(GraphSnapshot graph, List<LockdepReport> reports) {
        int deepest = graph.chains().stream()
                .mapToInt(chain -> chain.split(" -> ", -1).length)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        line(text, "lock classes", graph.classes().size(), LockGraph.MAX_CLASSES);
        line(text, "direct dependencies", graph.edges().size(), -1);
        line(text, "kinds of dependencies", graph.links(), -1);
        line(text, "dependency chains", graph.chains().size(), LockGraph.MAX_CHAINS);
        line(text, "deepest chain", deepest, HeldLocks.MAX_DEPTH);
        line(text, "reports", reports.size(), -1);
        for (LockdepReport.Kind kind : LockdepReport.Kind.values()) {
            long count =
                    reports.stream().filter(report -> report.kind() == kind).count();
            if (count > 0) {
                line(text, "  " + kind.category(), count, -1);
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long count, int max) {
        text.append(String.format("%-36s %8d%s%n", what + ":", count, max < 0 ? "" : " [max: " + max + "]"));
    }

    private static int reachable(GraphSnapshot.Node from, Map<GraphSnapshot.Node, Set<GraphSnapshot.Node>> edges) {
        Set<GraphSnapshot.Node> seen = new HashSet<>();
        ArrayDeque<GraphSnapshot.Node> open = new ArrayDeque<>(edges.getOrDefault(from, Set.of()));
        for (GraphSnapshot.Node node = open.poll(); node != null; node = open.poll()) {
            if (seen.add(node)) {
                open.addAll(edges.getOrDefault(node, Set.of()));
            }
        }
        return seen.size();
    }
}
