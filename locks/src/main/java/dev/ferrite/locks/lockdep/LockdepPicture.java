package dev.ferrite.locks.lockdep;

import dev.ferrite.locks.lockdep.GraphSnapshot.Arrow;
import dev.ferrite.locks.lockdep.GraphSnapshot.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The graph of classes as a picture, with what stands in a reported cycle in red: DOT for Graphviz, or SVG at once. */
public final class LockdepPicture {
    private static final String STYLE = """
            <style>
              text { font: 13px sans-serif; fill: #222 }
              .box { fill: #f4f6f8; stroke: #6b7a8c }
              .edge { fill: none; stroke: #6b7a8c }
              .head { fill: #6b7a8c }
              .bad .box, .bad.box { fill: #fdecea; stroke: #c62828; stroke-width: 2 }
              .bad.edge { stroke: #c62828; stroke-width: 2 }
              .bad.head { fill: #c62828 }
            </style>
            """;

    private LockdepPicture() {}

    /** Two classes in a row, by name. */
    private record Pair(String from, String to) {}

    private static Set<Pair> bad(List<LockdepReport> reports) {
        Set<Pair> bad = new HashSet<>();
        for (LockdepReport report : reports) {
            for (Link link : report.cycle()) {
                bad.add(new Pair(link.from(), link.to()));
            }
        }
        return bad;
    }

    private static boolean isBad(Arrow edge, Set<Pair> bad) {
        return edge.refused()
                || bad.contains(new Pair(edge.from().name(), edge.to().name()));
    }

    private static boolean isBad(Node node, GraphSnapshot graph, Set<Pair> bad) {
        return graph.edges().stream()
                .anyMatch(edge -> isBad(edge, bad)
                        && (edge.from().equals(node) || edge.to().equals(node)));
    }

    /**
     * The graph in the language of Graphviz.
     *
     * @param graph a snapshot
     * @param reports the reports whose cycles are red
     * @return the text
     */
    public static String dot(GraphSnapshot graph, List<LockdepReport> reports) {
        Set<Pair> bad = bad(reports);
        StringBuilder text = new StringBuilder("digraph lockdep {\n  node [shape=box, fontname=\"sans-serif\"];\n");
        for (Node node : graph.classes()) {
            text.append("  c").append(node.id()).append(" [label=\"").append(quoted(node.name()));
            text.append("\\n").append(quoted(node.kind())).append('"');
            text.append(isBad(node, graph, bad) ? ", color=red];\n" : "];\n");
        }
        for (Arrow edge : graph.edges()) {
            text.append("  c")
                    .append(edge.from().id())
                    .append(" -> c")
                    .append(edge.to().id());
            text.append(isBad(edge, bad) ? " [color=red, penwidth=2];\n" : ";\n");
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * The graph as SVG: outer locks above inner ones, so that the edges of a sound order all point down, and the one that
     * breaks it points up.
     *
     * @param graph a snapshot
     * @param reports the reports whose cycles are red
     * @return a document
     */
    public static String svg(GraphSnapshot graph, List<LockdepReport> reports) {
        Set<Pair> bad = bad(reports);
        PictureLayout layout = PictureLayout.of(graph);
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">%n",
                layout.width(),
                layout.height(),
                layout.width(),
                layout.height()));
        text.append("<title>lockdep: ")
                .append(graph.classes().size())
                .append(" classes</title>\n")
                .append(STYLE);
        for (int pass = 0; pass < 2; pass++) {
            for (PictureLayout.Line line : layout.lines()) {
                boolean red = isBad(line.edge(), bad);
                if (red == (pass == 1)) {
                    edge(text, line, red ? " bad" : "");
                }
            }
        }
        for (PictureLayout.Box box : layout.boxes()) {
            box(text, box, isBad(box.node(), graph, bad) ? " class=\"bad\"" : "");
        }
        return text.append("</svg>\n").toString();
    }

    private static void edge(StringBuilder text, PictureLayout.Line line, String kind) {
        text.append("<path class=\"edge")
                .append(kind)
                .append("\" d=\"")
                .append(line.path())
                .append("\"/>\n");
        text.append(String.format(
                Locale.ROOT,
                "<path class=\"head%s\" d=\"M%d %d l%s z\"/>%n",
                kind,
                line.x(),
                line.y(),
                line.up() ? "-4 8 l8 0" : "-4 -8 l8 0"));
    }

    private static void box(StringBuilder text, PictureLayout.Box box, String kind) {
        text.append(String.format(
                Locale.ROOT,
                "<g%s><rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                        + "<title>%s, %s, %s</title></g>%n",
                kind,
                box.x(),
                box.y(),
                box.width(),
                PictureLayout.BOX_HEIGHT,
                box.x() + box.width() / 2,
                box.y() + PictureLayout.BOX_HEIGHT / 2 + 5,
                escaped(box.node().name()),
                escaped(box.node().kind()),
                box.node().waitType(),
                box.node().usages()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
