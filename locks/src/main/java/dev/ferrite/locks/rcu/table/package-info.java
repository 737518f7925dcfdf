/**
 * Off-heap tables that are read under RCU.
 *
 * <p>May import: offheap, {@code dev.ferrite.locks} and {@code dev.ferrite.locks.rcu}.
 */
@NullMarked
package dev.ferrite.locks.rcu.table;

import org.jspecify.annotations.NullMarked;
