/**
 * What pixels look like: fourcc codes, planes, pitches, modifiers. Pure arithmetic; imports nothing but the constants of
 * {@code drm_fourcc.h}.
 */
@NullMarked
package dev.ferrite.drm.format;

import org.jspecify.annotations.NullMarked;
