package dev.ferrite.locks.poll;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gets a platform thread out of its sleep when it is interrupted.
 *
 * <p>{@link Thread#interrupt} tells selectors, and only them, through the public SPI of {@code java.nio}: a selector that
 * declares itself between {@code begin} and {@code end} is woken. This is one that selects nothing.
 */
final class Interrupter extends AbstractSelector {
    /*
     * state    meaning                                set by
     * OUTSIDE  the thread does not sleep              the thread
     * INSIDE   it sleeps, or is about to              the thread
     * POSTED   it was told of an interrupt            whoever interrupts, by CAS from INSIDE; counted in the Epoll
     *
     * wakeup() may come late, after end(): it then finds OUTSIDE, or a later sleep, which looks at its interrupt flag, finds
     * nothing and takes the post back (forgive).
     */
    private static final int OUTSIDE = 0;
    private static final int INSIDE = 1;
    private static final int POSTED = 2;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Interrupter.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through STATE
    private int state;

    private volatile @Nullable Epoll epoll;

    Interrupter() {
        super(SelectorProvider.provider());
    }

    /** From here on an interrupt rings the bell of an instance. */
    void enter(Epoll sleepsIn) {
        epoll = sleepsIn;
        STATE.setVolatile(this, INSIDE);
        begin();
    }

    /** Says whether the thread was told. */
    boolean leave() {
        end();
        boolean posted = (int) STATE.getAndSet(this, OUTSIDE) == POSTED;
        epoll = null;
        return posted;
    }

    /** Takes back a post that was not for this sleep; says whether there was one. */
    boolean forgive() {
        return STATE.compareAndSet(this, POSTED, INSIDE);
    }

    boolean isPosted() {
        return (int) STATE.getVolatile(this) == POSTED;
    }

    @Override
    public Selector wakeup() {
        Epoll sleepsIn = epoll;
        if (sleepsIn != null && STATE.compareAndSet(this, INSIDE, POSTED)) {
            sleepsIn.interruptPosted();
        }
        return this;
    }

    @Override
    protected void implCloseSelector() {}

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
        throw new UnsupportedOperationException("selects nothing");
    }

    @Override
    public Set<SelectionKey> keys() {
        return Set.of();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return Set.of();
    }

    @Override
    public int selectNow() {
        return 0;
    }

    @Override
    public int select(long timeout) {
        throw new UnsupportedOperationException("selects nothing");
    }

    @Override
    public int select() {
        throw new UnsupportedOperationException("selects nothing");
    }
}
