/**
 * Concurrency validation of every floor by jcstress: {@code ./ferrite stress}.
 *
 * <p>{@link dev.ferrite.jcstress.Stress} is the program. The tests live in one package for each floor
 * ({@code offheap}, {@code locks}, ...), what they and the program share in {@code harness}, and subjects that must
 * fail in {@code broken}.
 *
 * <p>May import: every floor. Nothing imports this module.
 */
@NullMarked
package dev.ferrite.jcstress;

import org.jspecify.annotations.NullMarked;
