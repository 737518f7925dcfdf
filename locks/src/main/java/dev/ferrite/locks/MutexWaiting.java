package dev.ferrite.locks;

import static dev.ferrite.locks.MutexBackend.COUNT;
import static dev.ferrite.locks.MutexBackend.FENCED;
import static dev.ferrite.locks.MutexBackend.FENCED_UNLOCKS;
import static dev.ferrite.locks.MutexBackend.FLAGS_OFFSET;
import static dev.ferrite.locks.MutexBackend.FREE;
import static dev.ferrite.locks.MutexBackend.LOOKING;
import static dev.ferrite.locks.MutexBackend.PARKED;
import static dev.ferrite.locks.MutexBackend.WOKEN;
import static dev.ferrite.locks.MutexBackend.flags;
import static dev.ferrite.locks.MutexBackend.isStrict;
import static dev.ferrite.locks.MutexBackend.tryAcquire;

import dev.ferrite.locks.park.Membarrier;
import dev.ferrite.locks.park.ParkingLot;
import dev.ferrite.locks.park.Patience;
import dev.ferrite.locks.park.Waiter;
import dev.ferrite.offheap.HeapWords;
import dev.ferrite.offheap.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a thread waits for a mutex: the slow path of {@link MutexBackend}, whose note argues its steps. */
final class MutexWaiting {
    /** {@link #acquireSlow}: the caller owns the lock. */
    static final int ACQUIRED = 0;

    /*
     * A newcomer looks seldom at first, so that the owner can take the lock many times while its cache line stays where
     * it is; then often, and asks the owner to give way, for as long as that has been worth it. A woken one does so at
     * once. If it does not find the lock free, and is woken again before it sleeps, then the owners are quick, and it looks
     * for twice as long before it sends them another barrier. A virtual one looks less, and no longer than that, for the
     * owner may be waiting for its carrier, or not at all, if it can wait for ever (lockVirtual); it does not ask, for it
     * may lose its carrier before it is given way; twice it gives the carrier away, which is cheaper than a barrier and
     * another sleep. No platform thread yields: yielding gives up a time slice, and waits of milliseconds came from it.
     *
     * Where a newcomer has found others in the queue not long ago, the lock is crowded: somebody always wants it, so nothing
     * is won by taking it from an owner that comes back at once, but each time that it moves to another processor costs some
     * hundred nanoseconds, and makes a wait of one that was none. There a newcomer that finds the lock free looks three times more
     * before it takes it, and looks seldom for 25 us instead of 6: if the owner goes away meanwhile, it is free for half of
     * that at worst.
     */
    private static final int SPIN_ROUNDS = 5;

    private static final int SPIN_ROUNDS_CROWDED = 7;
    private static final int COMES_BACK_LOOKS = 3;

    /** How often a thread that looks sees to it that LOOKING is set: once in so many looks. */
    private static final int LOOKS_ANNOUNCED = 16;

    private static final int WOKEN_LOOKS = HeapWords.enabled() ? 2 : 700;
    private static final int MOST_WOKEN_LOOKS = HeapWords.enabled() ? 2 : 8_000;
    private static final int YIELDS_VIRTUAL = 2;
    private static final int WOKEN_LOOKS_VIRTUAL = HeapWords.enabled() ? 2 : 64;

    /** {@link #ENTER}: flags were not strict, and are now; each unlock that might not see that is still without a fence. */
    private static final int MADE_STRICT = 1;

    /** {@link #ENTER}: flags were not strict, and are now; unlocks have fences. */
    private static final int MADE_STRICT_FENCED = 2;

    /** A waiter enters; its argument is WOKEN and LOOKING where it has set them, and FENCED if it wants fences. */
    private static final ParkingLot.Entry ENTER = (word, argument) -> {
        if (Words.getIntOpaque(word) == FREE) {
            return ParkingLot.REFUSED;
        }
        for (; ; ) {
            int flags = flags(word);
            int next = (flags & ~(argument & (WOKEN | LOOKING))) | PARKED;
            boolean made = !isStrict(flags) && isStrict(next);
            boolean fenced = (flags & FENCED) != 0;
            if (made && !fenced && (argument & FENCED) != 0) {
                next |= FENCED | FENCED_UNLOCKS * COUNT;
            }
            if (next == flags || Words.compareAndSetInt(word + FLAGS_OFFSET, flags, next)) {
                return made ? (fenced ? MADE_STRICT_FENCED : MADE_STRICT) : 0;
            }
        }
    };

