package dev.ferrite.drm.client;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EpollEvent;
import dev.ferrite.offheap.uapi.EpollH;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Turns descriptors that become readable into futures: one daemon thread in one epoll_wait for all of them, started by the
 * first.
 *
 * <p>A descriptor here is ours, so its number means the same until it leaves the epoll instance. Futures are completed on the
 * common pool, for what hangs on them may block.
 */
final class FencePoller {
    private static final int BATCH = 64;

    private final Fd epoll = Fd.own(Linux.epollCreate(EpollH.EPOLL_CLOEXEC), "epoll of fences");
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();
    private final AtomicLong cookies = new AtomicLong();

    private record Watched(Fd descriptor, CompletableFuture<Void> future) {}

    /** Made by the first use. */
    private static final class Holder {
        static final FencePoller SHARED = start();

        private static FencePoller start() {
            FencePoller made = new FencePoller();
            Thread.ofPlatform().daemon().name("drm-fences").start(made::run);
            return made;
        }
    }

    private FencePoller() {}

    /**
     * Watches a descriptor, and closes it when it is done with.
     *
     * @param descriptor ours from now on, also if this fails
     * @return completed once it is readable; cancelling it ends the watch
     * @throws ErrnoException ENOMEM, ENOSPC
     */
    static CompletableFuture<Void> watch(Fd descriptor) {
        return Holder.SHARED.add(descriptor);
    }

    private CompletableFuture<Void> add(Fd descriptor) {
        long cookie = cookies.incrementAndGet();
        CompletableFuture<Void> future = new CompletableFuture<>();
        watched.put(cookie, new Watched(descriptor, future)); // before the thread can see it
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment event = arena.allocate(EpollEvent.LAYOUT);
            EpollEvent.events(event, EpollH.EPOLLIN | EpollH.EPOLLONESHOT);
            event.set(ValueLayout.JAVA_LONG_UNALIGNED, EpollEvent.DATA_OFFSET, cookie);
            int error = Linux.epollCtl(epoll.value(), EpollH.EPOLL_CTL_ADD, descriptor.value(), event.address());
            if (error < 0) {
                forget(cookie);
                throw new ErrnoException(Errno.fromErrno(error), "watch " + descriptor);
            }
        }
        var _ = future.whenComplete((result, failure) -> forget(cookie));
        return future;
    }

    /** Closes the descriptor, which takes it out of the epoll instance: nobody else has a copy of this one. */
    private void forget(long cookie) {
        Watched gone = watched.get(cookie);
        if (gone != null) {
            gone.descriptor.close();
            watched.remove(cookie); // at last: who finds nothing watched finds nothing open of it either
        }
    }

    private void run() {
        MemorySegment events = Arena.ofAuto().allocate(EpollEvent.SIZEOF * BATCH, 8);
        for (; ; ) {
            int count = Linux.epollWait(epoll.value(), events.address(), BATCH, -1);
            for (int i = 0; i < count; i++) {
                long at = i * EpollEvent.SIZEOF + EpollEvent.DATA_OFFSET;
                Watched ready = watched.get(events.get(ValueLayout.JAVA_LONG_UNALIGNED, at));
                if (ready != null) {
                    ready.future.completeAsync(() -> null);
                }
            }
        }
    }

    /** How many are watched. For tests. */
    static int size() {
        return Holder.SHARED.watched.size();
    }
}
