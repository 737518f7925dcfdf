/**
 * The switches of Ferrite, the counterpart of Kconfig: one typed, documented option each
 * ({@link dev.ferrite.offheap.config.ConfigOption}), resolved once at start.
 *
 * <p>Weight, lowest first: default, file, environment, system property. The twins (KASAN, tracing, heap words) read their
 * option into a {@code static final}, which the compiler folds. Imports nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.offheap.config;

import org.jspecify.annotations.NullMarked;
