package dev.ferrite.offheap.bindgen.gcc;

import dev.ferrite.offheap.bindgen.model.CType.Source;

/**
 * A macro without parameters, as it stands at the end of the header.
 *
 * @param name its name
 * @param body its text, possibly empty
 * @param source where it is defined
 */
record Macro(String name, String body, Source source) {}
