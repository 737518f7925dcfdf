/**
 * The device model: devices, drivers, and the buses that bring them together. The counterpart of
 * {@code rust/kernel/{device,driver,devres}.rs} and of {@code drivers/base}.
 *
 * <p>Three contexts, each good for all that the weaker ones are good for: {@link dev.ferrite.runtime.device.Core} inside a
 * bus callback, {@link dev.ferrite.runtime.device.Bound} while a driver is bound, and the plain
 * {@link dev.ferrite.runtime.device.Device}, the only one to count and to keep. Rust proves at compile time that a
 * context is not used beyond its end; here a late use is an exception.
 *
 * <p>May import: {@code offheap}, {@code locks.ref}, {@code locks.rcu}, {@code runtime.log}, {@code runtime.module},
 * {@code runtime.vtable}, {@code runtime.workqueue}.
 */
@NullMarked
package dev.ferrite.runtime.device;

import org.jspecify.annotations.NullMarked;
