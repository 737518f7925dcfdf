package dev.ferrite.locks.examples;

import dev.ferrite.locks.CondVar;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.struct.Array;
import dev.ferrite.offheap.struct.Struct;
import java.lang.foreign.MemorySegment;

/** What is in memory: how many were taken, how many were put, and the places between. */
@Struct
interface OrderRingData {
    long taken();

    long put();

    @Array(16)
    long orders();
}

/** Orders from producers to consumers, through a ring off-heap; both wait where there is nothing to do. */
public final class OrderRing implements AutoCloseable {
    private static final int CAPACITY = 16;

    private final KBox<OrderRingDataStruct> box = KBox.zeroed(OrderRingDataStruct.TYPE, Gfp.GFP_KERNEL);
    private final Mutex<MemorySegment> ring = Mutex.of(box.segment(), "orders");
    private final CondVar notEmpty = CondVar.of("orders.notEmpty");
    private final CondVar notFull = CondVar.of("orders.notFull");

    /** Puts one in; waits while the ring is full. */
    public void put(long order) {
        try (var guard = ring.lock()) {
            MemorySegment data = guard.get();
            while (OrderRingDataStruct.put(data) - OrderRingDataStruct.taken(data) == CAPACITY) {
                notFull.wait(guard);
            }
            long at = OrderRingDataStruct.put(data);
            OrderRingDataStruct.orders(data, at % CAPACITY, order);
            OrderRingDataStruct.put(data, at + 1);
        }
        notEmpty.notifyOne();
    }

    /** Takes the oldest out; waits while there is none. */
    public long take() {
        long order;
        try (var guard = ring.lock()) {
            MemorySegment data = guard.get();
            while (OrderRingDataStruct.put(data) == OrderRingDataStruct.taken(data)) {
                notEmpty.wait(guard);
            }
            long at = OrderRingDataStruct.taken(data);
            order = OrderRingDataStruct.orders(data, at % CAPACITY);
            OrderRingDataStruct.taken(data, at + 1);
        }
        notFull.notifyOne();
        return order;
    }

    /** Gives the memory back, once no thread uses the ring any more. */
    @Override
    public void close() {
        box.close();
    }
}
