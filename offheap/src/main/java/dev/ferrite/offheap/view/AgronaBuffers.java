package dev.ferrite.offheap.view;

import dev.ferrite.offheap.alloc.Box;
import dev.ferrite.offheap.alloc.Vec;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Views of owned memory as Agrona's buffers, for users who have Agrona.
 *
 * <p>Agrona 2 needs {@code --add-exports=java.base/jdk.internal.misc=ALL-UNNAMED} (or {@code =org.agrona} on the module
 * path); without Agrona, or without the flag, the first view throws one {@link IllegalStateException} that says so.
 *
 * <h2>Danger</h2>
 *
 * <p>An {@link UnsafeBuffer} is an address and a length: it cannot see that its owner ended. So the owner empties it when it
 * ends: its capacity becomes 0 and every later access an {@link IndexOutOfBoundsException}. What that does not catch:
 *
 * <ul>
 *   <li>other buffers that were wrapped around this one, or around its address;
 *   <li>another thread that uses the buffer at the same time or has not seen the end yet, for nothing orders the two;
 *   <li>anything, when Agrona's bounds checks are off ({@code agrona.disable.bounds.checks}).
 * </ul>
 *
 * <p>In these cases a late access to a box or a vector out of {@code Kmalloc} reads or breaks what is there now, as a stale
 * pointer does; one to a mapping or to {@code Vmalloc}'s memory may end the JVM. Where that cannot be ruled out, use
 * {@link ByteBuffers}. Why no checked wrapper: it would have to be a class of its own below {@code DirectBuffer}, which
 * Agrona's own code, all of it written for {@link UnsafeBuffer}, would call megamorphically.
 */
@SuppressWarnings("exports") // who calls this has Agrona; offheap cannot require it of everybody
public final class AgronaBuffers {
    private AgronaBuffers() {}

    /**
     * A view of a box's value.
     *
     * @param box has a value
     * @return a new buffer of exactly {@code sizeof} bytes, emptied when the box ends
     * @throws IllegalStateException if the box has no value, or Agrona cannot be used
     * @throws IllegalArgumentException above 2 GiB - 1
     */
    public static UnsafeBuffer of(Box<?> box) {
        return wrap(box.leasedSegment(), box::atEnd);
    }

    /**
     * A view of a vector's values as they are now.
     *
     * @param vec is open
     * @return a new buffer over {@code len} values, emptied when the vector's block grows, shrinks or goes
     * @throws IllegalStateException if the vector is closed, or Agrona cannot be used
     * @throws IllegalArgumentException above 2 GiB - 1
     */
    public static UnsafeBuffer of(Vec<?> vec) {
        return wrap(vec.leasedSegment(), vec::atEnd);
    }

    /**
     * A view of mapped pages.
     *
     * @param mapping is open, and writable: Agrona's buffer does not know read-only memory, and writing it would end the JVM
     * @return a new buffer over all of it, emptied when the mapping is closed
     * @throws IllegalStateException if it is closed, or Agrona cannot be used
     * @throws IllegalArgumentException above 2 GiB - 1, or read-only
     */
    public static UnsafeBuffer of(Mapping mapping) {
        if (mapping.segment().isReadOnly()) {
            throw new IllegalArgumentException("an Agrona buffer can be written, and the mapping cannot: address=0x"
                    + Long.toHexString(mapping.segment().address()));
        }
        return wrap(mapping.segment(), mapping::atEnd);
    }

    private static UnsafeBuffer wrap(MemorySegment segment, Consumer<Runnable> atEnd) {
        if (segment.byteSize() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a buffer holds at most " + Integer.MAX_VALUE + " bytes: bytes=" + segment.byteSize());
        }
        UnsafeBuffer buffer;
        try {
            new UnsafeBuffer(new byte[1]).getByte(0); // the first access is what fails without the flag
            buffer = new UnsafeBuffer(segment.address(), (int) segment.byteSize());
        } catch (LinkageError unusable) {
            throw new IllegalStateException(why(unusable), unusable);
        }
        // Same address, no length: a racing access that still sees the old length meets the old memory, not address 0.
        atEnd.accept(() -> buffer.wrap(segment.address(), 0));
        return buffer;
    }

    private static String why(LinkageError unusable) {
        for (Throwable cause = unusable; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClassNotFoundException) {
                return "Agrona is not on the path: add org.agrona:agrona";
            }
        }
        return "Agrona's buffers need --add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"
                + " (=org.agrona on the module path) on this JDK";
    }
}
