/**
 * How threads wait: {@link dev.ferrite.locks.park.ParkingLot}, queues of parked threads keyed by address, and
 * {@link dev.ferrite.locks.park.Membarrier}, a barrier one thread pays for all.
 *
 * <p>May import: {@code offheap}.
 */
@NullMarked
package dev.ferrite.locks.park;

import org.jspecify.annotations.NullMarked;
