package dev.ferrite.runtime.module;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.log.KernelLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Loads and unloads modules by name. The counterpart of {@code kernel/module/main.c}, as far as it concerns names, states
 * and references.
 *
 * <p>Thread-safe. Init and exit run on the thread that asks, without any lock held: a module may load another in its init
 * and unload it in its exit. Two loads of one name, or a load and an unload, never overlap: the second is refused, it
 * does not wait.
 */
public final class ModuleLoader {
    /*
     * The map holds a name from before its init until after its exit.
     *
     *   load     putIfAbsent decides who loads; everybody else is EEXIST. A failed init removes the name again.
     *   unload   only a LIVE module; then the CAS of its count from 1 to 0 decides who unloads, and that whoever comes
     *            later gets no reference. Exit runs after that, once; then the name is removed.
     *
     * So between the putIfAbsent of one load and that of the next lie the end of the first init and the end of its exit:
     * init and exit of one name never overlap.
     */

    /** The category of the WARN for an exit that threw. */
    public static final String WARN_EXIT = "module-exit-threw";

    private static final String LOG = "module";

    private final ConcurrentHashMap<String, Entry> modules = new ConcurrentHashMap<>();
    private final AtomicLong order = new AtomicLong();
    private final KernelLog log;

    /**
     * A loader of its own.
     *
     * @param log where it says what it did
     */
    public ModuleLoader(KernelLog log) {
        this.log = log;
    }

    /**
     * The loader of this process, made when it is first asked for; speaks in {@link KernelLog#system()}.
     *
     * @return always the same loader
     */
    public static ModuleLoader system() {
        return SystemLoader.LOADER;
    }

    /**
     * Loads a module: runs its init. Blocks as long as that does.
     *
     * @param type the module
     * @return the loaded module
     * @throws ErrnoException EEXIST if the name is there already, in whatever state; or init's own
     * @throws ModuleInitException if init threw anything else, or returned nothing; the module is not loaded
     * @throws KernelBug if init did; the module is not loaded
     */
    public ThisModule load(ModuleType type) {
        ThisModule self = new ThisModule(type.info());
        String name = self.name();
        Entry there = modules.putIfAbsent(name, new Entry(self, order.getAndIncrement()));
        if (there != null) {
            throw new ErrnoException(
                    Errno.EEXIST,
                    "load module " + name + " state=" + there.module().state());
        }
        boolean made = false;
        try {
            self.live(init(type, self));
            made = true;
        } finally {
            if (!made) {
                self.failed();
                modules.remove(name);
            }
        }
        log.debug(LOG, name + ": loaded");
        return self;
    }

    private Module init(ModuleType type, ThisModule self) {
        String name = self.name();
        try {
            @Nullable Module instance = type.init(self);
            if (instance == null) {
                throw new ModuleInitException(name, "it returned null");
            }
            return instance;
        } catch (ErrnoException e) {
            log.err(LOG, name + ": init failed: " + e.getMessage());
            throw e;
        } catch (KernelBug | ModuleInitException e) {
            log.err(LOG, name + ": init failed: " + e);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ErrnoException interrupted = new ErrnoException(Errno.EINTR, "init of module " + name);
            interrupted.initCause(e);
            throw interrupted;
        } catch (Exception e) {
            log.err(LOG, name + ": init failed: " + e);
            throw new ModuleInitException(name, e);
        }
    }

    /**
     * Finds a module among the declared services and loads it: {@code modprobe}.
     *
     * @param nameOrAlias a module's name, or one of its aliases
     * @return the loaded module
     * @throws ErrnoException ENOENT if no module declares it; else as {@link #load(ModuleType)}
     * @throws ModuleInitException as {@link #load(ModuleType)}
     */
    public ThisModule load(String nameOrAlias) {
        for (ModuleType type : discover()) {
            ModuleInfo info = type.info();
            if (info.name().equals(nameOrAlias) || info.aliases().contains(nameOrAlias)) {
                return load(type);
            }
        }
        throw new ErrnoException(Errno.ENOENT, "load module " + nameOrAlias + ": none is declared");
    }

    /**
     * The modules that are declared as services. One that cannot be made, or whose facts are refused, is left out with a
     * line in the log.
     *
     * @return new module types, none loaded
     */
    public List<ModuleType> discover() {
        List<ModuleType> found = new ArrayList<>();
        Iterator<ModuleType> types = ServiceLoader.load(ModuleType.class).iterator();
        for (boolean more = true; more; ) {
            try {
                more = types.hasNext();
                if (more) {
                    ModuleType type = types.next();
                    String name = type.info().name();
                    log.debug(LOG, name + ": found");
                    found.add(type);
                }
            } catch (ServiceConfigurationError | IllegalArgumentException broken) {
                log.warn(LOG, "a declared module is left out: " + broken.getMessage());
            }
        }
        return found;
    }

    /**
     * Unloads a module: runs its exit. Blocks as long as that does.
     *
     * @param name the name
     * @throws ErrnoException ENOENT unless the module is live; EBUSY if somebody holds a reference
     * @throws KernelBug if exit did; the module is gone
     */
    public void unload(String name) {
        Entry entry = modules.get(name);
        if (entry == null || entry.module().state() != ModuleState.LIVE) {
            throw notLive(
                    name, entry == null ? ModuleState.UNLOADED : entry.module().state());
        }
        ThisModule self = entry.module();
        if (!self.takeLast()) {
            int count = self.count();
            if (count == 0) {
                throw notLive(name, ModuleState.EXITING);
            }
            throw new ErrnoException(
                    Errno.EBUSY,
                    "unload module " + name + (count < 0 ? " count is saturated" : " users=" + (count - 1)));
        }
        try {
            exit(self);
        } finally {
            self.gone();
            modules.remove(name);
        }
        log.debug(LOG, name + ": unloaded");
    }

    private static void exit(ThisModule self) {
        Module instance = self.exiting();
        if (instance == null) {
            throw new KernelBug("module " + self.name() + " is live without an instance");
        }
        try {
            instance.close();
        } catch (KernelBug e) {
            throw e;
        } catch (RuntimeException e) {
            Warn.warn(WARN_EXIT, "exit of module " + self.name() + " threw " + e);
        }
    }

    private static ErrnoException notLive(String name, ModuleState state) {
        return new ErrnoException(Errno.ENOENT, "unload module " + name + " state=" + state);
    }

    /**
     * Where a name is in its life.
     *
     * @param name the name
     * @return {@link ModuleState#UNLOADED} for one that is not there
     */
    public ModuleState state(String name) {
        Entry entry = modules.get(name);
        return entry == null ? ModuleState.UNLOADED : entry.module().state();
    }

    /**
     * The modules that are there, in the order they were loaded: {@code lsmod}.
     *
     * @return a snapshot
     */
    public List<ModuleStatus> list() {
        return modules.values().stream()
                .sorted(Comparator.comparingLong(Entry::order))
                .map(entry -> {
                    ThisModule module = entry.module();
                    return new ModuleStatus(module.name(), module.state(), module.users(), module.info());
                })
                .toList();
    }

    /** A name that is taken, and since when. */
    private record Entry(ThisModule module, long order) {}

    /** The lazy holder of the process's loader. */
    private static final class SystemLoader {
        static final ModuleLoader LOADER = new ModuleLoader(KernelLog.system());
    }
}
