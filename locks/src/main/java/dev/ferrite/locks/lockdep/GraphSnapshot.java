package dev.ferrite.locks.lockdep;

import java.util.ArrayList;
import java.util.List;

/**
 * What the validator has learned, at one moment.
 *
 * @param classes the classes, in the order of their first use
 * @param edges the edges between them
 * @param chains all sequences of held locks that were seen, outermost first
 * @param links how many kinds of edges the graph has
 */
public record GraphSnapshot(List<Node> classes, List<Arrow> edges, List<String> chains, int links) {
    /**
     * A class.
     *
     * @param id its number
     * @param name its name, unique
     * @param kind the simple name of the Java class of its first lock
     * @param waitType how its locks wait
     * @param usages the contexts it was seen in: a letter each, or a dot
     */
    public record Node(int id, String name, String kind, WaitType waitType, String usages) {}

    /**
     * An edge.
     *
     * @param from the class that was held
     * @param to the class that was locked then
     * @param refused whether it closes a cycle and was reported
     */
    public record Arrow(Node from, Node to, boolean refused) {}

    static GraphSnapshot of(List<LockClass> live, List<Chain> roots, int links) {
        List<Node> nodes = new ArrayList<>();
        java.util.Map<LockClass, Node> nodeOf = new java.util.HashMap<>();
        for (LockClass one : live) {
            Node node = new Node(one.id, one.name, one.kind, one.wait, one.usages());
            nodes.add(node);
            nodeOf.put(one, node);
        }
        List<Arrow> arrows = new ArrayList<>();
        for (LockClass one : live) {
            for (Edge edge : one.after) {
                Node from = nodeOf.get(edge.from);
                Node to = nodeOf.get(edge.to);
                if (from != null && to != null && (edge.accepted | edge.refused) != 0) {
                    arrows.add(new Arrow(from, to, edge.refused != 0));
                }
            }
        }
        List<String> chains = new ArrayList<>();
        roots.forEach(root -> root.forEach(chain -> chains.add(chain.toString())));
        return new GraphSnapshot(List.copyOf(nodes), List.copyOf(arrows), List.copyOf(chains), links);
    }
}
