package dev.ferrite.drm.client;

import dev.ferrite.offheap.Copy;
import dev.ferrite.offheap.Fill;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Owns one mapping of a buffer object: a segment and a direct buffer over the very pages.
 *
 * <p>Reading and writing stay legal until {@link #close}, whatever happens to the handle, the node and the device; after
 * an unplug the content is lost. After close every access through the segment or a buffer is
 * {@link IllegalStateException}. One that is never closed stays mapped.
 */
public final class GemMapping implements AutoCloseable {
    private final DrmNode node;
    private final Mapping mapping;
    private final long size;

    private GemMapping(DrmNode node, Mapping mapping, long size) {
        this.node = node;
        this.mapping = mapping;
        this.size = size;
    }

    /** Takes a mapped range over; {@code unmap} runs if that fails, too. */
    static GemMapping over(DrmNode node, long address, long size, boolean writable, boolean confined, Runnable unmap) {
        Mapping mapping = null;
        try {
            mapping = Mapping.over(address, size, writable, confined, unmap);
            return new GemMapping(node, mapping, size);
        } finally {
            if (mapping == null) {
                unmap.run();
            }
        }
    }

    /**
     * The pages, bounds-checked and lifetime-checked.
     *
     * @return the segment, read-only if the mapping is
     * @throws IllegalStateException if it is closed
     */
    public MemorySegment segment() {
        checkOpen();
        return mapping.segment();
    }

    /**
     * The same pages as a direct buffer in native byte order.
     *
     * @return a new buffer object
     * @throws IllegalStateException if it is closed
     * @throws UnsupportedOperationException above 2 GiB - 1
     */
    public ByteBuffer asByteBuffer() {
        checkOpen();
        return mapping.asByteBuffer();
    }

    /**
     * Fills it with one byte: as fast as memset, where {@link MemorySegment#fill} takes up to twice the time. Allocates
     * nothing.
     *
     * @param value the byte
     * @throws IllegalStateException if it is closed
     * @throws IllegalArgumentException if it is mapped for reading only
     * @throws WrongThreadException if it is confined to another thread
     */
    public void fill(byte value) {
        Fill.bytes(mapping.segment(), value);
    }

    /**
     * Fills it with one word in native order, such as a pixel of 32 bits; costs the same.
     *
     * @param value the word
     * @throws IllegalStateException if it is closed
     * @throws IllegalArgumentException if it is mapped for reading only, or its length is no multiple of 4
     * @throws WrongThreadException if it is confined to another thread
     */
    public void fillInts(int value) {
        Fill.ints(mapping.segment(), value);
    }

    /**
     * Copies into it, as fast as memcpy at any length. Allocates nothing.
     *
     * @param offset where to, in bytes
     * @param from all of it is copied
     * @throws IndexOutOfBoundsException if there is no room for it; then nothing is copied
     * @throws IllegalStateException if one of the two is closed
     * @throws IllegalArgumentException if this is mapped for reading only
     * @throws WrongThreadException if one of the two is confined to another thread
     */
    public void write(long offset, MemorySegment from) {
        Copy.bytes(from, 0, mapping.segment(), offset, from.byteSize());
    }

    /**
     * Copies out of it; costs the same.
     *
     * @param offset where from, in bytes
     * @param to is filled with what lies there
     * @throws IndexOutOfBoundsException if there is less than that; then nothing is copied
     * @throws IllegalStateException if one of the two is closed
     * @throws IllegalArgumentException if {@code to} is read-only
     * @throws WrongThreadException if one of the two is confined to another thread
     */
    public void read(long offset, MemorySegment to) {
        Copy.bytes(mapping.segment(), offset, to, 0, to.byteSize());
    }

    /** What a view of another kind needs: the owner of the pages. */
    Mapping mapping() {
        checkOpen();
        return mapping;
    }

    /**
     * How long it is.
     *
     * @return bytes, as asked for
     */
    public long size() {
        return size;
    }

    /**
     * Whether it is still mapped.
     *
     * @return false once {@link #close} has returned
     */
    public boolean isOpen() {
        return mapping.isOpen();
    }

    private void checkOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("mapping on " + node.name() + " is closed: size=" + size);
        }
    }

    /**
     * Unmaps it, and drops its reference on the object. Does nothing the second time.
     *
     * @throws WrongThreadException if it is confined to another thread
     * @throws IllegalStateException if another thread has it in a native call
     */
    @Override
    public void close() {
        try {
            mapping.close();
        } catch (IllegalStateException e) {
            if (mapping.isOpen()) {
                throw e; // in use; else another thread closed it between the question and the close
            }
        }
    }
}
