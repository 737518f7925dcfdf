package dev.ferrite.runtime.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Timers by expiry, the next one first: a binary heap in which each timer knows its place, so that it can leave. */
final class TimerHeap {
    private HrTimer[] timers = new HrTimer[16];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    HrTimer first() {
        return size == 0 ? null : timers[0];
    }

    void add(HrTimer timer) {
        if (size == timers.length) {
            timers = Arrays.copyOf(timers, 2 * size);
        }
        up(size++, timer);
    }

    @SuppressWarnings("NullAway") // slots beyond the size hold nothing
    void remove(HrTimer timer) {
        int at = timer.index;
        HrTimer last = timers[--size];
        timers[size] = null;
        timer.index = HrTimer.NOT_QUEUED;
        if (at != size) {
            up(at, last);
            down(last.index, last);
        }
    }

    private void up(int from, HrTimer timer) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (timers[parent].expires - timer.expires <= 0) {
                break;
            }
            put(at, timers[parent]);
            at = parent;
        }
        put(at, timer);
    }

    private void down(int from, HrTimer timer) {
        int at = from;
        for (int child; (child = 2 * at + 1) < size; at = child) {
            if (child + 1 < size && timers[child + 1].expires - timers[child].expires < 0) {
                child++;
            }
            if (timer.expires - timers[child].expires <= 0) {
                break;
            }
            put(at, timers[child]);
        }
        put(at, timer);
    }

    private void put(int at, HrTimer timer) {
        timers[at] = timer;
        timer.index = at;
    }
}
