/** The runtime beside its peers: tags and the kernel log. */
@NullMarked
package dev.ferrite.perf.runtime;

import org.jspecify.annotations.NullMarked;
