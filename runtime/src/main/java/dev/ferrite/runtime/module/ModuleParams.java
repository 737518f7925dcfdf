package dev.ferrite.runtime.module;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a module's parameters for one load: the counterpart of {@code parse_args}. Immutable. */
public final class ModuleParams {
    private final String module;
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final List<String> unknown = new ArrayList<>();

    private ModuleParams(ModuleInfo info) {
        this.module = info.name();
        for (ModuleParam param : info.params()) {
            values.put(param.name(), param.type().parse(param.defaultValue()));
        }
    }

    /**
     * Every parameter at its default.
     *
     * @param info of the module
     * @return the values
     */
    public static ModuleParams defaults(ModuleInfo info) {
        return new ModuleParams(info);
    }

    /**
     * Reads arguments of the form {@code name=value}, or {@code name} alone for a bool. The last of several for one name
     * counts. A name that the module does not have is no error, as for the kernel's modules: it is kept in
     * {@link #unknown}, and loading says that it is ignored.
     *
     * @param info of the module
     * @param arguments as on a command line
     * @return the values
     * @throws ErrnoException EINVAL for a malformed value or a missing one, ERANGE for a number that does not fit, ENOSPC for
     *     text that is too long; with the parameter's name
     */
    public static ModuleParams parse(ModuleInfo info, List<String> arguments) {
        ModuleParams params = new ModuleParams(info);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            params.set(info, name, equals < 0 ? null : argument.substring(equals + 1));
        }
        return params;
    }

    private void set(ModuleInfo info, String name, @Nullable String value) {
        for (ModuleParam param : info.params()) {
            if (param.isNamed(name)) {
                values.put(param.name(), read(param, value));
                given.add(param.name());
                return;
            }
        }
        unknown.add(name);
    }

    private Object read(ModuleParam param, @Nullable String value) {
        if (value == null && param.type() != ParamType.BOOL) {
            throw new ErrnoException(
                    Errno.EINVAL, "module " + module + ": parameter '" + param.name() + "' needs a value");
        }
        try {
            return param.type().parse(value == null ? "y" : value);
        } catch (ErrnoException e) {
            String problem = e.errno() == Errno.ENOSPC ? "' too large" : "' invalid";
            throw new ErrnoException(
                    e.errno(),
                    "module " + module + ": '" + value + problem + " for parameter '" + param.name() + "' of type "
                            + param.type());
        }
    }

    /**
     * Whether a parameter was given a value, its default perhaps.
     *
     * @param name a parameter of the module
     * @return false if it has its default because nothing was said
     */
    public boolean isGiven(String name) {
        value(name, Object.class);
        return given.contains(name);
    }

    /**
     * The value of a parameter that is a number or a size.
     *
     * @param name a parameter of the module
     * @return the value; of an unsigned 64-bit number its bits
     * @throws IllegalArgumentException if the module has no such parameter of that kind
     */
    public long getLong(String name) {
        return value(name, Long.class);
    }

    /**
     * The value of a parameter that is a bool.
     *
     * @param name a parameter of the module
     * @return the value
     * @throws IllegalArgumentException if the module has no such parameter of that kind
     */
    public boolean getBoolean(String name) {
        return value(name, Boolean.class);
    }

    /**
     * The value of a parameter that is text.
     *
     * @param name a parameter of the module
     * @return the value
     * @throws IllegalArgumentException if the module has no such parameter of that kind
     */
    public String getString(String name) {
        return value(name, String.class);
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("module " + module + " has no parameter '" + name + "' that is a "
                    + type.getSimpleName() + ": " + values.keySet());
        }
        return Objects.requireNonNull(type.cast(value));
    }

    /**
     * The names that were given and are none of the module's parameters.
     *
     * @return the names, in the order they were given
     */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** The module they are for. */
    String module() {
        return module;
    }
}
