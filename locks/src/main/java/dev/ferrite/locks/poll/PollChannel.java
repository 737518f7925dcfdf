package dev.ferrite.locks.poll;

import dev.ferrite.offheap.diag.KernelBug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/**
 * A source, or a condition variable, as a channel of {@code java.nio}: for its selectors.
 *
 * <p>{@snippet :
 * try (PollChannel bell = PollChannel.open(ring)) {
 *     SelectionKey key = bell.channel().register(selector, SelectionKey.OP_READ, bell);
 *     ...                                   // when the key is readable:
 *     if ((bell.ready() & EpollH.EPOLLIN) != 0) {
 *         drain(ring);
 *     }
 * }
 * }
 *
 * <p>It is a {@link Pipe}: the selectors of the JDK take channels of their own provider only, and a pipe is the one of these
 * that a program can make readable by itself. So it costs two descriptors, and a write and a read for each wake-up where
 * {@link Epoll} has one write.
 */
public final class PollChannel extends Doorbell {
    private final Pipe pipe;
    private final ByteBuffer ring = ByteBuffer.allocateDirect(1);
    private final ByteBuffer heard = ByteBuffer.allocateDirect(16);

    private PollChannel(PollSource source, boolean bare) throws IOException {
        super(source, bare);
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        pipe.sink().configureBlocking(false);
    }

    /**
     * A channel for a source; readable at once if something is there.
     *
     * @param source what to watch
     * @return the poller
     * @throws IOException no descriptors left
     * @throws dev.ferrite.offheap.errno.ErrnoException ESHUTDOWN one of its condition variables is closed
     */
    public static PollChannel open(PollSource source) throws IOException {
        PollChannel made = new PollChannel(source, false);
        made.start();
        return made;
    }

    /**
     * A channel for a condition variable.
     *
     * @param condVar what to watch
     * @return the poller
     * @throws IOException no descriptors left
     * @throws dev.ferrite.offheap.errno.ErrnoException ESHUTDOWN closed
     */
    public static PollChannel open(PollCondVar condVar) throws IOException {
        PollChannel made = new PollChannel(Epoll.bare(condVar), true);
        made.start();
        return made;
    }

    /**
     * What to register for {@code OP_READ}. Do not read it.
     *
     * @return the channel, non-blocking; closed by {@link #close}
     */
    public Pipe.SourceChannel channel() {
        return pipe.source();
    }

    @Override
    void ring() {
        // Two may ring at once: the reader hears a byte before its writer is back.
        synchronized (ring) {
            ring.clear();
            try {
                pipe.sink().write(ring);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    boolean silence() {
        heard.clear();
        try {
            return pipe.source().read(heard) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void release() {
        try {
            pipe.sink().close();
            pipe.source().close();
        } catch (IOException e) {
            throw new KernelBug("close of a pipe failed", e);
        }
    }
}
