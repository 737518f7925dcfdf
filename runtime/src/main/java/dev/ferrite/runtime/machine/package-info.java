/**
 * What this machine offers, and what that means for a user of Ferrite: the facts behind {@code ferrite doctor}.
 *
 * <p>A probe asks one area and gives {@link dev.ferrite.runtime.machine.Finding}s; it never throws for what a machine may
 * lack. Probes read below the roots of a {@link dev.ferrite.runtime.machine.Machine}, so that tests can show them another
 * one. {@link dev.ferrite.runtime.machine.DoctorReport} asks all and prints.
 *
 * <p>May import: {@code offheap}, {@code pci}.
 */
@NullMarked
package dev.ferrite.runtime.machine;

import org.jspecify.annotations.NullMarked;
