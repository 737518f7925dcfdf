package dev.ferrite.runtime.block;

import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KVmalloc;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.lang.ref.Cleaner;
import java.util.Objects;

/**
 * The tags and request memory of a device with hardware queues: {@code kernel::block::mq::TagSet}.
 *
 * <p>Each hardware queue has {@link #depth} tags and, for each tag, {@code requestBytes} of off-heap memory that belongs
 * to whoever owns the tag: {@link #request}. Limits and answers are the block layer's.
 *
 * <p>Close it when no tag is in flight; otherwise it WARNs. Waiters end with a {@link KernelBug}, and so does every later
 * use. The memory is given back when no thread can reach the set any more, so a use that races with closing hurts nobody.
 */
public final class TagSet implements AutoCloseable {
    /** The most tags a queue can have; more are clamped: {@code BLK_MQ_MAX_DEPTH}. */
    public static final int MAX_DEPTH = 10_240;

    /** The most maps a set can have: default, read and poll. */
    public static final int MAX_MAPS = 3;

    private static final int LINE = 64;
    private static final Cleaner CLEANER = Cleaner.create();

    private final String name;
    private final int depth;
    private final int maps;
    private final long requestBytes;
    private final long requests;
    private final Tags[] queues;
    private volatile boolean closed;

    private TagSet(String name, int queues, int depth, int maps, long requestBytes, long memory, long bytes) {
        this.name = name;
        this.depth = depth;
        this.maps = maps;
        this.requestBytes = requestBytes;
        this.requests = memory + queues * Tags.bytes(depth);
        this.queues = new Tags[queues];
        for (int i = 0; i < queues; i++) {
            this.queues[i] = new Tags(this, depth, memory + i * Tags.bytes(depth));
        }
        CLEANER.register(this, () -> KVmalloc.system().free(memory, bytes, LINE));
    }

    /**
     * Makes a set: {@code TagSet::new}, {@code blk_mq_alloc_tag_set}.
     *
     * @param name what messages call it
     * @param hwQueues hardware queues; with one map no more than there are processors
     * @param tags tags for each of them; more than {@value #MAX_DEPTH} are that many, and if memory is short half as many
     *     are tried, and half of that
     * @param maps 0 means 1; at most {@value #MAX_MAPS}
     * @param requestBytes off-heap memory for each tag, zeroed, 0 or more; rounded up to 64
     * @return the set
     * @throws ErrnoException {@code EINVAL} for no queues, no tags, too many maps or a negative size; {@code ENOMEM}
     */
    public static TagSet create(String name, int hwQueues, int tags, int maps, long requestBytes) {
        Objects.requireNonNull(name, "name");
        if (hwQueues < 1 || tags < 1 || maps < 0 || maps > MAX_MAPS || requestBytes < 0) {
            throw new ErrnoException(
                    Errno.EINVAL,
                    "blk_mq_alloc_tag_set(" + name + ": " + hwQueues + " queues, " + tags + " tags, " + maps + " maps, "
                            + requestBytes + " bytes a request)");
        }
        int usedMaps = Math.max(1, maps);
        int queues = usedMaps == 1 ? Math.min(hwQueues, Runtime.getRuntime().availableProcessors()) : hwQueues;
        long stride = stride(requestBytes);
        for (int depth = Math.min(tags, MAX_DEPTH); depth >= 1; depth >>>= 1) {
            long bytes = size(queues, depth, stride);
            long memory = bytes < 0
                    ? Errno.ENOMEM.negated()
                    : KVmalloc.system().alloc(bytes, LINE, Gfp.GFP_KERNEL | Gfp.__GFP_ZERO | Gfp.__GFP_NOWARN);
            if (memory >= 0) {
                return new TagSet(name, queues, depth, usedMaps, stride, memory, bytes);
            }
        }
        throw new ErrnoException(
                Errno.ENOMEM, "blk_mq_alloc_tag_set(" + name + ": " + requestBytes + " bytes a request)");
    }

    private static long stride(long requestBytes) {
        return requestBytes > Long.MAX_VALUE - LINE ? requestBytes & -LINE : (requestBytes + LINE - 1) & -LINE;
    }

    /** The memory of all, or -1 if no address space is that large. */
    private static long size(int queues, int depth, long stride) {
        try {
            long requests = Math.multiplyExact(Math.multiplyExact(stride, (long) depth), (long) queues);
            return Math.addExact(requests, queues * Tags.bytes(depth));
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    /**
     * What messages call it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * How many hardware queues there are.
     *
     * @return the count after clamping
     */
    public int hwQueues() {
        return queues.length;
    }

    /**
     * How many tags each queue has.
     *
     * @return the count after clamping and halving
     */
    public int depth() {
        return depth;
    }

    /**
     * How many maps there are.
     *
     * @return 1 to {@value #MAX_MAPS}
     */
    public int maps() {
        return maps;
    }

    /**
     * The tags of a queue.
     *
     * @param queue from 0 to {@link #hwQueues} - 1
     * @return its tags
     */
    public Tags tags(int queue) {
        return queues[Objects.checkIndex(queue, queues.length)];
    }

    /**
     * The tags of the queue that the calling thread should use: threads are spread over the queues.
     *
     * @return its tags
     */
    public Tags tags() {
        return queues[(int) (Thread.currentThread().threadId() % queues.length)];
    }

    /**
     * The memory that belongs to a tag. Use it only while the tag is in flight and yours.
     *
     * @param queue from 0 to {@link #hwQueues} - 1
     * @param tag from 0 to {@link #depth} - 1
     * @return its address, a multiple of 64
     * @throws KernelBug if the set is closed
     */
    public long request(int queue, int tag) {
        checkOpen();
        Objects.checkIndex(queue, queues.length);
        Objects.checkIndex(tag, depth);
        return requests + ((long) queue * depth + tag) * requestBytes;
    }

    /**
     * How many tags of all queues are in flight.
     *
     * @return the count, stale at once
     */
    public int inFlight() {
        int count = 0;
        for (Tags tags : queues) {
            count += tags.inFlight();
        }
        return count;
    }

    /** Ends its use. A second call does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        for (Tags tags : queues) {
            tags.wakeAll();
        }
        int left = inFlight();
        if (left != 0) {
            Warn.warn("tagset", "tag set " + name + " closed with " + left + " tags in flight");
        }
    }

    boolean isClosed() {
        return closed;
    }

    void checkOpen() {
        if (closed) {
            throw closed();
        }
    }

    KernelBug closed() {
        return new KernelBug("tag set " + name + " is closed");
    }

    @Override
    public String toString() {
        return "TagSet " + name + ", " + queues.length + " x " + depth + " tags" + (closed ? ", closed" : "");
    }
}
