/**
 * Counters: what every floor does, and what an application counts beside it, read at any time from inside and, once
 * {@linkplain dev.ferrite.runtime.counters.Counters#publish published}, live from other processes.
 *
 * <p>{@link dev.ferrite.runtime.counters.Counters} is the door. A <em>counter</em> only grows, a <em>gauge</em> goes up
 * and down; a <em>reading</em> is one value of one of them. Names are {@code ferrite_...} in lower case with underscores,
 * their unit last ({@code _bytes}); {@code _total} is no part of a name.
 *
 * <p>Only {@code AgronaTable} refers to Agrona, so only who reads another process's counters needs it. May import: {@code offheap},
 * {@code locks}, {@code log}, {@code share}, and of the other rooms what they count.
 */
@NullMarked
package dev.ferrite.runtime.counters;

import org.jspecify.annotations.NullMarked;
