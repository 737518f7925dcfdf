package dev.ferrite.perf.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a peer that it needs a C library, and is left out where that cannot be opened. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    /** The name to open. */
    String library();

    /** The Debian package that has it. */
    String debian();
}
