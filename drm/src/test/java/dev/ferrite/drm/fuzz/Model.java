package dev.ferrite.drm.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel would answer: one device and the files of one player.
 *
 * <p>Where several players share the device the rest of it, names and magics, is theirs as well: such numbers are learned
 * from the answer, and only what must hold of them is checked.
 */
final class Model {
    static final int ENOENT = -2;
    static final int EBADF = -9;
    static final int EAGAIN = -11;
    static final int ENOMEM = -12;
    static final int EACCES = -13;
    static final int EFAULT = -14;
    static final int EBUSY = -16;
    static final int ENODEV = -19;
    static final int EINVAL = -22;
    static final int ENOTTY = -25;
    static final int ENOSPC = -28;
    static final int ERANGE = -34;
    static final int ETIME = -62;
    static final int EOPNOTSUPP = -95;
    static final int EALREADY = -114;

    static final int PAGE = 4096;

    /** Bytes of offsets that a device has. */
    static final long OFFSETS = 0xFFFFF00L * PAGE;

    /** What a buffer's memory is: none, video memory, ordinary memory. */
    enum Kind {
        BASE,
        VRAM,
        SHMEM
    }

    /** A buffer object. */
    static final class Obj {
        final long size;
        final Kind kind;
        final Map<Integer, Long> content = new HashMap<>();
        int handles;
        int name;

        @Nullable
        Buf own;

        long offset;
        int mappings;
        int fds;

        Obj(long size, Kind kind) {
            this.size = size;
            this.kind = kind;
        }

        boolean isAlive() {
            return handles > 0 || mappings > 0 || fds > 0;
        }
    }

    /** A dma-buf. */
    record Buf(Obj object, int serial) {}

    /** A reign, and the tokens it gave out. */
    static final class Master {
        final TreeMap<Integer, File> magics = new TreeMap<>();
        String unique = "";
    }

    /** An open file. */
    static final class File {
        final boolean render;
        final boolean privileged;
        final int openFlags;
        final TreeMap<Integer, Obj> handles = new TreeMap<>();
        final TreeMap<Integer, Buf> prime = new TreeMap<>();
        final TreeMap<Integer, Syncs.Sync> syncs = new TreeMap<>();
        final List<Syncs.Fence> fences = new ArrayList<>();
        final Deque<byte[]> events = new ArrayDeque<>();
        int eventSpace = 4096;
        boolean authenticated;
        boolean isMaster;
        boolean wasMaster;

        @Nullable
        Master master;

        int magic;

        @Nullable
        Master magicMaster;

        boolean closed;
        int mappings;

        File(boolean render, boolean privileged, int openFlags) {
            this.render = render;
            this.privileged = privileged;
            this.openFlags = openFlags;
            this.authenticated = privileged;
        }

        int lowestFree() {
            return Model.lowestFree(handles.keySet());
        }
    }

    /** Whether others work on the device, too. */
    final boolean shared;

    /** Whether the driver has sync objects. */
    final boolean syncobjs;

    final String unique;
    final List<File> files = new ArrayList<>();
    final Set<Obj> objects = new LinkedHashSet<>();
    final TreeMap<Integer, Obj> names = new TreeMap<>();
    final Map<Integer, Buf> fds = new LinkedHashMap<>();
    final Map<Integer, Syncs.Sync> syncFds = new LinkedHashMap<>();
    final Map<Integer, Syncs.Held> fenceFds = new LinkedHashMap<>();

    /** How many sync objects somebody refers to. */
    int liveSyncs;

    @Nullable
    Master current;

    boolean unregistered;
    boolean unplugged;

    /** The longest free run of video memory before the call. */
    long largestFree;

    /** A descriptor that is no dma-buf. */
    int foreignFd;

    /** A descriptor that is an eventfd. */
    int eventfd;

    /** The next driver's open hook says so. */
    int openHookError;

    private int bufs;
    private final Calls calls = new Calls(this);

