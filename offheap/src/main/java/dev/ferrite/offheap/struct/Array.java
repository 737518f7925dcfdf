package dev.ferrite.offheap.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a member an array; several numbers make it an array of arrays, outermost first. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Array {
    /**
     * The number of elements.
     *
     * @return each 1 or more
     */
    int[] value();
}
