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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /** How long a module waits for the init of another that it needs, as in the kernel. */
    private static final long INIT_SECONDS = 30;

    private final ConcurrentHashMap<String, Entry> modules = new ConcurrentHashMap<>();
    private final AtomicLong order = new AtomicLong();
    private final KernelLog log;
    private volatile Runnable changed = ModuleLoader::nobodyWatches;

    /** What was there at the last change, the newest first; written under the monitor of {@code order}. */
    private volatile ThisModule[] linked = {};

    private volatile String lastUnloaded = "";

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
     * Loads a module with its parameters at their defaults.
     *
     * @param type the module
     * @return the loaded module
     * @throws ErrnoException as {@link #load(ModuleType, ModuleParams)}
     */
    public ThisModule load(ModuleType type) {
        return load(type, ModuleParams.defaults(type.info()));
    }

    /**
     * Loads a module: what it needs and is not there is loaded before, from the declared services, and held by it; then
     * its init runs. Blocks as long as that takes. If it fails, nothing that it loaded stays.
     *
     * @param type the module
     * @param params what it is told; unknown names are ignored with a line in the log
     * @return the loaded module
     * @throws ErrnoException EEXIST if the name is there already, in whatever state; ENOENT if a module it needs is not to be
     *     had; ELOOP if it needs itself, directly or not; EBUSY if what it needs is being loaded by another thread for
     *     longer than 30 s; or an init's own
     * @throws ModuleInitException if an init threw anything else, or returned nothing; the module is not loaded
     * @throws KernelBug if init did; the module is not loaded
     */
    public ThisModule load(ModuleType type, ModuleParams params) {
        ModuleInfo info = type.info();
        if (!info.name().equals(params.module())) {
            throw new IllegalArgumentException("load module " + info.name() + " with parameters of " + params.module());
        }
        Entry there = modules.get(info.name());
        if (there != null) {
            throw exists(there);
        }
        for (String name : params.unknown()) {
            log.warn(LOG, info.name() + ": unknown parameter '" + name + "' ignored");
        }
        if (info.depends().isEmpty()) {
            return loadOne(type, params);
        }
        List<String> brought = new ArrayList<>();
        boolean made = false;
        try {
            for (ModuleType needed : Dependencies.of(type, modules::containsKey, this::find)) {
                bring(needed, brought);
            }
            ThisModule self = loadOne(type, params);
            made = true;
            return self;
        } finally {
            if (!made) {
                brought.reversed().forEach(this::unloadIfUnused);
            }
        }
    }

    /** Loads what somebody needs, unless another thread is faster. */
    private void bring(ModuleType needed, List<String> brought) {
        try {
            brought.add(loadOne(needed, ModuleParams.defaults(needed.info())).name());
        } catch (ErrnoException e) {
            if (e.errno() != Errno.EEXIST || state(needed.info().name()) == ModuleState.UNLOADED) {
                throw e;
            }
        }
    }

    private ThisModule loadOne(ModuleType type, ModuleParams params) {
        ThisModule self = new ThisModule(type.info(), params);
        String name = self.name();
        Entry entry = new Entry(self, order.getAndIncrement(), Thread.currentThread());
        Entry there = modules.putIfAbsent(name, entry);
        if (there != null) {
            throw exists(there);
        }
        change();
        boolean made = false;
        try {
            for (String needed : self.info().depends()) {
                entry.needs.add(hold(name, needed));
            }
            self.live(init(type, self));
            made = true;
        } finally {
            if (!made) {
                self.failed();
                modules.remove(name);
                entry.release();
            }
            entry.settled.countDown();
            change();
        }
        log.debug(LOG, name + ": loaded");
        return self;
    }

    private static ErrnoException exists(Entry there) {
        ThisModule module = there.module;
        return new ErrnoException(Errno.EEXIST, "load module " + module.name() + " state=" + module.state());
    }

    /** Takes a reference to what a module needs; waits while another thread loads it, as {@code resolve_symbol_wait}. */
    private ThisModule hold(String name, String needed) {
        Entry entry = modules.get(needed);
        if (entry != null && entry.module.state() == ModuleState.INITIALIZING) {
            if (entry.loader.equals(Thread.currentThread())) {
                throw new ErrnoException(
                        Errno.ELOOP, "module " + name + " needs " + needed + ", whose init is what loads it");
            }
            awaitInit(name, entry);
        }
        if (entry == null || entry.module.state() != ModuleState.LIVE || !entry.module.tryGet()) {
            throw new ErrnoException(
                    Errno.ENOENT,
                    "module " + name + " needs " + needed + " state="
                            + (entry == null ? ModuleState.UNLOADED : entry.module.state()));
        }
        return entry.module;
    }

    private static void awaitInit(String name, Entry entry) {
        try {
            if (!entry.settled.await(INIT_SECONDS, TimeUnit.SECONDS)) {
                throw new ErrnoException(
                        Errno.EBUSY, "module " + name + " gave up waiting for init of " + entry.module.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ErrnoException interrupted =
                    new ErrnoException(Errno.EINTR, "module " + name + " waits for init of " + entry.module.name());
            interrupted.initCause(e);
            throw interrupted;
        }
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
     * Finds a module among the declared services and loads it, with what it needs: {@code modprobe}.
     *
     * @param nameOrAlias a module's name, in which {@code -} and {@code _} are the same, or one of its aliases
     * @param arguments its parameters, each {@code name=value}
     * @return the loaded module
     * @throws ErrnoException ENOENT if no module declares it; as {@link ModuleParams#parse}; else as
     *     {@link #load(ModuleType, ModuleParams)}
     * @throws ModuleInitException as {@link #load(ModuleType, ModuleParams)}
     */
    public ThisModule load(String nameOrAlias, String... arguments) {
        ModuleType type = find(nameOrAlias);
        if (type == null) {
            throw new ErrnoException(Errno.ENOENT, "load module " + nameOrAlias + ": none is declared");
        }
        return load(type, ModuleParams.parse(type.info(), List.of(arguments)));
    }

    /**
     * Finds a module among the declared services.
     *
     * @param nameOrAlias a module's name, in which {@code -} and {@code _} are the same, or one of its aliases
     * @return a new module type, not loaded; null if none declares it
     */
    public @Nullable ModuleType find(String nameOrAlias) {
        String name = nameOrAlias.replace('-', '_');
        for (ModuleType type : discover()) {
            ModuleInfo info = type.info();
            if (info.name().replace('-', '_').equals(name) || info.aliases().contains(nameOrAlias)) {
                return type;
            }
        }
        return null;
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
        if (entry == null || entry.module.state() != ModuleState.LIVE) {
            throw notLive(name, entry == null ? ModuleState.UNLOADED : entry.module.state());
        }
        ThisModule self = entry.module;
        if (!self.takeLast()) {
            int count = self.count();
            if (count == 0) {
                throw notLive(name, ModuleState.EXITING);
            }
            throw new ErrnoException(
                    Errno.EBUSY,
                    "unload module " + name
                            + (count < 0 ? " count is saturated" : " users=" + (count - 1) + usedBy(name)));
        }
        try {
            exit(self);
        } finally {
            self.gone();
            modules.remove(name);
            entry.release();
            lastUnloaded = name;
            change();
        }
        log.debug(LOG, name + ": unloaded");
    }

    /**
     * Unloads a module, and then whatever it needed and nobody else uses: {@code modprobe -r}.
     *
     * @param name the name
     * @throws ErrnoException as {@link #unload}, for the module itself
     * @throws KernelBug if an exit did
     */
    public void remove(String name) {
        Entry entry = modules.get(name);
        unload(name);
        if (entry != null) {
            for (String needed : entry.module.info().depends().reversed()) {
                unloadIfUnused(needed);
            }
        }
    }

    private void unloadIfUnused(String name) {
        try {
            remove(name);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.EBUSY && e.errno() != Errno.ENOENT) {
                throw e;
            }
        }
    }

    private String usedBy(String name) {
        List<String> users = dependents(name);
        return users.isEmpty() ? "" : " by " + String.join(", ", users);
    }

    private List<String> dependents(String name) {
        return modules.values().stream()
                .filter(entry -> entry.module.info().depends().contains(name))
                .sorted(Comparator.comparingLong(entry -> entry.order))
                .map(entry -> entry.module.name())
                .toList();
    }

    private void exit(ThisModule self) {
        Module instance = self.exiting();
        change();
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
        return entry == null ? ModuleState.UNLOADED : entry.module.state();
    }

    /**
     * The modules that are there, in the order they were loaded: {@code lsmod}.
     *
     * @return a snapshot
     */
    public List<ModuleStatus> list() {
        return modules.values().stream()
                .sorted(Comparator.comparingLong(entry -> entry.order))
                .map(entry -> {
                    ThisModule module = entry.module;
                    return new ModuleStatus(
                            module.name(), module.state(), module.users(), dependents(module.name()), module.info());
                })
                .toList();
    }

    /**
     * Appends one line: what is there, the newest first, and what went last. {@code print_modules}. For one who may neither
     * lock nor allocate, such as a panic: reads what was copied at the last change.
     *
     * @param to where to; {@code (+)} marks a module whose init runs, {@code (-)} one whose exit does
     */
    public void printModules(StringBuilder to) {
        to.append("Modules linked in:");
        for (ThisModule module : linked) {
            to.append(' ').append(module.name());
            ModuleState state = module.state();
            if (state == ModuleState.INITIALIZING) {
                to.append("(+)");
            } else if (state == ModuleState.EXITING) {
                to.append("(-)");
            }
        }
        String last = lastUnloaded;
        if (!last.isEmpty()) {
            to.append(" [last unloaded: ").append(last).append(']');
        }
    }

    /** A state has changed: copies what there is, and tells who listens. */
    private void change() {
        synchronized (order) {
            linked = modules().reversed().toArray(ThisModule[]::new);
        }
        changed.run();
    }

    /** Tells somebody of every change of a state, on the thread that makes it. */
    void onChange(Runnable listener) {
        synchronized (order) {
            changed = listener;
        }
    }

    /** Ends that, unless somebody else is told meanwhile. */
    void offChange(Runnable listener) {
        synchronized (order) {
            if (changed.equals(listener)) {
                changed = ModuleLoader::nobodyWatches;
            }
        }
    }

    /** What the loader has, in the order it was loaded. */
    List<ThisModule> modules() {
        return modules.values().stream()
                .sorted(Comparator.comparingLong(entry -> entry.order))
                .map(entry -> entry.module)
                .toList();
    }

    /** A name that is taken, since when and by whom. */
    private static final class Entry {
        final ThisModule module;
        final long order;
        final Thread loader;

        /** What it needs, a reference each; by the thread that loads, then by the one that unloads. */
        final List<ThisModule> needs = new ArrayList<>();

        /** Down when its init is over. */
        final CountDownLatch settled = new CountDownLatch(1);

        Entry(ThisModule module, long order, Thread loader) {
            this.module = module;
            this.order = order;
            this.loader = loader;
        }

        void release() {
            needs.reversed().forEach(ThisModule::put);
            needs.clear();
        }
    }

    /** The lazy holder of the process's loader. */
    private static final class SystemLoader {
        static final ModuleLoader LOADER = new ModuleLoader(KernelLog.system());
    }

    private static void nobodyWatches() {}
}
