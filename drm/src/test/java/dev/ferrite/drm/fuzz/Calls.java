package dev.ferrite.drm.fuzz;

import static dev.ferrite.drm.fuzz.Model.EACCES;
import static dev.ferrite.drm.fuzz.Model.EALREADY;
import static dev.ferrite.drm.fuzz.Model.EBADF;
import static dev.ferrite.drm.fuzz.Model.EBUSY;
import static dev.ferrite.drm.fuzz.Model.EFAULT;
import static dev.ferrite.drm.fuzz.Model.EINVAL;
import static dev.ferrite.drm.fuzz.Model.ENOENT;
import static dev.ferrite.drm.fuzz.Model.ENOMEM;
import static dev.ferrite.drm.fuzz.Model.ENOSPC;
import static dev.ferrite.drm.fuzz.Model.EOPNOTSUPP;
import static dev.ferrite.drm.fuzz.Model.ERANGE;

import dev.ferrite.drm.fuzz.Model.Buf;
import dev.ferrite.drm.fuzz.Model.File;
import dev.ferrite.drm.fuzz.Model.Kind;
import dev.ferrite.drm.fuzz.Model.Master;
import dev.ferrite.drm.fuzz.Model.Obj;
import dev.ferrite.offheap.linux.Linux;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of the model: the core's of a driver with GEM and render node and without modeset, and the test driver's. */
@SuppressWarnings("UnusedVariable") // handlers have one shape
final class Calls {
    static final int AUTH = 1;
    static final int MASTER = 2;
    static final int ROOT_ONLY = 4;
    static final int RENDER_ALLOW = 32;

    /** One slot of the table. */
    record Entry(int number, int flags, Handler handler) {}

    /** What a call does. */
    interface Handler {
        int handle(File file, ByteBuffer data, User user);
    }

    /** The caller's memory, the answer it got, and how many bytes of that reached it. */
    static final class User {
        private final Argument argument;
        private final byte[] bytes;
        private final int out;
        private final int result;
        private final byte[] actual;

        User(Argument argument, byte[] bytes, int out, int result, byte[] actual) {
            this.argument = argument;
            this.bytes = bytes;
            this.out = out;
            this.result = result;
            this.actual = actual;
        }

        boolean copyTo(long pointer, byte[] from, int length) {
            if (length == 0) {
                return true;
            }
            long offset = argument.offsetOf(pointer, length);
            if (offset >= 0) {
                System.arraycopy(from, 0, bytes, (int) offset, length);
            }
            return offset >= 0;
        }

        int result() {
            return result;
        }

        /** What lies at an address; null if that is not the caller's. */
        @Nullable
        ByteBuffer copyFrom(long pointer, int length) {
            ByteBuffer copy = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            if (length > 0) {
                long offset = argument.readableAt(pointer, length);
                if (offset < 0) {
                    return null;
                }
                copy.put(0, argument.before, (int) offset, length);
            }
            return copy;
        }

        /** Takes over what came out of a number that we have no way to know, for too little of it came out. */
        int unknown(ByteBuffer data, int offset) {
            if (out > offset) {
                data.put(offset, actual, offset, out - offset);
            }
            return 0;
        }

        int actualInt(int offset) {
            return ByteBuffer.wrap(actual).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
        }

        long actualLong(int offset) {
            return ByteBuffer.wrap(actual).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
        }
    }

    private static final String NAME = "testdrv";
    private static final String DESC = "A driver for tests";

    private final Model model;
    private final Map<Integer, Entry> table = new HashMap<>();

