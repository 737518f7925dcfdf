package dev.ferrite.runtime.vtable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An interface of operations for others to implement: the counterpart of {@code #[vtable]}.
 *
 * <p>Its abstract methods are required. Its default methods are optional: one that an implementation leaves out is a NULL
 * entry, and its caller does what C does for NULL. Their bodies exist only because Java wants one, are never reached, and
 * must read {@code throw VtableOps.absent("name");}: the compiler refuses anything else.
 *
 * <p>The processor writes a class {@code <Name>Vtable} beside it: which operations are there, looked up once, and one
 * {@code hasX()} for each optional operation.
 *
 * <p>{@snippet :
 * @Vtable
 * public interface ClockOps {
 *     long read();
 *
 *     default void reset() {
 *         throw VtableOps.absent("reset");
 *     }
 * }
 *
 * ClockOpsVtable ops = ClockOpsVtable.of(driver);
 * if (ops.hasReset()) {
 *     ops.get().reset();
 * }
 * }
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Vtable {}
