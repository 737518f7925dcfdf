package dev.ferrite.drm.conformance;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.offheap.linux.Linux;
import org.jspecify.annotations.Nullable;

/** A node to test. Each test begins a session of it, in which nobody else has it open. */
interface Subject {
    Traits traits();

    NodeType type();

    /** Whether whoever opens it has CAP_SYS_ADMIN. */
    boolean privileged();

    /** Whether clients can give themselves names: Linux 6.13 and newer. */
    default boolean namesClients() {
        return true;
    }

    Session begin();

    /** The time of one test: opens the node, and at the end demands that nothing is left. */
    interface Session extends AutoCloseable {
        DrmNode open(int flags);

        default DrmNode open() {
            return open(Linux.O_RDWR);
        }

        /** An object of some pages: its handle; 0 if nobody can make one through this node. */
        int create(DrmNode node, int pages);

        /** A buffer of some pages that another device exported, and shows its memory; null if there is no such device. */
        @Nullable
        PrimeFd foreign(int pages);

        @Override
        void close();
    }
}