    Calls(Model model) {
        this.model = model;
        add(0xC0406400, RENDER_ALLOW, this::version);
        add(0xC0106401, 0, this::getUnique);
        add(0x80046402, 0, this::getMagic);
        add(0xC0286405, 0, this::getClient);
        add(0x80F86406, 0, (file, data, user) -> zero(data));
        add(0xC0106407, MASTER, this::setVersion);
        add(0x40086409, RENDER_ALLOW, (file, data, user) -> model.closeHandle(file, data.getInt(0)));
        add(0xC008640A, AUTH, this::flink);
        add(0xC010640B, AUTH, this::gemOpen);
        add(0xC010640C, RENDER_ALLOW, this::getCap);
        add(0x4010640D, 0, (file, data, user) -> EOPNOTSUPP);
        add(0x40046411, MASTER, this::authMagic);
        add(0x0000641E, 0, this::setMaster);
        add(0x0000641F, 0, this::dropMaster);
        add(0xC00C642D, RENDER_ALLOW, this::handleToFd);
        add(0xC00C642E, RENDER_ALLOW, this::fdToHandle);
        add(0xC02064B2, 0, this::createDumb);
        add(0xC01064B3, RENDER_ALLOW, this::mapDumb); // the test driver maps on render nodes, too
        add(0xC00464B4, 0, (file, data, user) -> model.closeHandle(file, data.getInt(0)));
        add(0xC01064D1, RENDER_ALLOW, this::setClientName);
        SyncHandlers.addTo(this, model);
        add(0xC0106440, RENDER_ALLOW, (file, data, user) -> echo(data));
        add(0xC0106441, AUTH | RENDER_ALLOW, this::create);
        add(0xC0106442, RENDER_ALLOW, this::result);
        add(0xC0106443, RENDER_ALLOW, (file, data, user) -> 0);
        add(0xC0106444, RENDER_ALLOW, this::info);
        add(0x00106445, ROOT_ONLY | RENDER_ALLOW, (file, data, user) -> echo(data));
        add(0x40106446, MASTER, (file, data, user) -> echo(data));
        add(0xC0106447, RENDER_ALLOW, this::event);
        add(0x80106448, RENDER_ALLOW, this::fence);
        add(0x40106449, RENDER_ALLOW, this::signal);
    }

    void add(int number, int flags, Handler handler) {
        table.put(number & 0xFF, new Entry(number, flags, handler));
    }

    /** The slot of a number; null if it is empty. */
    @Nullable
    Entry entry(int nr) {
        return table.get(nr);
    }

    private static int zero(ByteBuffer data) {
        for (int i = 0; i < data.capacity(); i++) {
            data.put(i, (byte) 0);
        }
        return 0;
    }

    // ---- Who one is

    private int version(File file, ByteBuffer data, User user) {
        data.putInt(0, 1).putInt(4, 2).putInt(8, 3);
        return field(data, 16, NAME, user) && field(data, 32, "0", user) && field(data, 48, DESC, user) ? 0 : EFAULT;
    }

    private static boolean field(ByteBuffer data, int at, String text, User user) {
        long room = data.getLong(at);
        data.putLong(at, text.length());
        int length = Long.compareUnsigned(room, text.length()) < 0 ? (int) room : text.length();
        long pointer = data.getLong(at + 8);
        return pointer == 0 || user.copyTo(pointer, text.getBytes(StandardCharsets.US_ASCII), length);
    }

    private int getUnique(File file, ByteBuffer data, User user) {
        byte[] unique = (file.master == null ? "" : file.master.unique).getBytes(StandardCharsets.US_ASCII);
        if (Long.compareUnsigned(data.getLong(0), unique.length) >= 0
                && !user.copyTo(data.getLong(8), unique, unique.length)) {
            return EFAULT;
        }
        data.putLong(0, unique.length);
        return 0;
    }

    private int getClient(File file, ByteBuffer data, User user) {
        if (data.getInt(0) != 0) {
            return EINVAL;
        }
        data.putInt(4, file.authenticated ? 1 : 0);
        data.putLong(8, Linux.gettid()); // the kernel's current is a thread
        data.putLong(16, 65534);
        data.putLong(24, 0);
        data.putLong(32, 0);
        return 0;
    }

    private int setVersion(File file, ByteBuffer data, User user) {
        int major = data.getInt(0);
        int minor = data.getInt(4);
        int driverMajor = data.getInt(8);
        int driverMinor = data.getInt(12);
        data.putInt(0, 1).putInt(4, 4).putInt(8, 1).putInt(12, 2);
        if (major != -1) {
            if (major != 1 || minor < 0 || minor > 4) {
                return EINVAL;
            }
            if (minor >= 1 && file.master != null) {
                file.master.unique = model.unique;
            }
        }
        return driverMajor != -1 && (driverMajor != 1 || driverMinor < 0 || driverMinor > 2) ? EINVAL : 0;
    }

    private int setClientName(File file, ByteBuffer data, User user) {
        long length = data.getLong(0);
        if (length < 0 || length > 64) {
            return EINVAL;
        }
        ByteBuffer name = user.copyFrom(data.getLong(8), (int) length);
        if (name == null) {
            return EFAULT;
        }
        for (int i = 0; i < length; i++) {
            if (name.get(i) < 0x21 || name.get(i) > 0x7e) {
                return EINVAL;
            }
        }
        return 0;
    }

    private int getCap(File file, ByteBuffer data, User user) {
        long capability = data.getLong(0);
        boolean syncobj = model.syncobjs && (capability == 0x13 || capability == 0x14);
        data.putLong(8, capability == 5 ? 3 : capability == 6 || syncobj ? 1 : 0);
        return capability == 5 || capability == 6 || capability == 0x13 || capability == 0x14 ? 0 : EOPNOTSUPP;
    }

