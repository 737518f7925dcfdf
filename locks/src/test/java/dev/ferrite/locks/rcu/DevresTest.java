package dev.ferrite.locks.rcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.Threads;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DevresTest {
    @Test
    void unbindUndoesInReverseOrderOnce() {
        List<String> undone = new ArrayList<>();
        UnbindList device = new UnbindList("dev0");
        device.add(() -> undone.add("first"));
        Devres.register(device, "second", undone::add);
        UnbindList.Action removed = device.add(() -> undone.add("removed"));
        Devres<String> third = Devres.create(device, "third", undone::add);
        Devres<String> dropped = Devres.create(device, "dropped", undone::add);
        dropped.close();
        dropped.close();
        assertThat(undone).containsExactly("dropped");
        assertThat(device.remove(removed)).isTrue();
        assertThat(device.remove(removed)).isFalse();
        assertThat(third.access(device)).isEqualTo("third");
        assertThat(device.isBound()).isTrue();
        assertThat(device.unbind()).isTrue();
        assertThat(undone).containsExactly("dropped", "third", "second", "first");
        assertThat(device.isBound()).isFalse();
        assertThat(device.unbind()).isFalse();
        third.close();
        assertThat(undone).hasSize(4);
    }

    @Test
    void accessThroughAnotherDeviceIsEinval() {
        UnbindList device = new UnbindList("dev0");
        Devres<String> resource = Devres.create(device, "value", value -> {});
        assertThatThrownBy(() -> resource.access(new UnbindList("dev1")))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
        try (var access = Objects.requireNonNull(resource.tryAccess())) {
            assertThat(access.get()).isEqualTo("value");
        }
        try (var guard = Rcu.readLock()) {
            assertThat(resource.tryAccessWithGuard(guard)).isEqualTo("value");
        }
        device.unbind();
        assertThat(resource.tryAccess()).isNull();
        assertThatThrownBy(() -> resource.access(device))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENODEV));
    }

    @Test
    void creationOnAnUnboundDeviceDestroysTheResource() {
        UnbindList device = new UnbindList("dev0");
        device.unbind();
        AtomicInteger destroyed = new AtomicInteger();
        assertThatThrownBy(() -> Devres.create(device, "value", value -> destroyed.incrementAndGet()))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENODEV));
        assertThat(destroyed).hasValue(1);
    }

    @Test
    void actionThatThrowsIsAWarningAndTheOthersRun() {
        AtomicInteger undone = new AtomicInteger();
        UnbindList device = new UnbindList("dev0");
        device.add(undone::incrementAndGet);
        device.add(() -> {
            throw new IllegalStateException("on purpose");
        });
        assertThat(Warnings.during(device::unbind)).singleElement().asString().contains("on purpose");
        assertThat(undone).hasValue(1);
    }

    @Test
    void unbindAgainstCloseDestroysOnceAndBeforeUnbindReturns() throws InterruptedException {
        for (int round = 0; round < 300; round++) {
            AtomicInteger destroyed = new AtomicInteger();
            UnbindList device = new UnbindList("dev0");
            Devres<String> resource = Devres.create(device, "value", value -> {
                Thread.yield();
                destroyed.incrementAndGet();
            });
            Threads.run(2, number -> {
                if (number == 0) {
                    device.unbind();
                    assertThat(destroyed).hasValue(1);
                } else {
                    resource.close();
                }
            });
            assertThat(destroyed).hasValue(1);
        }
    }
}
