package dev.ferrite.offheap.trace;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last steps of counts that have no owner objects, by address; the words looked at last are kept. */
final class WordHistory {
    private static final int STEPS = 8;
    private static final int WORDS = 4096;

    private static final Map<Long, ArrayDeque<Site>> LAST = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ArrayDeque<Site>> eldest) {
            return size() > WORDS;
        }
    };

    private WordHistory() {}

    static void begin(long word) {
        synchronized (LAST) {
            LAST.remove(word);
        }
    }

    static void step(long word, String what) {
        Site site = new Site(what);
        synchronized (LAST) {
            ArrayDeque<Site> steps = LAST.computeIfAbsent(word, key -> new ArrayDeque<>());
            if (steps.size() == STEPS) {
                steps.removeFirst();
            }
            steps.addLast(site);
        }
    }

    static String of(long word) {
        synchronized (LAST) {
            ArrayDeque<Site> steps = LAST.get(word);
            if (steps == null) {
                return "";
            }
            StringBuilder text = new StringBuilder("; its last steps, oldest first:");
            steps.forEach(step -> text.append(Site.lines(step)));
            return text.toString();
        }
    }
}
