/**
 * What javac runs for {@link dev.ferrite.runtime.module.KernelModuleInfo} and {@link dev.ferrite.runtime.vtable.Vtable}.
 * Not for programs.
 *
 * <p>May import: {@code java.compiler}, {@code jdk.compiler} (only its tree interfaces), {@code runtime.module},
 * {@code runtime.vtable}.
 */
@NullMarked
package dev.ferrite.runtime.module.processor;

import org.jspecify.annotations.NullMarked;
