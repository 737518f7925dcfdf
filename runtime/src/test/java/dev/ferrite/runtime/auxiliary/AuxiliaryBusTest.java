package dev.ferrite.runtime.auxiliary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.device.Core;
import dev.ferrite.runtime.device.Device;
import dev.ferrite.runtime.device.DriverCore;
import dev.ferrite.runtime.device.DriverInstance;
import dev.ferrite.runtime.device.IdEntry;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ThisModule;
import dev.ferrite.runtime.platform.PlatformBus;
import dev.ferrite.runtime.platform.PlatformDevice;
import dev.ferrite.runtime.platform.PlatformDriver;
import dev.ferrite.runtime.platform.PlatformId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A platform device whose driver makes an auxiliary device, which has a driver of its own. */
class AuxiliaryBusTest {
    private static final ThisModule OWNER =
            ThisModule.builtIn(ModuleInfo.builder("test").license("MIT").build());
    private static final AuxiliaryId PART = new AuxiliaryId("Whole", "part-a");

    private final DriverCore core = new DriverCore(KernelLog.create(64 * 1024));
    private final PlatformBus platform = new PlatformBus(core);
    private final AuxiliaryBus auxiliary = new AuxiliaryBus(core);
    private final List<String> events = new ArrayList<>();

    private final class WholeDriver implements PlatformDriver<Integer> {
        @Override
        public String name() {
            return "whole";
        }

        @Override
        public List<IdEntry<PlatformId, Integer>> idTable() {
            return List.of(new IdEntry<>(PlatformId.compatible("ferrite,whole-v2"), 2));
        }

        @Override
        public DriverInstance probe(Core<PlatformDevice> device, @Nullable Integer info) {
            events.add("whole " + device.device().name() + " info=" + info);
            device.register(
                    AuxiliaryRegistration.register(auxiliary, device, PART, 3, "data"), AuxiliaryRegistration::close);
            assertThatThrownBy(() -> AuxiliaryRegistration.register(auxiliary, device, PART, 3, "data"))
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EEXIST));
            return () -> events.add("whole closed");
        }
    }

    private final class PartDriver implements AuxiliaryDriver<String> {
        @Override
        public String name() {
            return "part";
        }

        @Override
        public List<IdEntry<AuxiliaryId, String>> idTable() {
            return List.of(
                    new IdEntry<>(new AuxiliaryId("Whole", "part"), "a shorter name"),
                    new IdEntry<>(new AuxiliaryId("whole", "part-a"), "another module"),
                    new IdEntry<>(PART, "the very one"));
        }

        @Override
        public DriverInstance probe(Core<AuxiliaryDevice> device, @Nullable String info) {
            Device parent = device.device().parent();
            events.add("part " + device.device().name() + " of " + (parent == null ? "" : parent.name()) + " " + info);
            return () -> events.add("part closed");
        }
    }

    @Test
    void thePartGoesBeforeTheWhole() {
        long live = Device.live();
        PlatformDevice whole = new PlatformDevice("thing", 0, List.of("ferrite,whole-v2", "ferrite,whole"), null);
        try (var first = auxiliary.register(new PartDriver(), OWNER);
                var second = platform.register(new WholeDriver(), OWNER)) {
            platform.add(whole);
            assertThat(events).containsExactly("whole thing.0 info=2", "part Whole.part-a.3 of thing.0 the very one");
            assertThat(auxiliary.devices().getFirst().id()).hasToString("Whole.part-a");
            assertThat(auxiliary.devices().getFirst().instance()).isEqualTo(3);
            assertThat(auxiliary.devices().getFirst().registrationData(String.class))
                    .isEqualTo("data");
            assertThatThrownBy(() -> auxiliary.devices().getFirst().registrationData(Integer.class))
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL))
                    .hasMessageContaining("is no java.lang.Integer but a java.lang.String");
            platform.remove(whole);
            assertThat(events).endsWith("part closed", "whole closed");
            assertThat(auxiliary.devices()).isEmpty();
            assertThat(first).isNotEqualTo(second);
        }
        assertThat(whole.references()).isEqualTo(1);
        whole.decRef();
        assertThat(Device.live()).isEqualTo(live);
    }

    @Test
    void aBugInTheDriverOfAPartLeavesNoPartBehind() {
        KernelBug bug = new KernelBug("broken");
        AuxiliaryDriver<String> broken = new AuxiliaryDriver<>() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public List<IdEntry<AuxiliaryId, String>> idTable() {
                return List.of(new IdEntry<>(PART, ""));
            }

            @Override
            public DriverInstance probe(Core<AuxiliaryDevice> device, @Nullable String info) {
                throw bug;
            }
        };
        long live = Device.live();
        PlatformDevice whole = new PlatformDevice("thing", 0, List.of("ferrite,whole-v2"), null);
        try (var first = auxiliary.register(broken, OWNER);
                var second = platform.register(new WholeDriver(), OWNER)) {
            assertThatThrownBy(() -> platform.add(whole)).isSameAs(bug);
            assertThat(auxiliary.devices()).isEmpty();
            assertThat(whole.isBound()).isFalse();
            platform.remove(whole);
            assertThat(first).isNotEqualTo(second);
        }
        whole.decRef();
        assertThat(Device.live()).isEqualTo(live);
    }

    @Test
    void platformDriversMatchByNameOnlyWithoutANameInTheirTable() {
        PlatformDevice named = new PlatformDevice("whole", PlatformDevice.NONE, List.of(), null);
        PlatformDevice listed = new PlatformDevice("other", 7, List.of(), null);
        try (var registration = platform.register(new WholeDriver(), OWNER)) {
            platform.add(named);
            platform.add(listed);
            assertThat(events).containsExactly("whole whole info=null");
            assertThat(listed.name()).isEqualTo("other.7");
            platform.remove(named);
            platform.remove(listed);
            assertThat(registration).isNotNull();
        }
        named.decRef();
        listed.decRef();
    }

    @Test
    void namesAreChecked() {
        assertThatThrownBy(() -> new AuxiliaryId("a.b", "c")).hasMessageContaining("a.b");
        assertThatThrownBy(() -> new AuxiliaryId("a", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlatformDevice("a", -2, List.of(), null)).hasMessageContaining("-2");
        assertThat(AuxiliaryBus.system()).isSameAs(AuxiliaryBus.system());
        assertThat(AuxiliaryBus.system().core()).isSameAs(PlatformBus.system().core());
    }
}
