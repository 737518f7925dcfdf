package dev.ferrite.runtime.module;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a module says of itself: the counterpart of {@code module!}. It belongs on the class that is the module, and is
 * checked when that is compiled: by javac each key is given at most once, no key is unknown, {@code name} and
 * {@code license} are there; by Ferrite's processor keys stand in the order below and every value is well-formed.
 *
 * <p>The class is one of these:
 *
 * <ul>
 *   <li>a {@link Module} with {@code static TYPE init(ThisModule)};
 *   <li>an {@link InPlaceModule} with a constructor without parameters;
 *   <li>a driver of the auxiliary, platform or PCI bus with such a constructor: loading the module registers it, unloading
 *       unregisters it ({@code module_auxiliary_driver!} and its likes);
 *   <li>a {@link ModuleType} with a public constructor of that kind, which does everything itself.
 * </ul>
 *
 * <p>For a class {@code Hello} the processor writes {@code HelloInfo}: the facts as {@link ModuleInfo}, a typed accessor for
 * each parameter, and, unless {@code Hello} is a {@code ModuleType}, the entry points. On the class path the module is
 * declared as a service then; a named module says {@code provides ModuleType with HelloInfo}, and is warned if it does not.
 *
 * <p>{@snippet :
 * @KernelModuleInfo(
 *         name = "hello",
 *         authors = "A. Author",
 *         description = "Greets",
 *         license = "GPL v2",
 *         params = @KernelModuleInfo.Param(name = "times", type = ParamType.U32, value = "1", description = "How often"))
 * final class Hello implements Module {
 *     static Hello init(ThisModule self) {
 *         KernelLog.system().info("hello", "hello, " + HelloInfo.times(self) + " times");
 *         return new Hello();
 *     }
 *
 *     @Override
 *     public void close() {}
 * }
 * }
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface KernelModuleInfo {
    /**
     * The name it is loaded under.
     *
     * @return letters, digits, {@code _} and {@code -}, at most 55
     */
    String name();

    /**
     * Who wrote it.
     *
     * @return names, each once
     */
    String[] authors() default {};

    /**
     * What it is.
     *
     * @return one sentence
     */
    String description() default "";

    /**
     * Under which licence it is.
     *
     * @return such as {@code GPL v2}
     */
    String license();

    /**
     * Further names it can be asked for by.
     *
     * @return names, each once
     */
    String[] alias() default {};

    /**
     * Files it may want.
     *
     * @return names, each once
     */
    String[] firmware() default {};

    /**
     * The modules it needs: loaded before it, and held while it is there.
     *
     * @return names, each once, not its own
     */
    String[] depends() default {};

    /**
     * What can be set when it is loaded.
     *
     * @return parameters of different names
     */
    Param[] params() default {};

    /** A parameter of a module. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Param {
        /**
         * Its name.
         *
         * @return letters, digits and {@code _}, no digit first
         */
        String name();

        /**
         * What values it takes.
         *
         * @return the type
         */
        ParamType type();

        /**
         * Its value where none is given.
         *
         * @return as it would be written on the command line
         */
        String value();

        /**
         * What it does.
         *
         * @return one sentence
         */
        String description();
    }
}