    Model(boolean shared, boolean syncobjs, String unique) {
        this.shared = shared;
        this.syncobjs = syncobjs;
        this.unique = unique;
        if (shared) {
            current = new Master(); // somebody else's, for good
        }
    }

    static int lowestFree(Set<Integer> taken) {
        int id = 1;
        while (taken.contains(id)) {
            id++;
        }
        return id;
    }

    // ---- Files

    File open(boolean render, boolean privileged, int openFlags) {
        File file = new File(render, privileged, openFlags);
        if (!render) {
            if (current == null) {
                crown(file);
            } else {
                file.master = current;
            }
        }
        files.add(file);
        return file;
    }

    void crown(File file) {
        Master master = new Master();
        file.master = master;
        file.isMaster = true;
        file.wasMaster = true;
        file.authenticated = true;
        current = master;
    }

    boolean isCurrent(File file) {
        return file.isMaster && file.master == current;
    }

    void close(File file) {
        file.closed = true;
        if (file.mappings == 0) {
            release(file);
        }
    }

    private void release(File file) {
        file.syncs.values().forEach(this::drop);
        file.syncs.clear();
        List.copyOf(file.handles.keySet()).forEach(handle -> closeHandle(file, handle));
        if (file.magicMaster != null) {
            file.magicMaster.magics.remove(file.magic);
        }
        if (isCurrent(file)) {
            current = null;
        }
        file.fences.forEach(fence -> fence.signaled = true);
        files.remove(file);
    }

    void drop(Syncs.Sync sync) {
        if (--sync.references == 0) {
            liveSyncs--;
        }
    }

    void unmapped(File file, Obj object) {
        object.mappings--;
        forget(object);
        file.mappings--;
        if (file.closed && file.mappings == 0) {
            release(file);
        }
    }

    // ---- Objects

    /** A new handle, or what the driver's hook said. */
    int newHandle(File file, Obj object) {
        if (openHookError < 0) {
            forget(object);
            return openHookError;
        }
        int handle = file.lowestFree();
        file.handles.put(handle, object);
        object.handles++;
        objects.add(object);
        return handle;
    }

    int closeHandle(File file, int handle) {
        Obj object = file.handles.remove(handle);
        if (object == null) {
            return EINVAL;
        }
        file.prime.remove(handle);
        if (--object.handles == 0) {
            if (object.name != 0) {
                names.remove(object.name);
                object.name = 0;
            }
            object.own = null;
            forget(object);
        }
        return 0;
    }

    void forget(Obj object) {
        if (!object.isAlive()) {
            objects.remove(object);
        }
    }

    boolean hasRoom(long size) {
        return size <= largestFree;
    }

    void fdClosed(int fd) {
        Buf buffer = fds.remove(fd);
        if (buffer != null) {
            buffer.object().fds--;
            forget(buffer.object());
        }
        fenceFds.remove(fd);
        Syncs.Sync sync = syncFds.remove(fd);
        if (sync != null) {
            drop(sync);
        }
    }

    /** All descriptors that calls gave away. */
    List<Integer> descriptors() {
        List<Integer> all = new ArrayList<>(fds.keySet());
        all.addAll(syncFds.keySet());
        all.addAll(fenceFds.keySet());
        return all;
    }

    /** What a read says, and what it stores; null if it would wait. */
    @Nullable
    Integer read(File file, ByteBuffer into) {
        if (file.closed || (file.openFlags & 3) == 1) {
            return EBADF;
        }
        if (file.events.isEmpty()) {
            return (file.openFlags & 04000) != 0 ? EAGAIN : null;
        }
        while (!file.events.isEmpty() && file.events.getFirst().length <= into.remaining()) {
            byte[] event = file.events.removeFirst();
            file.eventSpace += event.length;
            into.put(event);
        }
        return into.position();
    }

    Buf newBuf(Obj object) {
        return new Buf(object, ++bufs);
    }

    /** How many dma-bufs are alive: those an object with handles points to, and those behind descriptors. */
    int liveBufs() {
        Set<Buf> alive = new HashSet<>(fds.values());
        for (Obj object : objects) {
            if (object.own != null) {
                alive.add(object.own);
            }
        }
        return alive.size();
    }

