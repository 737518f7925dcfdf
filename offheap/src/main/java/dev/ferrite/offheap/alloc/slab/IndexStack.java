package dev.ferrite.offheap.alloc.slab;

import dev.ferrite.offheap.Words;

/**
 * A lock-free stack of numbered nodes whose links lie in raw memory: Treiber's stack with a tag.
 *
 * <p>The stack owns nothing: a node is a number, its link an int at {@code links + number * stride}. A node may be in
 * one stack at a time. Each operation is one CAS when nobody else is there.
 */
public final class IndexStack {
    /*
     * Algorithm note.
     *
     * head: long, aligned to 8. Upper half: a tag, one more with every change. Lower half: number + 1 of the top, 0
     * when empty. link: int, number + 1 of the node below, 0 at the bottom.
     *
     * ABA. A pop reads head = (t, A), then A's link B, then CASes (t, A) -> (t+1, B). If A was popped and pushed back
     * meanwhile, with something else below, the tag has moved by two, and the CAS fails. It takes exactly 2^32 changes
     * between the two reads to fool it. Links stay mapped for ever, so the read of a link that is no longer A's is a
     * stale number, never a fault.
     *
     * Ordering. push: [node's contents] ; link (opaque) ; CAS head (release). pop: head (acquire) ; link (opaque) ; CAS
     * head (acquire). A pop that wins synchronizes with the push of the very node it takes, or with a later change in
     * the release sequence of head, all of which are read-modify-writes; so it sees the node's contents. The CAS is
     * volatile in both, which includes both halves.
     */
    private final long head;
    private final long links;
    private final long stride;

    /**
     * A stack over links that are already there.
     *
     * @param head the address of its head word, 8 bytes, 0 for an empty stack
     * @param links the address of node 0's link, 4 bytes
     * @param stride bytes between links, a multiple of 4
     */
    public IndexStack(long head, long links, long stride) {
        this.head = head;
        this.links = links;
        this.stride = stride;
    }

    /**
     * Pushes one node.
     *
     * @param node its number, 0 or more, in no stack
     */
    public void push(int node) {
        for (; ; ) {
            long top = Words.getLongOpaque(head);
            Words.setIntOpaque(links + node * stride, (int) top);
            if (Words.compareAndSetLong(head, top, word(top, node + 1))) {
                return;
            }
        }
    }

    /**
     * Pops one node.
     *
     * @return its number, or -1 when the stack is empty
     */
    public int pop() {
        for (; ; ) {
            long top = Words.getLongAcquire(head);
            int node = (int) top - 1;
            if (node < 0) {
                return -1;
            }
            int below = Words.getIntOpaque(links + node * stride);
            if (Words.compareAndSetLong(head, top, word(top, below))) {
                return node;
            }
        }
    }

    /**
     * Whether there was nothing in it a moment ago.
     *
     * @return true when empty
     */
    public boolean isEmpty() {
        return (int) Words.getLongOpaque(head) == 0;
    }

    private static long word(long before, int top) {
        return ((before >>> 32) + 1) << 32 | (top & 0xFFFF_FFFFL);
    }
}
