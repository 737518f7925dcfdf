package dev.ferrite.locks.lockdep;

import dev.ferrite.locks.lockdep.GraphSnapshot.Arrow;
import dev.ferrite.locks.lockdep.GraphSnapshot.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the boxes and lines of a picture go: rows by the longest way from a lock that nothing is held for, and within a
 * row near the middle of what points there. Edges over several rows, and those that point up, go around by the sides.
 */
record PictureLayout(List<Box> boxes, List<Line> lines, int width, int height) {
    static final int BOX_HEIGHT = 28;

    private static final int MARGIN = 24;
    private static final int GAP = 24;
    private static final int ROW = 92;
    private static final int LANE = 12;
    private static final int LETTER = 8;
    private static final int SWEEPS = 8;

    /** A class. */
    record Box(Node node, int row, int x, int y, int width) {
        int middle() {
            return x + width / 2;
        }
    }

    /** An edge: its path, and where its head is and whether it points up there. */
    record Line(Arrow edge, String path, int x, int y, boolean up) {}

    static PictureLayout of(GraphSnapshot graph) {
        Map<Node, Integer> rows = rows(graph);
        List<List<Node>> grid = grid(graph, rows);
        int lanes = (int) graph.edges().stream().filter(e -> !isStep(e, rows)).count();
        int widest = 0;
        for (List<Node> row : grid) {
            widest = Math.max(widest, width(row));
        }
        int left = MARGIN + (lanes / 2 + 1) * LANE;
        Map<Node, Box> boxes = new HashMap<>();
        for (int r = 0; r < grid.size(); r++) {
            int x = left + (widest - width(grid.get(r))) / 2;
            for (Node node : grid.get(r)) {
                boxes.put(node, new Box(node, r, x, MARGIN + r * ROW, width(node)));
                x += width(node) + GAP;
            }
        }
        int right = left + widest;
        List<Line> lines = new ArrayList<>();
        int lane = 0;
        for (Arrow edge : graph.edges()) {
            Box from = boxes.get(edge.from());
            Box to = boxes.get(edge.to());
            if (from == null || to == null) {
                continue;
            }
            if (isStep(edge, rows)) {
                lines.add(step(edge, from, to));
            } else {
                int side = lane / 2 + 1;
                lines.add(around(edge, from, to, lane % 2 == 0 ? left - side * LANE : right + side * LANE));
                lane++;
            }
        }
        int width = right + (lanes / 2 + 1) * LANE + MARGIN;
        int height = 2 * MARGIN + Math.max(0, grid.size() - 1) * ROW + BOX_HEIGHT;
        return new PictureLayout(List.copyOf(boxes.values()), lines, width, height);
    }

    private static boolean isStep(Arrow edge, Map<Node, Integer> rows) {
        return rows.getOrDefault(edge.to(), 0) - rows.getOrDefault(edge.from(), 0) == 1;
    }

    /** The row of each class: below all that were held for it. Edges that close a cycle do not count, so this ends. */
    private static Map<Node, Integer> rows(GraphSnapshot graph) {
        Map<Node, Integer> rows = new HashMap<>();
        graph.classes().forEach(node -> rows.put(node, 0));
        boolean moved = true;
        for (int round = 0; moved && round < graph.classes().size(); round++) {
            moved = false;
            for (Arrow edge : graph.edges()) {
                int below = rows.getOrDefault(edge.from(), 0) + 1;
                if (!edge.refused() && rows.getOrDefault(edge.to(), 0) < below) {
                    rows.put(edge.to(), below);
                    moved = true;
                }
            }
        }
        return rows;
    }

    /** The rows, each sorted by where its neighbours stand: a few sweeps of the barycentre method. */
    private static List<List<Node>> grid(GraphSnapshot graph, Map<Node, Integer> rows) {
        List<List<Node>> grid = new ArrayList<>();
        for (Node node : graph.classes()) {
            int row = rows.getOrDefault(node, 0);
            while (grid.size() <= row) {
                grid.add(new ArrayList<>());
            }
            grid.get(row).add(node);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Map<Node, Double> place = new HashMap<>();
            for (List<Node> row : grid) {
                for (int i = 0; i < row.size(); i++) {
                    place.put(row.get(i), (i + 0.5) / row.size());
                }
            }
            for (List<Node> row : grid) {
                Map<Node, Double> pull = new HashMap<>();
                row.forEach(node -> pull.put(node, pull(node, graph, place)));
                row.sort(Comparator.comparingDouble(node -> pull.getOrDefault(node, 0.5)));
            }
        }
        return grid;
    }

    private static double pull(Node node, GraphSnapshot graph, Map<Node, Double> place) {
        return graph.edges().stream()
                .filter(edge -> edge.to().equals(node) || edge.from().equals(node))
                .mapToDouble(edge -> place.getOrDefault(edge.to().equals(node) ? edge.from() : edge.to(), 0.5))
                .average()
                .orElse(place.getOrDefault(node, 0.5));
    }

    private static int width(Node node) {
        return Math.max(48, node.name().length() * LETTER + 20);
    }

    private static int width(List<Node> row) {
        return row.stream().mapToInt(PictureLayout::width).sum() + Math.max(0, row.size() - 1) * GAP;
    }

    private static Line step(Arrow edge, Box from, Box to) {
        int y1 = from.y + BOX_HEIGHT;
        int y2 = to.y - 8;
        String path = String.format(
                Locale.ROOT,
                "M%d %d C%d %d %d %d %d %d",
                from.middle(),
                y1,
                from.middle(),
                y1 + 24,
                to.middle(),
                y2 - 24,
                to.middle(),
                y2);
        return new Line(edge, path, to.middle(), to.y, false);
    }

    /** From the bottom of a box to the side, along the side, and from above or below into the other box. */
    private static Line around(Arrow edge, Box from, Box to, int lane) {
        boolean up = to.row <= from.row;
        int start = from.middle() + 10 * Integer.signum(lane - from.middle());
        int end = to.middle() + 20 * Integer.signum(lane - to.middle());
        int offset = Math.abs(lane) % 24;
        int y1 = up ? from.y : from.y + BOX_HEIGHT;
        int turn1 = up ? from.y - 12 - offset / 2 : from.y + BOX_HEIGHT + 12 + offset / 2;
        int head = up ? to.y + BOX_HEIGHT : to.y;
        int turn2 = up ? head + 16 + offset / 2 : head - 16 - offset / 2;
        String path = String.format(
                Locale.ROOT,
                "M%d %d V%d H%d V%d H%d V%d",
                start,
                y1,
                turn1,
                lane,
                turn2,
                end,
                up ? head + 8 : head - 8);
        return new Line(edge, path, end, head, up);
    }
}
