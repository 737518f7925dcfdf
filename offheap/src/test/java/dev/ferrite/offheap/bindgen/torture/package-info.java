/** Classes generated from {@code src/test/bindings/torture.h}: every kind of member, for the generator's tests. */
@NullMarked
package dev.ferrite.offheap.bindgen.torture;

import org.jspecify.annotations.NullMarked;
