package dev.ferrite.locks.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.HeapWords;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** How these tests call the checker; each call explores for about a second or two. */
final class ModelCheck {
    private static final int INVOCATIONS = Integer.getInteger("test.lincheck.invocations", 250);
    private static final int SCENARIOS = Integer.getInteger("test.lincheck.scenarios", 4);

    private ModelCheck() {}

    /** Checks that the operations of a class are atomic: two threads, two operations each, random scenarios. */
    static void linearizable(Class<?> subject) {
        requireTwin();
        new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(INVOCATIONS)
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(1)
                .check(subject);
    }

    /** Checks a program that starts threads and throws when something is wrong. */
    static void program(Runnable program) {
        requireTwin();
        Lincheck.runConcurrentTest(INVOCATIONS, program);
    }

    /** Runs some bodies at the same time: the first in the calling thread. */
    static void together(Runnable first, Runnable... others) {
        List<Thread> threads = new ArrayList<>();
        for (Runnable other : others) {
            Thread thread = new Thread(other);
            threads.add(thread);
            thread.start();
        }
        first.run();
        threads.forEach(ModelCheck::join);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }

    /** Off the heap the checker would see nothing and pass everything. */
    private static void requireTwin() {
        assertThat(HeapWords.enabled()).as("-Dferrite.words=heap").isTrue();
    }
}
