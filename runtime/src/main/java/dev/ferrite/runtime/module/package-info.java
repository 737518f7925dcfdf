/**
 * Modules: what is loaded under a name, once, counted while in use, and unloaded in good order. The counterpart of
 * {@code rust/kernel/lib.rs} ({@code Module}, {@code ThisModule}), of {@code module!} and of the C loader.
 *
 * <p>A {@link dev.ferrite.runtime.module.ModuleType} is the code, a {@link dev.ferrite.runtime.module.Module} what its
 * init made, a {@link dev.ferrite.runtime.module.ThisModule} the loader's record of one load.
 *
 * <p>May import: {@code offheap}, {@code locks.ref}, {@code runtime.log}.
 */
@NullMarked
package dev.ferrite.runtime.module;

import org.jspecify.annotations.NullMarked;
