package dev.ferrite.locks.poll;

/**
 * Something that can be polled: the {@code poll} operation of a file ({@code file_operations::poll}).
 *
 * <p>{@snippet :
 * final class Ring implements PollSource {
 *     final PollCondVar changed = PollCondVar.of("ring");
 *     volatile int used;
 *
 *     @Override
 *     public int poll(PollTable table) {
 *         table.registerWait(this, changed);             // first
 *         return used > 0 ? EpollH.EPOLLIN : 0;          // then look
 *     }
 *
 *     void put() {
 *         used++;                                        // change, then notify
 *         changed.notifyOne();
 *     }
 * }
 * }
 *
 * <p>Called when a poller comes, and again each time it was told of a change. Runs in an RCU read-side section, so that
 * what it looks at stays until {@link PollCondVar#close} has returned: it must not block, and what it looks at is a word, or
 * something under a spin lock.
 */
@FunctionalInterface
public interface PollSource {
    /**
     * Says what announces changes, then what is there now. In this order: a change that comes between the two is announced,
     * and a source that is gone is refused before anything of it is touched.
     *
     * @param table where to register; only during this call
     * @return the events that are there, {@code EPOLLIN | ...}; 0 for none
     */
    int poll(PollTable table);
}
