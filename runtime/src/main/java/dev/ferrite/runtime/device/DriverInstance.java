package dev.ferrite.runtime.device;

import dev.ferrite.runtime.vtable.Vtable;
import dev.ferrite.runtime.vtable.VtableOps;

/** A driver's private data of one device: made by probe, taken back when the driver is unbound. */
@Vtable
public interface DriverInstance extends AutoCloseable {
    /**
     * Optional: the unbind begins; everything is still there. Runs in the device's core context.
     *
     * @param device the device
     */
    default void unbind(Core<? extends Device> device) {
        throw VtableOps.absent("unbind");
    }

    /**
     * The end, after everything that was tied to the binding is gone. Called once; what it throws is a WARN.
     */
    @Override
    void close();
}
