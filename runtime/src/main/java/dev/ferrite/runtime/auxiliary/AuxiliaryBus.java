package dev.ferrite.runtime.auxiliary;

import dev.ferrite.runtime.device.Bus;
import dev.ferrite.runtime.device.DriverCore;

/** The auxiliary bus. A device matches an id that has its very names; the instance number does not count. */
public final class AuxiliaryBus extends Bus<AuxiliaryDevice, AuxiliaryId> {
    /**
     * A bus of its own.
     *
     * @param core what it shares with other buses
     */
    public AuxiliaryBus(DriverCore core) {
        super(core, "auxiliary");
    }

    /**
     * The bus of this process, made when it is first asked for.
     *
     * @return always the same bus
     */
    public static AuxiliaryBus system() {
        return SystemBus.BUS;
    }

    @Override
    protected boolean matches(AuxiliaryId id, AuxiliaryDevice device) {
        return id.equals(device.id());
    }

    /** The lazy holder of the process's bus. */
    private static final class SystemBus {
        static final AuxiliaryBus BUS = new AuxiliaryBus(DriverCore.system());
    }
}
