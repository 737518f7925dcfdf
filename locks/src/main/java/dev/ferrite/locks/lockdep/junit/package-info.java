/**
 * The lock validator in JUnit 5 tests: {@link dev.ferrite.locks.lockdep.junit.Lockdep} on a class or a method.
 *
 * <p>The one package that knows JUnit, which it needs at test time only: the module requires it {@code static}, and the
 * dependency is optional, so no embedder carries it. It is a package and not an artifact because it is two small files
 * that must fit the validator.
 */
@NullMarked
package dev.ferrite.locks.lockdep.junit;

import org.jspecify.annotations.NullMarked;