    // ---- Authentication

    private int getMagic(File file, ByteBuffer data, User user) {
        Master master = file.master;
        if (file.magic == 0 && master != null) {
            if (model.shared) {
                if (user.out < 4) {
                    return user.unknown(data, 0);
                }
                file.magic = user.actualInt(0);
                if (file.magic < 1) {
                    return EINVAL;
                }
            } else {
                file.magic = Model.lowestFree(master.magics.keySet());
                master.magics.put(file.magic, file);
                file.magicMaster = master;
            }
        }
        data.putInt(0, file.magic);
        return 0;
    }

    private int authMagic(File file, ByteBuffer data, User user) {
        int magic = data.getInt(0);
        Master master = file.master;
        File found = master == null ? null : master.magics.get(magic);
        if (master == null || found == null || found.render) {
            return EINVAL;
        }
        found.authenticated = true;
        master.magics.put(magic, USED); // the number stays taken until its file is closed
        return 0;
    }

    /** Stands for a token that was used. */
    private static final File USED = new File(true, false, 0);

    private int setMaster(File file, ByteBuffer data, User user) {
        if (!file.wasMaster && !file.privileged) {
            return EACCES;
        }
        if (model.isCurrent(file)) {
            return 0;
        }
        if (model.current != null) {
            return EBUSY;
        }
        if (file.isMaster) {
            model.current = file.master;
        } else {
            model.crown(file);
        }
        return 0;
    }

    private int dropMaster(File file, ByteBuffer data, User user) {
        if (!file.wasMaster && !file.privileged) {
            return EACCES;
        }
        if (!model.isCurrent(file)) {
            return EINVAL;
        }
        model.current = null;
        return 0;
    }

    // ---- Buffers

    private int flink(File file, ByteBuffer data, User user) {
        Obj object = file.handles.get(data.getInt(0));
        if (object == null) {
            return ENOENT;
        }
        if (object.name == 0) {
            if (!model.shared) {
                object.name = Model.lowestFree(model.names.keySet());
            } else if (user.out >= 8) {
                object.name = user.actualInt(4);
            } else {
                return user.unknown(data, 4);
            }
            model.names.put(object.name, object);
        }
        data.putInt(4, object.name);
        return 0;
    }

    private int gemOpen(File file, ByteBuffer data, User user) {
        Obj object = model.names.get(data.getInt(0));
        if (object == null) {
            return ENOENT;
        }
        int handle = model.newHandle(file, object);
        if (handle > 0) {
            data.putInt(4, handle).putLong(8, object.size);
        }
        return Math.min(0, handle);
    }

    private int handleToFd(File file, ByteBuffer data, User user) {
        if ((data.getInt(4) & ~(02 | 02000000)) != 0) {
            return EINVAL;
        }
        int handle = data.getInt(0);
        Obj object = file.handles.get(handle);
        if (object == null) {
            return ENOENT;
        }
        Buf buffer = file.prime.get(handle);
        if (buffer == null) {
            buffer = object.own;
            if (buffer == null) {
                buffer = model.newBuf(object);
                object.own = buffer;
            }
            file.prime.put(handle, buffer);
        }
        int fd = user.actualInt(8);
        if (user.result != 0 || fd < 0) {
            return 0; // not what the kernel would say
        }
        object.fds++;
        newDescriptor(fd, buffer);
        data.putInt(8, fd);
        return 0;
    }

    private void newDescriptor(int fd, Buf buffer) {
        if (model.fds.put(fd, buffer) != null) {
            throw new AssertionError("descriptor given away twice: fd=" + fd);
        }
    }

    private int fdToHandle(File file, ByteBuffer data, User user) {
        int fd = data.getInt(8);
        Buf buffer = model.fds.get(fd);
        if (buffer == null) {
            return fd == model.foreignFd ? EINVAL : EBADF;
        }
        for (var known : file.prime.entrySet()) {
            if (known.getValue().equals(buffer)) {
                data.putInt(0, known.getKey());
                return 0;
            }
        }
        Obj object = buffer.object();
        int handle = model.newHandle(file, object);
        if (handle > 0) {
            if (object.own == null) {
                object.own = buffer;
            }
            file.prime.put(handle, buffer);
            data.putInt(0, handle);
        }
        return Math.min(0, handle);
    }

    private int createDumb(File file, ByteBuffer data, User user) {
        int result = makeDumb(file, data, user);
        if (result < 0) {
            data.putInt(16, 0).putInt(20, 0).putLong(24, 0);
        }
        return result;
    }

