/**
 * The {@code ferrite} program: commands, options, what is printed where, exit codes.
 *
 * <p>Commands are built by hand, not by annotations: that saves a tenth of a second at start. May import everything.
 */
@NullMarked
package dev.ferrite.nova.cli;

import org.jspecify.annotations.NullMarked;
