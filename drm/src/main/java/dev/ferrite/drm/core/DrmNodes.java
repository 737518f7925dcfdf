package dev.ferrite.drm.core;

import dev.ferrite.drm.util.IdSet;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of this process by name: what {@code /dev/dri} is to the system.
 *
 * <p>Primary nodes are {@code card0} to {@code card63}, render nodes {@code renderD128} to {@code renderD191}, lowest free
 * number first; when those are out, both go on from 192. A device keeps its numbers until its last reference is dropped,
 * so a node that was unplugged and is still open somewhere is not mistaken for a new one. Thread-safe.
 */
public final class DrmNodes {
    private static final int PER_TYPE = 64;
    private static final int EXTENDED_FIRST = 192;
    private static final int EXTENDED_LAST = (1 << 20) - 1;

    private static final Mutex<Table> TABLE = Mutex.of(new Table(), "drm_minors");

    private static final class Table {
        final IdSet primary = range(NodeType.PRIMARY);
        final IdSet render = range(NodeType.RENDER);
        final IdSet extended = new IdSet(EXTENDED_FIRST, EXTENDED_LAST);
        final TreeMap<String, Node> nodes = new TreeMap<>();

        private static IdSet range(NodeType type) {
            return new IdSet(type.firstMinor(), type.firstMinor() + PER_TYPE - 1);
        }

        int reserve(IdSet ids) {
            long id = ids.reserve();
            return (int) (id >= 0 ? id : extended.reserve());
        }

        void release(IdSet ids, int id) {
            if (id >= EXTENDED_FIRST) {
                extended.release(id);
            } else if (id >= 0) {
                ids.release(id);
            }
        }
    }

    private record Node(Device<?> device, NodeType type) {}

    /** The numbers of a device; -1 for a node it does not have. */
    record Minors(int primary, int render) {
        int of(NodeType type) {
            return type == NodeType.PRIMARY ? primary : render;
        }
    }

    private DrmNodes() {}

    /**
     * Opens a node: {@code open("/dev/dri/NAME", flags)}.
     *
     * @param name such as {@code renderD128}
     * @param flags {@code O_*}; O_EXCL is refused
     * @param caller who opens it
     * @return the file, which the caller closes
     * @throws ErrnoException ENODEV if there is no such node or its device is unplugged; EBUSY for O_EXCL; whatever the
     *     driver's open hook throws
     */
    public static DrmFile<?> open(String name, int flags, Caller caller) {
        Node node;
        try (var guard = TABLE.lock()) {
            node = guard.get().nodes.get(name);
            if (node != null) {
                // A registered device has its registration's reference, which is dropped after its nodes are removed.
                node.device.incRef();
            }
        }
        if (node == null) {
            throw new ErrnoException(Errno.ENODEV, "open " + name);
        }
        return DrmFile.open(node.device, node.type, name, flags, caller);
    }

    /**
     * The names of all nodes.
     *
     * @return a snapshot, in alphabetical order
     */
    public static List<String> names() {
        try (var guard = TABLE.lock()) {
            return new ArrayList<>(guard.get().nodes.keySet());
        }
    }

    static Minors reserve(boolean render) {
        try (var guard = TABLE.lock()) {
            Table table = guard.get();
            int primary = table.reserve(table.primary);
            int second = render && primary >= 0 ? table.reserve(table.render) : -1;
            if (primary < 0 || (render && second < 0)) {
                table.release(table.primary, primary);
                throw new ErrnoException(Errno.EBUSY, "drm minor: all numbers are taken");
            }
            return new Minors(primary, second);
        }
    }

    static void release(Minors minors) {
        try (var guard = TABLE.lock()) {
            Table table = guard.get();
            table.release(table.primary, minors.primary());
            table.release(table.render, minors.render());
        }
    }

    /** Lets the nodes appear: from now on they can be opened. The render node comes first. */
    static void publish(Device<?> device) {
        for (NodeType type : List.of(NodeType.RENDER, NodeType.PRIMARY)) {
            @Nullable String name = device.nodeName(type);
            if (name != null) {
                try (var guard = TABLE.lock()) {
                    guard.get().nodes.put(name, new Node(device, type));
                }
            }
        }
    }

    /** Lets the nodes vanish: from now on opening them is ENODEV. */
    static void withdraw(Device<?> device) {
        try (var guard = TABLE.lock()) {
            guard.get().nodes.values().removeIf(node -> node.device == device);
        }
    }
}
