/**
 * What the running security module says, and hooks in which an application puts policies of its own; the counterpart of
 * {@code kernel/security.rs}.
 *
 * <p>{@link dev.ferrite.runtime.security.SecurityCtx} is a task's label. {@link dev.ferrite.runtime.security.SecurityHooks}
 * asks every registered {@link dev.ferrite.runtime.security.SecurityPolicy}: one that denies is enough.
 *
 * <p>May import: {@code offheap}, {@code locks}, {@code proc}, {@code cred}, {@code task}.
 */
@NullMarked
package dev.ferrite.runtime.security;

import org.jspecify.annotations.NullMarked;