    private MutexWaiting() {}

    static void lockSlow(long word, @Nullable Object blocker) {
        if (Thread.currentThread().isVirtual()) {
            lockVirtual(word, blocker);
        } else {
            acquireSlow(word, blocker, false, ParkingLot.NO_DEADLINE);
        }
    }

    /**
     * As {@link #lockSlow}, by a virtual thread: the same steps, but it looks once for each time that it runs. A small
     * method, for its frame and what it calls lie in the heap while it waits, and the collector copies those of all that
     * wait. After a wait it goes the way that it went before, by the same branches: for if thousands wait when the compiler
     * comes, and none has returned, it leaves out what it has not seen, and each of them returns into the interpreter.
     */
    private static void lockVirtual(long word, @Nullable Object blocker) {
        Waiter waiter = null;
        boolean interrupted = false;
        int yields = 0; // left
        int told = ParkingLot.CANCELLED; // in no queue. If WOKEN, that flag is this thread's to clear
        for (; ; ) {
            if (told > 0) {
                if (told == ParkingLot.HANDED_OVER) {
                    break;
                }
                int woken = told == ParkingLot.WOKEN ? WOKEN : 0;
                if (Words.getIntOpaque(word) == FREE && tryAcquire(word)) {
                    if (woken != 0) {
                        Words.getAndBitwiseAndInt(word + FLAGS_OFFSET, ~WOKEN);
                    }
                    break;
                }
                if (woken != 0 && yields > 0) {
                    yields--;
                    Thread.yield();
                    continue;
                }
                Waiter entered = enter(word, woken);
                if (entered == null) {
                    continue;
                }
                waiter = entered;
                yields = YIELDS_VIRTUAL;
            } else {
                interrupted |= Objects.requireNonNull(waiter).park(blocker);
            }
            told = waiter.told();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Enters the queue, and leaves it again if no unlock might look at it; null if it was free before that. */
    private static @Nullable Waiter enter(long word, int woken) {
        Waiter waiter = ParkingLot.enter(word, ENTER, woken | FENCED, woken != 0);
        if (waiter != null && isFreeAfter(word, waiter.note())) {
            waiter.leave();
        }
        return waiter;
    }

    /** Whether the lock is free after all, for one who has entered the queue: then no unlock might look at it. */
    private static boolean isFreeAfter(long word, int note) {
        return switch (note) {
            case MADE_STRICT -> isFreeForAll(word);
            case MADE_STRICT_FENCED -> Words.getIntVolatile(word) == FREE;
            default -> false;
        };
    }

    /** As {@link #lockSlow}, by a thread that was woken out of the queue, and has not locked yet. */
    static void lockWokenSlow(long word, @Nullable Object blocker) {
        acquireSlow(word, blocker, WOKEN, false, ParkingLot.NO_DEADLINE);
    }

    /**
     * Waits for the lock: until it is there, or for an interrupt or a time. Who gives up leaves PARKED behind at worst;
     * who was woken gives up only after it has cleared WOKEN: nobody depends on a thread that has gone.
     *
     * @return {@link #ACQUIRED}, {@link ParkingLot#TIMED_OUT}, or {@link ParkingLot#CANCELLED} with the interrupt flag
     *     set
     */
    static int acquireSlow(long word, @Nullable Object blocker, boolean interruptible, long deadline) {
        return acquireSlow(word, blocker, 0, interruptible, deadline);
    }

    private static int acquireSlow(
            long word, @Nullable Object blocker, int wokenBefore, boolean interruptible, long deadline) {
        int outcome = ACQUIRED;
        boolean interrupted = false;
        int woken = wokenBefore; // WOKEN while it is this thread's to clear
        int spins = 0;
        boolean crowded = false;
        int rounds = SPIN_ROUNDS;
        int looks = -1;
        int looking = 0; // LOOKING if this thread has set it
        boolean isVirtual = Thread.currentThread().isVirtual();
        int yields = isVirtual ? YIELDS_VIRTUAL : 0; // left
        int fenced = isVirtual || HeapWords.enabled() ? FENCED : 0; // the model checker has no virtual threads
        int wokenLooks = isVirtual ? WOKEN_LOOKS_VIRTUAL : WOKEN_LOOKS;
        for (; ; ) {
            if (Words.getIntOpaque(word) == FREE) {
                if (crowded && woken == 0 && spins < rounds && comesBack(word)) {
                    continue;
                }
                if (tryAcquire(word)) {
                    if ((flags(word) & (woken | looking)) != 0) {
                        Words.getAndBitwiseAndInt(word + FLAGS_OFFSET, ~(woken | looking));
                    }
                    if (woken == 0 && spins > rounds) {
                        Patience.paid(word);
                    }
                    break;
                }
                Thread.onSpinWait();
                continue;
            }
            if (woken != 0 && spins < wokenLooks) {
                if (spins++ % LOOKS_ANNOUNCED == 0 && !isVirtual) {
                    looking = announce(word);
                }
                Thread.onSpinWait();
                continue;
            }
            if (woken != 0 && yields > 0) {
                yields--;
                spins = 0;
                Thread.yield();
                continue;
            }
            if (woken == 0 && (flags(word) & PARKED) != 0) {
                Patience.crowds(word);
            } else if (woken == 0) {
                if (spins == 0 && !isVirtual) {
                    crowded = Patience.isCrowded(word);
                    rounds = crowded ? SPIN_ROUNDS_CROWDED : SPIN_ROUNDS;
                }
                if (spins < rounds) {
                    spin(spins++);
                    continue;
                }
                if (looks < 0) {
                    looks = Patience.looks(word);
                }
                if (spins - rounds < looks) {
                    if ((spins++ - rounds) % LOOKS_ANNOUNCED == 0) {
                        looking = announce(word);
                    }
                    Thread.onSpinWait();
                    continue;
                }
            }
            Waiter waiter = ParkingLot.enter(word, ENTER, woken | looking | fenced, woken != 0);
            if (waiter == null) {
                continue;
            }
            woken = 0;
            looking = 0;
            int result;
            if (isFreeAfter(word, waiter.note())) {
                result = waiter.leave();
                if (result == ParkingLot.CANCELLED) {
                    continue;
                }
            } else {
                result = waiter.await(interruptible, deadline, blocker);
            }
            if (looks > 0) {
                if (waiter.slept()) {
                    Patience.wasInVain(word);
                } else {
                    Patience.paid(word);
                }
            }
            interrupted |= (result & ParkingLot.INTERRUPTED) != 0;
            result &= ~ParkingLot.INTERRUPTED;
            if (result == ParkingLot.HANDED_OVER) {
                break;
            }
            if (result != ParkingLot.WOKEN) {
                outcome = result;
                break;
            }
            woken = WOKEN;
            spins = 0;
            if (!isVirtual) {
                wokenLooks = waiter.slept() ? WOKEN_LOOKS : Math.min(2 * wokenLooks, MOST_WOKEN_LOOKS);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome;
    }

    /** After every processor has seen what the caller wrote before. */
    private static boolean isFreeForAll(long word) {
        Membarrier.heavy();
        return Words.getIntOpaque(word) == FREE;
    }

    /** Whether a lock that was free a moment ago is not: its owner has locked it again, or another thread has. */
    private static boolean comesBack(long word) {
        for (int i = 0; i < COMES_BACK_LOOKS; i++) {
            Thread.onSpinWait();
            if (Words.getIntOpaque(word) != FREE) {
                return true;
            }
        }
        return false;
    }

    /** Asks the owner to give way; LOOKING. */
    private static int announce(long word) {
        if ((flags(word) & LOOKING) == 0) {
            Words.getAndBitwiseOrInt(word + FLAGS_OFFSET, LOOKING);
        }
        return LOOKING;
    }

    private static void spin(int round) {
        for (int i = 0; i < 8 << round; i++) {
            Thread.onSpinWait();
        }
    }
}
