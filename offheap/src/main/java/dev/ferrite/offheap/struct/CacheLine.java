package dev.ferrite.offheap.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a member cache lines of its own: it starts on a line, and what follows it starts on another. On a struct it aligns and pads the whole. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface CacheLine {
    /**
     * The size of a line.
     *
     * @return bytes; 128 keeps pairs of lines apart, which x86 prefetches together
     */
    int value() default 64;
}
