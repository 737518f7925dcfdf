package dev.ferrite.drm.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What sync objects hold in the model: as the kernel's, only that nothing is ever dropped that is done. */
final class Syncs {
    private Syncs() {}

    /** A fence that the driver made. */
    static final class Fence {
        boolean signaled;
    }

    /** What an object or a sync file holds. */
    sealed interface Held {
        boolean isSignaled();
    }

    /** No point: signalled when all of some fences are, and from the start if there are none. */
    record Plain(Set<Fence> of) implements Held {
        @Override
        public boolean isSignaled() {
            return of.stream().allMatch(fence -> fence.signaled);
        }
    }

    private static final AtomicLong CONTEXTS = new AtomicLong();

    static final Plain DONE = new Plain(Set.of());

    /** A point of a timeline. */
    static final class Point implements Held {
        final Held content;
        final @Nullable Held previous;
        final long context;
        final long seqno;
        final long previousSeqno;

        private Point(Held content, @Nullable Held previous, long context, long seqno, long previousSeqno) {
            this.content = content;
            this.previous = previous;
            this.context = context;
            this.seqno = seqno;
            this.previousSeqno = previousSeqno;
        }

        static Point after(@Nullable Held before, Held content, long seqno) {
            if (before instanceof Point last) {
                return Long.compareUnsigned(seqno, last.seqno) > 0
                        ? new Point(content, before, last.context, seqno, last.seqno)
                        : new Point(content, before, CONTEXTS.incrementAndGet(), last.seqno, 0);
            }
            return new Point(content, before, CONTEXTS.incrementAndGet(), seqno, 0);
        }

        /** What comes before and is not done by itself. */
        @Nullable
        Held walk() {
            Held at = previous;
            while (at instanceof Point point && point.content.isSignaled()) {
                at = point.previous;
            }
            return at instanceof Plain plain && plain.isSignaled() ? null : at;
        }

        @Override
        public boolean isSignaled() {
            return leaves(this).stream().allMatch(Held::isSignaled);
        }
    }

    /** An object. */
    static final class Sync {
        @Nullable
        Held held;

        /** Handles and descriptors. */
        int references;

        Sync(@Nullable Held held) {
            this.held = held;
        }

        void add(Held content, long seqno) {
            held = Point.after(held, content, seqno);
        }

        /** What there is to wait for; null if nothing of that kind is there yet. */
        @Nullable
        Held find(long seqno) {
            Held now = held;
            if (now == null || seqno == 0) {
                return now;
            }
            if (!(now instanceof Point newest) || Long.compareUnsigned(newest.seqno, seqno) < 0) {
                return null;
            }
            for (Held at = newest; at != null; at = at instanceof Point point ? point.walk() : null) {
                if (!(at instanceof Point point)
                        || point.context != newest.context
                        || Long.compareUnsigned(point.previousSeqno, seqno) < 0) {
                    return at;
                }
            }
            return DONE;
        }

        long query(boolean lastSubmitted) {
            if (!(held instanceof Point newest)) {
                return 0;
            }
            if (lastSubmitted) {
                return newest.seqno;
            }
            Point oldest = newest;
            for (Held at = newest; at instanceof Point point && point.context == newest.context; at = point.walk()) {
                oldest = point;
            }
            return oldest.isSignaled() ? oldest.seqno : oldest.previousSeqno;
        }
    }

    /** What a point waits for by itself, and those before it that are not done; no point among them. */
    private static List<Plain> leaves(Held held) {
        List<Plain> found = new ArrayList<>();
        for (Held at = held; at != null; at = at instanceof Point point ? point.walk() : null) {
            switch (at) {
                case Plain plain -> found.add(plain);
                case Point point -> found.addAll(leaves(point.content));
            }
        }
        return found;
    }

    /** Those that are not signalled, as one. */
    static Plain merge(Held held) {
        Set<Fence> left = new LinkedHashSet<>();
        for (Plain plain : leaves(held)) {
            plain.of.stream().filter(fence -> !fence.signaled).forEach(left::add);
        }
        return new Plain(left);
    }
}