    // ---- Mapping

    /** What mmap says: 0 or an error. */
    int mmap(File file, long offset, long length, boolean write) {
        int mode = file.openFlags & 3;
        if (file.closed) {
            return EBADF;
        }
        if (length <= 0 || length > Long.MAX_VALUE - PAGE || offset % PAGE != 0) {
            return EINVAL;
        }
        if (mode == 1 || (mode == 0 && write)) {
            return EACCES;
        }
        if (unplugged) {
            return ENODEV;
        }
        Obj object = atOffset(offset);
        if (object == null || length > object.size) {
            return EINVAL;
        }
        if (!file.handles.containsValue(object)) {
            return EACCES;
        }
        return object.kind == Kind.BASE ? EINVAL : 0;
    }

    @Nullable
    Obj atOffset(long offset) {
        return objects.stream()
                .filter(object -> object.offset != 0 && object.offset == offset)
                .findFirst()
                .orElse(null);
    }

    void mapped(File file, Obj object) {
        file.mappings++;
        object.mappings++;
    }

    // ---- The call

    /** What comes out of a call. */
    static final class Answer {
        final int result;

        /** The caller's memory afterwards. */
        final byte[] bytes;

        Answer(int result, byte[] bytes) {
            this.result = result;
            this.bytes = bytes;
        }
    }

    /**
     * The answer to a call. The actual one is looked at only for numbers that the kernel is free to choose.
     *
     * @param actual the bytes after the real call
     */
    Answer answer(File file, int number, Argument argument, int actualResult, byte[] actual) {
        byte[] bytes = argument.before.clone();
        if (file.closed) {
            return new Answer(EBADF, bytes);
        }
        if (unplugged) {
            return new Answer(ENODEV, bytes);
        }
        int early = beforeHandler(number, argument);
        if (early < 0) {
            return new Answer(early, bytes);
        }
        Calls.Entry entry = Objects.requireNonNull(calls.entry(number & 0xFF));
        int direction = (number & entry.number()) >>> 30;
        int size = (number >>> 16) & 0x3FFF;
        int in = (direction & 1) != 0 ? size : 0;
        int out = (direction & 2) != 0 ? size : 0;
        ByteBuffer data = ByteBuffer.allocate(Math.max(Math.max(in, out), (entry.number() >>> 16) & 0x3FFF))
                .order(ByteOrder.LITTLE_ENDIAN);
        data.put(0, bytes, 0, in);
        int result;
        if (!permitted(file, entry.flags())) {
            result = EACCES;
        } else {
            var user = new Calls.User(argument, bytes, out <= argument.writable() ? out : 0, actualResult, actual);
            result = entry.handler().handle(file, data, user);
        }
        if (out > argument.writable()) {
            return new Answer(EFAULT, bytes);
        }
        data.get(0, bytes, 0, out);
        return new Answer(result, bytes);
    }

    /** Which answers depend on nothing but the call itself: 0 if none of them. */
    int beforeHandler(int number, Argument argument) {
        if (((number >>> 8) & 0xFF) != 'd') {
            return ENOTTY;
        }
        Calls.Entry entry = calls.entry(number & 0xFF);
        if (entry == null) {
            return EINVAL;
        }
        boolean writes = (number & entry.number() & (1 << 30)) != 0;
        return writes && ((number >>> 16) & 0x3FFF) > argument.readable() ? EFAULT : 0;
    }

    private boolean permitted(File file, int flags) {
        if ((flags & Calls.ROOT_ONLY) != 0 && !file.privileged) {
            return false;
        }
        if ((flags & Calls.AUTH) != 0 && !file.render && !file.authenticated) {
            return false;
        }
        if ((flags & Calls.MASTER) != 0 && !isCurrent(file)) {
            return false;
        }
        return !file.render || (flags & Calls.RENDER_ALLOW) != 0;
    }
}
