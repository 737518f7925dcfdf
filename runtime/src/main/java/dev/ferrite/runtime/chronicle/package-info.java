/**
 * The bridge to Chronicle Core, for programs that live with both: our references as its {@code ReferenceCounted}, and
 * what our tracing twin knows fed to its resource tracing.
 *
 * <p>Optional: no other class of Ferrite refers to this package, and only who uses it needs {@code chronicle-core} (and
 * what that needs: the JVM flag {@code --sun-misc-unsafe-memory-access=allow} on JDK 24 and newer). May import:
 * {@code offheap}, {@code locks}.
 */
@NullMarked
package dev.ferrite.runtime.chronicle;

import org.jspecify.annotations.NullMarked;
