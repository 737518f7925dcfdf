package dev.ferrite.locks.poll;

/**
 * A poller's place in one queue: {@code struct eppoll_entry}.
 *
 * @param poller who
 * @param condVar where
 * @param exclusive whether it takes a notification for itself
 * @param arrival its number in the queue's order; of exclusive ones only
 */
record PollEntry(Poller poller, PollCondVar condVar, boolean exclusive, long arrival) {}
