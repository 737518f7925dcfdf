package dev.ferrite.runtime.module;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What has to be loaded before a module: the counterpart of what {@code depmod} prepares and {@code modprobe} follows. */
final class Dependencies {
    private final Predicate<String> isThere;
    private final Function<String, @Nullable ModuleType> find;
    private final Set<String> path = new LinkedHashSet<>();
    private final Map<String, ModuleType> order = new LinkedHashMap<>();

    private Dependencies(Predicate<String> isThere, Function<String, @Nullable ModuleType> find) {
        this.isThere = isThere;
        this.find = find;
    }

    /**
     * The modules that are missing, each after what it needs itself.
     *
     * @param type what is to be loaded; not part of the answer
     * @param isThere whether the loader has a name already
     * @param find a module of a name that can be loaded
     * @throws ErrnoException ENOENT if one is not to be had; ELOOP if a module needs itself, with the way round
     */
    static List<ModuleType> of(
            ModuleType type, Predicate<String> isThere, Function<String, @Nullable ModuleType> find) {
        Dependencies dependencies = new Dependencies(isThere, find);
        dependencies.visit(type.info());
        return new ArrayList<>(dependencies.order.values());
    }

    private void visit(ModuleInfo info) {
        path.add(info.name());
        for (String needed : info.depends()) {
            if (path.contains(needed)) {
                throw new ErrnoException(Errno.ELOOP, "module " + needed + " depends on itself: " + way(needed));
            }
            if (isThere.test(needed) || order.containsKey(needed)) {
                continue;
            }
            ModuleType type = find.apply(needed);
            if (type == null) {
                throw new ErrnoException(
                        Errno.ENOENT, "module " + info.name() + " needs " + needed + ": none is declared");
            }
            visit(type.info());
            order.put(needed, type);
        }
        path.remove(info.name());
    }

    private String way(String from) {
        StringBuilder text = new StringBuilder();
        for (String name : path) {
            if (!text.isEmpty() || name.equals(from)) {
                text.append(name).append(" -> ");
            }
        }
        return text.append(from).toString();
    }
}
