/** Reads QR codes out of pictures. Imports nothing of Ferrite. */
@NullMarked
package dev.ferrite.nova.cli.code;

import org.jspecify.annotations.NullMarked;
