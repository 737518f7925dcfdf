package dev.ferrite.locks.lockdep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of the graph: one key and one subclass. What changes is guarded by the graph's lock. */
final class LockClass {
    final int id;
    final LockClassKey key;
    final int subclass;
    final WaitType wait;
    final String kind;

    /** The name of the first lock of the class that was used, told from others of that name, with the subclass. */
    final String name;

    /** What was locked while this was held, and what was held while this was locked. */
    final List<Edge> after = new ArrayList<>();

    final List<Edge> before = new ArrayList<>();

    /** The first chain of each {@link Usage}. */
    private final Map<Usage, Chain> usage = new EnumMap<>(Usage.class);

    /** Which states a search has visited, in that search only. */
    int visitedIn;

    int visited;

    LockClass(int id, LockdepMap first, int subclass, int sameName) {
        this.id = id;
        this.key = first.key();
        this.subclass = subclass;
        this.wait = first.wait;
        this.kind = first.kind;
        this.name = (first.name.isEmpty() ? key.toString() : first.name)
                + (sameName == 1 ? "" : "#" + sameName)
                + (subclass == 0 ? "" : "/" + subclass);
    }

    @Nullable
    Edge edgeTo(LockClass to) {
        for (Edge edge : after) {
            if (edge.to == to) {
                return edge;
            }
        }
        return null;
    }

    @Nullable
    Chain usage(Usage which) {
        return usage.get(which);
    }

    /** Records a usage and says whether it is new. */
    boolean use(Usage which, Chain in) {
        return usage.putIfAbsent(which, in) == null;
    }

    /** One letter each usage that was seen, a dot otherwise. */
    String usages() {
        StringBuilder text = new StringBuilder();
        for (Usage which : Usage.values()) {
            if (which.isListed()) {
                text.append(usage(which) == null ? '.' : which.letter);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
