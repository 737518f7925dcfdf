package dev.ferrite.locks.rcu;

import dev.ferrite.offheap.diag.KernelBug;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A read-side section of an {@link Srcu} domain, and the way out of it, for any thread, once. */
public final class SrcuGuard implements AutoCloseable {
    private static final VarHandle OPEN;

    static {
        try {
            OPEN = MethodHandles.lookup().findVarHandle(SrcuGuard.class, "open", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Srcu domain;
    private final int index;

    @SuppressWarnings({"unused", "FieldMayBeFinal"}) // through OPEN
    private boolean open = true;

    SrcuGuard(Srcu domain, int index) {
        this.domain = domain;
        this.index = index;
    }

    /**
     * The domain whose grace periods wait for this.
     *
     * @return the domain
     */
    public Srcu domain() {
        return domain;
    }

    /**
     * Ends the section.
     *
     * @throws KernelBug the second time, whichever thread comes second
     */
    @Override
    public void close() {
        if (!OPEN.compareAndSet(this, true, false)) {
            throw new KernelBug("SRCU guard closed twice: " + domain);
        }
        domain.exit(index);
    }
}
