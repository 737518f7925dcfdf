package dev.ferrite.locks.rcu;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slots that virtual threads claim for a section: one CAS in, one store out.
 *
 * <p>A thread looks from a place that its id hashes to, so threads on different carriers seldom meet. When a few slots
 * in a row are taken it goes on to the next block, twice as large, which is made when it is first needed and stays. There
 * are as many slots as threads ever were in a section at the same time, about twice over: a few per processor, unless
 * somebody blocks inside a section, which is an error here and what {@link Srcu} is for.
 */
final class VirtualReaders {
    private static final int PROBES = 8;

    private static final Block FIRST =
            new Block(Integer.highestOneBit(Math.max(8, 4 * Runtime.getRuntime().availableProcessors()) - 1) << 1);

    private VirtualReaders() {}

    static RcuGuard enter(Thread thread) {
        int start = hash(thread);
        for (Block block = FIRST; ; block = block.nextOrMake()) {
            for (int i = 0; i < PROBES; i++) {
                RcuGuard guard = block.slot(start + i);
                if (guard.tryClaim(thread)) {
                    return guard;
                }
            }
        }
    }

    /** One of the slots in which a thread is in a section, or null. */
    static @Nullable RcuGuard find(Thread thread) {
        int start = hash(thread);
        for (Block block = FIRST; block != null; block = block.next()) {
            for (int i = 0; i < PROBES; i++) {
                RcuGuard guard = block.slot(start + i);
                if (guard.tid == thread.threadId()) {
                    return guard;
                }
            }
        }
        return null;
    }

    static void collectBefore(long epoch, List<RcuGuard> pending) {
        for (Block block = FIRST; block != null; block = block.next()) {
            for (RcuGuard guard : block.slots) {
                if (GracePeriods.isBefore(guard, epoch)) {
                    pending.add(guard);
                }
            }
        }
    }

    static int slots() {
        int sum = 0;
        for (Block block = FIRST; block != null; block = block.next()) {
            sum += block.slots.length;
        }
        return sum;
    }

    private static int hash(Thread thread) {
        return (int) ((thread.threadId() * 0x9E37_79B9_7F4A_7C15L) >>> 40);
    }

    private static final class Block {
        private static final VarHandle NEXT;

        static {
            try {
                NEXT = MethodHandles.lookup().findVarHandle(Block.class, "next", Block.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final RcuGuard[] slots;

        @SuppressWarnings("unused") // through NEXT
        private @Nullable Block next;

        /** A power of two, at least {@link #PROBES}. */
        Block(int size) {
            this.slots = new RcuGuard[size];
            for (int i = 0; i < size; i++) {
                slots[i] = new RcuGuard(Readers.newWord(), 0, null);
            }
        }

        RcuGuard slot(int index) {
            return slots[index & (slots.length - 1)];
        }

        @Nullable
        Block next() {
            return (Block) NEXT.getVolatile(this);
        }

        Block nextOrMake() {
            Block there = next();
            if (there != null) {
                return there;
            }
            Block made = new Block(2 * slots.length);
            Block winner = (Block) NEXT.compareAndExchange(this, null, made);
            return winner == null ? made : winner; // the loser's words stay unused: rare, and a few KiB
        }
    }
}
