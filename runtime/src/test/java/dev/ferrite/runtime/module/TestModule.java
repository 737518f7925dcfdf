package dev.ferrite.runtime.module;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A module whose init and exit do what a test says, and are counted. */
public final class TestModule implements ModuleType {
    final AtomicInteger inits = new AtomicInteger();
    final AtomicInteger exits = new AtomicInteger();
    volatile Init init = self -> {};
    volatile Runnable exit = () -> {};
    volatile boolean returnsNull;
    volatile @Nullable ThisModule self;
    private final ModuleInfo info;

    /** As a service. */
    public TestModule() {
        this("test_service");
    }

    TestModule(String name) {
        this.info = ModuleInfo.builder(name)
                .description("A test")
                .license("Apache-2.0")
                .alias(name + "-alias")
                .build();
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    @SuppressWarnings("NullAway") // one test wants to see a module that breaks this contract
    public Module init(ThisModule module) throws Exception {
        inits.incrementAndGet();
        self = module;
        init.run(module);
        return returnsNull
                ? null
                : () -> {
                    exits.incrementAndGet();
                    exit.run();
                };
    }

    /** What init does. */
    interface Init {
        void run(ThisModule self) throws Exception;
    }
}
