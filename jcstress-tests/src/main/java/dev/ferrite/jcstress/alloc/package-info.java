/**
 * What the allocators of the offheap floor promise between threads, tried by jcstress.
 *
 * <p>May import: offheap, and {@code dev.ferrite.jcstress.harness}.
 */
@NullMarked
package dev.ferrite.jcstress.alloc;

import org.jspecify.annotations.NullMarked;
