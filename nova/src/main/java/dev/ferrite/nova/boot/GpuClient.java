package dev.ferrite.nova.boot;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.GemBuffer;
import dev.ferrite.nova.boot.report.Operation;

/** The calls a run makes to one kind of driver. For one thread at a time; {@link #ask} and {@link #lookUp} allocate nothing. */
interface GpuClient {
    DrmNode node();

    /** The device in a few words, for the log. */
    String describe();

    /** How much memory for buffers it has; 0 if it does not say. */
    long vramBytes();

    /** A buffer of at least so many bytes. */
    GemBuffer createBuffer(long bytes);

    /** A buffer for a picture of 32-bit pixels. */
    Canvas createPicture(int width, int height);

    /** A picture's buffer, and how many bytes its rows are apart. */
    record Canvas(GemBuffer buffer, long pitch) {}

    /** The cheapest call: 0 or more, or {@code -errno}. */
    long ask();

    /** Which one {@link #ask} is. */
    Operation askedFor();

    /** A call that looks a handle up: 0 or more, or {@code -errno}. */
    long lookUp(int handle);

    /** Which one {@link #lookUp} is. */
    Operation lookedUpBy();
}
