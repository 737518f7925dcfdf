package dev.ferrite.offheap.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts a member at a fixed place, after which the next one follows; the place must be free and aligned. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Offset {
    /**
     * The offset from the start of the struct.
     *
     * @return bytes, 0 or more
     */
    long value();
}
