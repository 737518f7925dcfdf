/** What the runtime's structures promise under races. May import: everything below {@code runtime}. */
@NullMarked
package dev.ferrite.jcstress.runtime;

import org.jspecify.annotations.NullMarked;
