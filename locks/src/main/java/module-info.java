/**
 * The first floor: locks over off-heap words, references, parking.
 *
 * <p>Needs no flag of its own.
 */
module dev.ferrite.locks {
    requires jdk.jfr;
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires transitive dev.ferrite.offheap;

    exports dev.ferrite.locks;
    exports dev.ferrite.locks.atomic;
    exports dev.ferrite.locks.lockdep;
    exports dev.ferrite.locks.lockdep.junit;
    exports dev.ferrite.locks.park;
    exports dev.ferrite.locks.poll;
    exports dev.ferrite.locks.rcu;
    exports dev.ferrite.locks.ref;
}
