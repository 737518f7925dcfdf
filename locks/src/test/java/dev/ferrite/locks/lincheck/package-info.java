/**
 * Model checking by Lincheck: every interleaving of a few steps, up to a bound, of two or three threads.
 *
 * <p>Runs on the heap twin ({@code -Dferrite.words=heap}, its own execution in the build), for the checker does not see
 * words off the heap. Each access of the twin is volatile, so this looks at interleavings; weak ordering is jcstress's.
 * Two ways: a class whose operations must look as if one came after the other ({@link ModelCheck#linearizable}), and
 * small programs with assertions ({@link ModelCheck#program}), where a lost wake-up shows as a hang. That it bites
 * is {@link BrokenSubjectsTest}.
 */
package dev.ferrite.locks.lincheck;
