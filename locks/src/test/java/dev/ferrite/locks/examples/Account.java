package dev.ferrite.locks.examples;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.MutexBackend;
import dev.ferrite.offheap.alloc.Drop;
import dev.ferrite.offheap.alloc.Gfp;
import dev.ferrite.offheap.alloc.KBox;
import dev.ferrite.offheap.struct.Struct;
import java.lang.foreign.MemorySegment;

/** What is in memory: the lock word, and what it protects. */
@Struct
interface AccountData {
    long lock();

    long balance();

    long changes();
}

/** An account off-heap, whose lock lies in the same cache line as the numbers it protects. */
public final class Account implements AutoCloseable {
    private final KBox<AccountDataStruct> box = KBox.init(
            AccountDataStruct.TYPE,
            slot -> {
                slot.fill((byte) 0);
                MutexBackend.instance().init(slot.address() + AccountDataStruct.LOCK_OFFSET);
            },
            Drop.NOTHING,
            Gfp.GFP_KERNEL);
    private final Mutex<MemorySegment> account =
            Mutex.fromRaw(box.address() + AccountDataStruct.LOCK_OFFSET, box.segment(), "account");

    /** Adds to the balance; refuses to make it negative. */
    public boolean add(long amount) {
        try (var guard = account.lock()) {
            MemorySegment data = guard.get();
            long balance = AccountDataStruct.balance(data) + amount;
            if (balance < 0) {
                return false;
            }
            AccountDataStruct.balance(data, balance);
            AccountDataStruct.changes(data, AccountDataStruct.changes(data) + 1);
            return true;
        }
    }

    /** The balance now. */
    public long balance() {
        try (var guard = account.lock()) {
            return AccountDataStruct.balance(guard.get());
        }
    }

    /** Gives the memory back, once no thread uses the account any more. */
    @Override
    public void close() {
        box.close();
    }
}
