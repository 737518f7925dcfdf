package dev.ferrite.runtime.platform;

import dev.ferrite.runtime.device.Bus;
import dev.ferrite.runtime.device.Driver;
import dev.ferrite.runtime.device.DriverCore;

/**
 * The platform bus. A driver whose table has names drives devices of those names; one without drives devices of its own
 * name. Compatible strings count besides.
 */
public final class PlatformBus extends Bus<PlatformDevice, PlatformId> {
    /**
     * A bus of its own.
     *
     * @param core what it shares with other buses
     */
    public PlatformBus(DriverCore core) {
        super(core, "platform");
    }

    /**
     * The bus of this process, made when it is first asked for.
     *
     * @return always the same bus
     */
    public static PlatformBus system() {
        return SystemBus.BUS;
    }

    @Override
    protected boolean matches(PlatformId id, PlatformDevice device) {
        return switch (id.kind()) {
            case NAME -> device.kind().equals(id.text());
            case COMPATIBLE -> device.compatible().contains(id.text());
        };
    }

    @Override
    protected boolean matchesByName(Driver<PlatformDevice, PlatformId, ?> driver, PlatformDevice device) {
        boolean names = driver.idTable().stream().anyMatch(entry -> entry.id().kind() == PlatformId.Kind.NAME);
        return !names && device.kind().equals(driver.name());
    }

    /** The lazy holder of the process's bus. */
    private static final class SystemBus {
        static final PlatformBus BUS = new PlatformBus(DriverCore.system());
    }
}
