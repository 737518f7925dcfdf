package dev.ferrite.runtime.device;

import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ThisModule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A bus whose ids are beginnings of device names, and a driver that does what a test says. */
final class TestBus extends Bus<Device, String> {
    static final ThisModule OWNER =
            ThisModule.builtIn(ModuleInfo.builder("test").license("MIT").build());

    TestBus(DriverCore core) {
        super(core, "test");
    }

    @Override
    protected boolean matches(String id, Device device) {
        return device.name().startsWith(id);
    }

    /** What probe does. */
    interface Probe {
        DriverInstance run(Core<Device> device) throws Exception;
    }

    /** A driver that keeps a diary. */
    static final class TestDriver implements Driver<Device, String, Integer> {
        final List<String> events = new CopyOnWriteArrayList<>();
        final List<Device> probed = new CopyOnWriteArrayList<>();
        private final String name;
        private final List<IdEntry<String, Integer>> ids = new ArrayList<>();
        volatile Probe probe;

        TestDriver(String name, String... prefixes) {
            this.name = name;
            for (String prefix : prefixes) {
                ids.add(new IdEntry<>(prefix, ids.size()));
            }
            this.probe = device -> new Instance(events, device.device().name());
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<IdEntry<String, Integer>> idTable() {
            return ids;
        }

        @Override
        public DriverInstance probe(Core<Device> device, @Nullable Integer info) throws Exception {
            probed.add(device.device());
            events.add("probe " + device.device().name() + " info=" + info);
            return probe.run(device);
        }
    }

    /** Says when it is unbound and closed. */
    record Instance(List<String> events, String device) implements DriverInstance {
        @Override
        public void unbind(Core<? extends Device> core) {
            events.add("unbind " + core.device().name());
        }

        @Override
        public void close() {
            events.add("close " + device);
        }
    }
}
