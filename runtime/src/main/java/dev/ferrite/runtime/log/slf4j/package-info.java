/**
 * The bridge between the kernel log and SLF4J, one class for each direction.
 *
 * <p>Optional: no other class of Ferrite refers to this package, and only who uses it needs {@code org.slf4j} at run
 * time. {@link dev.ferrite.runtime.log.slf4j.KernelLogProvider} makes the kernel log the place that SLF4J's loggers
 * write to; it is not registered as a service, because a library that drags a second provider along annoys everybody
 * who has one, so a program asks for it by name. {@link dev.ferrite.runtime.log.slf4j.Slf4jSink} sends the kernel log
 * to whatever SLF4J is bound to.
 *
 * <p>May import: {@code log}.
 */
@NullMarked
package dev.ferrite.runtime.log.slf4j;

import org.jspecify.annotations.NullMarked;
