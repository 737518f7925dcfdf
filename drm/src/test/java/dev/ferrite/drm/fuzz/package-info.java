/**
 * Random calls against a model of the kernel's answers. {@code Model} is written from the specification and shares no code
 * with the core; {@code Player} makes a call on both and compares.
 */
@NullMarked
package dev.ferrite.drm.fuzz;

import org.jspecify.annotations.NullMarked;
