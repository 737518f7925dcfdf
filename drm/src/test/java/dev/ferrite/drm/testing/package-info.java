/** A small driver and the calls of a client, for the tests of all packages. */
@NullMarked
package dev.ferrite.drm.testing;

import org.jspecify.annotations.NullMarked;