    private int makeDumb(File file, ByteBuffer data, User user) {
        long height = Integer.toUnsignedLong(data.getInt(0));
        long width = Integer.toUnsignedLong(data.getInt(4));
        long bpp = Integer.toUnsignedLong(data.getInt(8));
        long max = 0xFFFF_FFFFL;
        if (width == 0 || height == 0 || bpp == 0 || bpp > max - 8) {
            return EINVAL;
        }
        long cpp = (bpp + 7) / 8;
        long pitch = cpp * width;
        // Each factor is below 2^32, and pitch is checked before it is used: nothing overflows 63 bits.
        if (cpp > max / width || pitch > max || height > max / pitch || ((pitch * height + 4095) & max & -4096L) == 0) {
            return EINVAL;
        }
        long size = (pitch * height + 4095) & -4096L;
        Obj object = new Obj(size, Kind.VRAM);
        if (!model.hasRoom(size)) {
            return ENOSPC;
        }
        int handle = model.newHandle(file, object);
        if (handle > 0) {
            data.putInt(16, handle).putInt(20, (int) pitch).putLong(24, size);
        }
        return Math.min(0, handle);
    }

    private int mapDumb(File file, ByteBuffer data, User user) {
        Obj object = file.handles.get(data.getInt(0));
        if (object == null) {
            return ENOENT;
        }
        if (object.offset == 0) {
            if (object.size > Model.OFFSETS) {
                return ENOSPC;
            }
            if (user.out < 16) {
                return user.unknown(data, 8);
            }
            long offset = user.actualLong(8);
            if (offset < 1L << 32 || offset % Model.PAGE != 0) {
                throw new AssertionError("no fake offset: 0x" + Long.toHexString(offset));
            }
            for (Obj other : model.objects) {
                if (other.offset != 0 && offset < other.offset + other.size && other.offset < offset + object.size) {
                    throw new AssertionError("overlapping offset 0x" + Long.toHexString(offset));
                }
            }
            object.offset = offset;
        }
        data.putLong(8, object.offset);
        return 0;
    }

    // ---- The test driver's

    private static int echo(ByteBuffer data) {
        data.putLong(8, data.getLong(8) + 1);
        return 0;
    }

    private int create(File file, ByteBuffer data, User user) {
        long size = data.getLong(8);
        if (size <= 0 || size > Long.MAX_VALUE - 4096) {
            return EINVAL;
        }
        Kind kind = data.getInt(4) == 1 ? Kind.BASE : data.getInt(4) == 2 ? Kind.SHMEM : Kind.VRAM;
        Obj object = new Obj((size + 4095) & -4096L, kind);
        if (kind == Kind.VRAM && !model.hasRoom(object.size)) {
            return ENOSPC;
        }
        int handle = model.newHandle(file, object);
        if (handle > 0) {
            data.putInt(0, handle);
        }
        return Math.min(0, handle);
    }

    private int event(File file, ByteBuffer data, User user) {
        long length = data.getLong(8);
        if (length < 8 || length > 8192) {
            return EINVAL;
        }
        if (length > file.eventSpace) {
            return ENOMEM;
        }
        byte[] event = new byte[(int) length];
        Arrays.fill(event, (byte) length);
        ByteBuffer.wrap(event)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, data.getInt(4))
                .putInt(4, event.length);
        file.eventSpace -= event.length;
        file.events.addLast(event);
        return 0;
    }

    private int fence(File file, ByteBuffer data, User user) {
        int fd = user.actualInt(0);
        if (user.result != 0 || fd < 0) {
            return 0; // not what the kernel would say
        }
        Syncs.Fence fence = new Syncs.Fence();
        data.putInt(0, fd).putLong(8, file.fences.size());
        file.fences.add(fence);
        model.fenceFds.put(fd, new Syncs.Plain(Set.of(fence)));
        return 0;
    }

    private int signal(File file, ByteBuffer data, User user) {
        long number = data.getLong(8);
        if (number < 0 || number >= file.fences.size()) {
            return ENOENT;
        }
        Syncs.Fence fence = file.fences.get((int) number);
        if (fence.signaled) {
            return EALREADY;
        }
        fence.signaled = true;
        return 0;
    }

    private int result(File file, ByteBuffer data, User user) {
        long result = data.getLong(8);
        data.putLong(8, 7);
        return result > Integer.MAX_VALUE ? ERANGE : (int) result;
    }

    private int info(File file, ByteBuffer data, User user) {
        Obj object = file.handles.get(data.getInt(0));
        if (object == null) {
            return ENOENT;
        }
        data.putLong(8, object.size);
        return 0;
    }
}
