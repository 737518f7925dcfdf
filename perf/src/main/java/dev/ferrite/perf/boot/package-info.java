/** How soon the {@code ferrite} program is there. */
@NullMarked
package dev.ferrite.perf.boot;

import org.jspecify.annotations.NullMarked;
