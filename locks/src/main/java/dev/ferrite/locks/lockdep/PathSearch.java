package dev.ferrite.locks.lockdep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for the shortest way by which a class leads back to another. Used under the graph's lock. */
class PathSearch {
    /*
     * A chain of waiting threads is a way through the graph: each holds the first class of its edge and waits for the
     * second. It breaks where somebody waits as a recursive reader for a lock that is held shared: that reader does not
     * wait. So the search is over pairs (class, came as a recursive reader), breadth first: the first way found is a
     * shortest one. Coming in any other way allows every edge, so it dominates.
     */
    private static final int ANY = 1;
    private static final int AS_READER = 2;

    private int search;

    private record Place(
            LockClass at,
            boolean reader,
            @Nullable Place from,
            @Nullable Link by) {}

    /**
     * The links from one class to another, empty if there is no such way.
     *
     * @param reader whether the first class is waited for by a recursive reader
     * @param shared whether the last class is held shared
     */
    List<Link> shortest(LockClass from, boolean reader, LockClass to, boolean shared) {
        return shortest(from, reader, always -> true, (at, asReader) -> at == to && !(asReader && shared));
    }

    /** Where a search ends. */
    @FunctionalInterface
    interface Goal {
        /** Whether it is a class that is waited for, by a recursive reader or not. */
        boolean isAt(LockClass at, boolean asReader);
    }

    /**
     * The links from one class to the nearest that is a goal, empty if there is no way; the first is not asked.
     *
     * @param reader whether the first class is waited for by a recursive reader
     * @param through which classes may lie on the way
     */
    List<Link> shortest(LockClass from, boolean reader, Predicate<LockClass> through, Goal goal) {
        search++;
        ArrayDeque<Place> places = new ArrayDeque<>();
        enter(places, new Place(from, reader, null, null));
        for (Place place = places.poll(); place != null; place = places.poll()) {
            for (Edge edge : place.at.after) {
                int kinds = edge.accepted & (place.reader ? Edge.HELD_EXCLUSIVELY : -1);
                if (kinds == 0) {
                    continue;
                }
                boolean asReader = (kinds & Edge.NOT_RECURSIVE) == 0;
                int kind = Integer.numberOfTrailingZeros(asReader ? kinds : kinds & Edge.NOT_RECURSIVE);
                Place next = new Place(edge.to, asReader, place, Link.of(edge, kind));
                if (goal.isAt(edge.to, asReader)) {
                    return links(next);
                }
                if (through.test(edge.to)) {
                    enter(places, next);
                }
            }
        }
        return List.of();
    }

    private void enter(ArrayDeque<Place> places, Place place) {
        LockClass at = place.at;
        if (at.visitedIn != search) {
            at.visitedIn = search;
            at.visited = 0;
        }
        int bit = place.reader ? AS_READER : ANY;
        if ((at.visited & (bit | ANY)) == 0) {
            at.visited |= bit;
            places.add(place);
        }
    }

    private static List<Link> links(Place last) {
        List<Link> links = new ArrayList<>();
        for (Place place = last; place != null; place = place.from) {
            if (place.by != null) {
                links.add(place.by);
            }
        }
        Collections.reverse(links);
        return links;
    }
}
