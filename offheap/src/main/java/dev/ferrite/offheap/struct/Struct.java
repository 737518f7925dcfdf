package dev.ferrite.offheap.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an off-heap struct: the annotation processor writes its class, as the bindings generator does for C headers.
 *
 * <p>On an interface every abstract method without parameters is a member, in source order; on a record every component
 * is. Layout follows C on 64-bit Linux: each member at the next multiple of its alignment, the whole padded to the
 * largest.
 *
 * <pre>{@code
 * @Struct
 * interface Ring {
 *     int capacity();
 *     @CacheLine @Shared long head();
 *     @CacheLine @Shared long tail();
 *     @Array(16) Slot slots();           // another @Struct
 * }
 * }</pre>
 *
 * <p>becomes {@code RingStruct} with {@code SIZEOF}, {@code HEAD_OFFSET}, {@code LAYOUT}, {@code TYPE},
 * {@code headAcquire(segment)} and so on. The interface itself is never implemented.
 *
 * <p>Types: the primitives ({@code boolean} and {@code byte} 1 byte, {@code char} 2 bytes without sign),
 * {@link java.lang.foreign.MemorySegment} for a pointer, other types with this annotation for nested structs, and arrays
 * of these with {@link Array}. Mistakes are compile errors at the member.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Struct {
    /**
     * The simple name of the class that is written.
     *
     * @return empty for the name of the interface followed by {@code Struct}
     */
    String value() default "";

    /**
     * Whether all members start at 0.
     *
     * @return true for a union
     */
    boolean union() default false;
}
