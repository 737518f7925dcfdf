package dev.ferrite.drm.core;

import dev.ferrite.drm.count.Live;
import dev.ferrite.drm.count.LiveHandles;
import dev.ferrite.drm.syncobj.SyncobjTable;
import dev.ferrite.drm.uapi.DrmEvent;
import dev.ferrite.drm.vma.VmaNode;
import dev.ferrite.locks.poll.PollSource;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Pages;
import dev.ferrite.runtime.security.SecurityHooks;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open node: the counterpart of {@code kernel::drm::file::File}, {@code struct drm_file} and the {@code struct file}
 * around it.
 *
 * <p>Counted like a {@code struct file}: its opener, every call in progress and every mapping own one reference, and the
 * last one gone releases it. So a close under a running call takes effect when that call returns, and handles of a file
 * that is closed while mapped go with the last mapping. Thread-safe.
 *
 * @param <F> the driver's state
 */
public final class DrmFile<F> {
    private static final VarHandle USERS;
    private static final VarHandle CLOSED;
    private static final VarHandle EVENTS;

    static {
        try {
            USERS = MethodHandles.lookup().findVarHandle(DrmFile.class, "users", int.class);
            CLOSED = MethodHandles.lookup().findVarHandle(DrmFile.class, "closed", boolean.class);
            EVENTS = MethodHandles.lookup().findVarHandle(DrmFile.class, "events", EventQueue.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final int EBADF = Errno.EBADF.negated();
    private static final int ACCESS_MODE = 3;

    private final Device<?> device;
    private final NodeType type;
    private final String name;
    private final int flags;
    private final Caller caller;
    private final HandleTable handles = new HandleTable();
    private final PrimeTable prime = new PrimeTable(this);
    private final MapPermission mayMapOnce = new MapPermission(this, 1, null);
    private final FileSecurity security;
    private final @Nullable SyncobjTable syncobjs;

    /** Made by the first who needs it, by CAS: most files never have an event. */
    private volatile @Nullable EventQueue events;

    /** Written by SET_CLIENT_NAME, the last one wins. */
    private volatile String clientName = "";

    private @Nullable F inner;

    /**
     * References; on the heap, where a call that comes after the end finds 0 and not somebody else's recycled word. Up by
     * CAS from above 0, down by a volatile add.
     */
    @SuppressWarnings("UnusedVariable") // through USERS
    private volatile int users = 1;

    @SuppressWarnings("UnusedVariable") // through CLOSED
    private volatile boolean closed;

    // Written under the device's master lock.
    volatile @Nullable Master master;
    volatile boolean isMaster;
    volatile boolean authenticated;
    boolean wasMaster;
    int magic;

    @Nullable
    Master magicMaster;

    private DrmFile(Device<?> device, NodeType type, String name, int flags, Caller caller, FileSecurity security) {
        this.security = security;
        this.device = device;
        this.type = type;
        this.name = name;
        this.flags = flags;
        this.caller = caller;
        this.authenticated = caller.sysAdmin();
        this.syncobjs = device.driver().has(Driver.SYNCOBJ) ? new SyncobjTable() : null;
    }

    /** Opens; takes over the caller's device reference, and drops it if this fails. Holds the driver's module. */
    static DrmFile<?> open(Device<?> device, NodeType type, String name, int flags, Caller caller) {
        boolean held = false;
        boolean done = false;
        FileSecurity security = null;
        try {
            security = FileSecurity.open(name, flags);
            held = device.getOwner();
            if (!held) {
                throw new ErrnoException(Errno.ENODEV, "open " + name + ": the driver's module is going");
            }
            if (device.isUnplugged()) {
                throw new ErrnoException(Errno.ENODEV, "open " + name + ": unplugged");
            }
            if ((flags & Linux.O_EXCL) != 0) {
                throw new ErrnoException(Errno.EBUSY, "open " + name + " O_EXCL");
            }
            DrmFile<?> file = new DrmFile<>(device, type, name, flags, caller, security);
            file.openDriver(device);
            if (type == NodeType.PRIMARY) {
                device.auth().open(file);
            }
            LiveHandles.add(file.handles);
            Live.FILES.add(1);
            done = true;
            return file;
        } finally {
            if (!done) {
                if (held) {
                    device.putOwner();
                }
                if (security != null) {
                    security.release();
                }
                device.decRef();
            }
        }
    }

    @SuppressWarnings("unchecked") // a driver's files and devices have the driver's types
    private <D> void openDriver(Device<D> opened) {
        Driver<D, F> driver = (Driver<D, F>) opened.driver();
        if (driver.open != null) {
            inner = driver.open.open(opened);
        }
    }

    /**
     * The driver's state of this file.
     *
     * @return what the open hook made
     * @throws IllegalStateException if the driver has no open hook
     */
    public F inner() {
        F state = inner;
        if (state == null) {
            throw new IllegalStateException("driver " + device.driver().info().name() + " has no state of a file");
        }
        return state;
    }

    /**
     * The device.
     *
     * @return the device whose node this is
     */
    public Device<?> device() {
        return device;
    }

    /**
     * The kind of node.
     *
     * @return primary or render
     */
    public NodeType type() {
        return type;
    }

    /**
     * The name it was opened by.
     *
     * @return such as {@code card0}
     */
    public String name() {
        return name;
    }

    /**
     * What its client calls itself: the argument of SET_CLIENT_NAME, which the kernel shows in {@code fdinfo}.
     *
     * @return at most 64 printable ASCII characters; empty without a name
     */
    public String clientName() {
        return clientName;
    }

    void clientName(String name) {
        clientName = name;
    }

    /**
     * Whether it is authenticated. Clients of a render node pass every check without it.
     *
     * @return true for masters, privileged callers, and whoever a master said so
     */
    public boolean isAuthenticated() {
        return authenticated;
    }

    /**
     * Whether it is the device's master now.
     *
     * @return true if it is
     */
    public boolean isCurrentMaster() {
        return device.auth().isCurrent(this);
    }

    /**
     * Looks a handle up: {@code BaseObject::lookup_handle}. Takes no lock; one atomic.
     *
     * @param handle any number
     * @return the object, with a reference of the caller's own
     * @throws ErrnoException ENOENT
     */
    public ARef<GemObject<?>> lookup(int handle) {
        GemObject<?> object = handles.lookup(handle);
        if (object == null) {
            throw new ErrnoException(Errno.ENOENT, "handle " + Integer.toUnsignedString(handle));
        }
        return ARef.<GemObject<?>>fromRaw(object);
    }

    /**
     * The same for hot paths: allocates nothing.
     *
     * @param handle any number
     * @return the object, with a reference that the caller drops; null if there is none
     */
    public @Nullable GemObject<?> lookupOrNull(int handle) {
        return handles.lookup(handle);
    }

    /**
     * The length of a handle's object, for calls that want no more: counts nothing, so threads that ask do not disturb each
     * other.
     *
     * @param handle any number
     * @return bytes, or {@code -ENOENT}; right for the moment of the call
     */
    public long sizeOf(int handle) {
        return handles.size(handle);
    }

    /**
     * Looks several handles up, all or none: {@code drm_gem_objects_lookup}.
     *
     * @param wanted the handles
     * @return the objects in the same order, each with a reference of the caller's own
     * @throws ErrnoException ENOENT if one of them is no handle; then no reference is left
     */
    public List<ARef<GemObject<?>>> lookupAll(int... wanted) {
        List<ARef<GemObject<?>>> found = new ArrayList<>(wanted.length);
        try {
            for (int handle : wanted) {
                found.add(lookup(handle));
            }
        } catch (ErrnoException e) {
            found.forEach(ARef::close);
            throw e;
        }
        return found;
    }

    /**
     * Closes a handle: {@code drm_gem_handle_delete}.
     *
     * @param handle any number
     * @return 0, or {@code -EINVAL} if it is none, or is being closed already
     */
    public int closeHandle(int handle) {
        GemObject<?> object = handles.beginClose(handle);
        if (object == null) {
            return Errno.EINVAL.negated();
        }
        try {
            object.releaseHandle(this, handle);
        } finally {
            handles.release(handle);
        }
        return 0;
    }

    /**
     * An ioctl on this file. Never throws for anything the caller did: a bad segment is EFAULT, a closed file EBADF.
     *
     * @param number the ioctl number
     * @param argument the struct, and behind it whatever its addresses point to
     * @return 0 or more, or {@code -errno}
     */
    public int ioctl(int number, MemorySegment argument) {
        if (!get()) {
            return EBADF;
        }
        try {
            if (SecurityHooks.isActive()) {
                int denied = security.ioctlSlow(number, argument.address());
                if (denied < 0) {
                    return denied;
                }
            }
            return Dispatch.ioctl(this, number, argument);
        } finally {
            put();
        }
    }

    /**
     * Maps an object by its fake offset, shared: {@code mmap(fd, offset, length)}.
     *
     * @param offset exactly an object's offset
     * @param length bytes, rounded up to pages; at most the object's length
     * @param protection {@code PROT_*}
     * @return the mapping, which the caller unmaps
     * @throws ErrnoException EBADF for a closed file; EACCES if the file is not open for that, or has no handle on the
     *     object; ENODEV when unplugged; EINVAL if no object starts there, it is too short, gone, or cannot be mapped;
     *     ENOMEM
     */
    public GemVma mmap(long offset, long length, int protection) {
        if (!get()) {
            throw mmapError(Errno.EBADF, offset, length);
        }
        boolean done = false;
        try {
            GemVma vma = mapInSection(offset, length, protection);
            done = true;
            return vma;
        } finally {
            if (!done) {
                put();
            }
        }
    }

    private ErrnoException mmapError(Errno errno, long offset, long length) {
        return new ErrnoException(
                errno,
                "mmap " + name + " offset=0x" + Long.toHexString(offset) + " length=" + length + " flags=0x"
                        + Integer.toHexString(flags));
    }

    private GemVma mapInSection(long offset, long length, int protection) {
        if (length <= 0 || length > Long.MAX_VALUE - Pages.SIZE || offset % Pages.SIZE != 0) {
            throw mmapError(Errno.EINVAL, offset, length);
        }
        int mode = flags & ACCESS_MODE;
        if (mode == Linux.O_WRONLY || (mode == Linux.O_RDONLY && (protection & Linux.PROT_WRITE) != 0)) {
            throw mmapError(Errno.EACCES, offset, length);
        }
        int token = device.enter();
        if (token < 0) {
            throw mmapError(Errno.ENODEV, offset, length);
        }
        try {
            long bytes = Pages.align(length);
            VmaNode<GemObject<?>> node = device.offsets().lookup(offset, bytes, DrmFile::takeReference);
            if (node == null) {
                throw mmapError(Errno.EINVAL, offset, length);
            }
            GemObject<?> object = node.object();
            long address = object.mayBeMappedBy(this) ? object.map(bytes, protection) : Errno.EACCES.negated();
            if (address < 0) {
                object.decRef();
                throw mmapError(Errno.fromErrno(address), offset, length);
            }
            GemVma vma = new GemVma(this, object, address, bytes, protection);
            device.maps().add(vma);
            return vma;
        } finally {
            device.exit(token);
        }
    }

    /** With the offset lock held: the object is not freed before its offset is, for which that lock is needed. */
    private static boolean takeReference(GemObject<?> object) {
        long header = object.headerOrZero();
        return header != 0 && GemHeader.tryGet(header);
    }

    /**
     * Waits for events: {@code drm_poll}. Also when the device is unplugged.
     *
     * @param events {@code POLL*}; POLLIN and POLLRDNORM are what there can be
     * @param timeoutNanos how long at most; negative waits for ever
     * @return the events that are there, 0 when the time is over, {@code -EBADF} for a closed file, {@code -EINTR} if the
     *     thread is interrupted, which it stays
     */
    public int poll(int events, long timeoutNanos) {
        if (!get()) {
            return EBADF;
        }
        try {
            return timeoutNanos == 0 && this.events == null ? 0 : events().poll(events, timeoutNanos);
        } finally {
            put();
        }
    }

    /**
     * Reads events: {@code drm_read}. Whole ones only, as many as fit; waits for the first unless the file is open with
     * O_NONBLOCK. Also when the device is unplugged.
     *
     * @param into where to; 0 bytes are read if it is shorter than the first event
     * @return how many bytes, or {@code -errno}: EBADF for a closed file or one not open for reading, EAGAIN, EINTR, EFAULT;
     *     then no event is lost
     */
    public int read(MemorySegment into) {
        if ((flags & ACCESS_MODE) == Linux.O_WRONLY || !get()) {
            return EBADF;
        }
        try {
            return events().read(into, (flags & Linux.O_NONBLOCK) == 0);
        } finally {
            put();
        }
    }

    /**
     * The file for an {@code Epoll} of this process: readable while there is an event.
     *
     * @return what to watch; registering it fails with ESHUTDOWN once the file is closed
     */
    public PollSource pollSource() {
        return events();
    }

    /**
     * Announces an event: {@code drm_event_reserve_init}. A file has room for 4096 bytes of events that were announced and not
     * read.
     *
     * @param event a {@code struct drm_event} and what follows it, its length set; the queue's from now on
     * @return the event, to be sent or cancelled
     * @throws ErrnoException ENOMEM if there is no room
     * @throws IllegalArgumentException if the length in the struct is not that of the array
     */
    public PendingEvent reserveEvent(byte[] event) {
        MemorySegment view = MemorySegment.ofArray(event);
        if (event.length < DrmEvent.SIZEOF || view.get(ValueLayout.JAVA_INT_UNALIGNED, 4) != event.length) {
            throw new IllegalArgumentException("event says another length than it has: length=" + event.length);
        }
        return events().reserve(event);
    }

    private EventQueue events() {
        EventQueue known = events;
        if (known == null) {
            EventQueue made = new EventQueue();
            known = (EventQueue) EVENTS.compareAndExchange(this, null, made);
            if (known == null) {
                return made;
            }
            made.close();
        }
        return known;
    }

    /** Gives the opener's reference back; does nothing the second time. */
    public void close() {
        if (CLOSED.compareAndSet(this, false, true)) {
            put();
        }
    }

    /** A reference for a call; false once the opener has closed: {@code fdget}. */
    private boolean get() {
        if (closed) {
            return false;
        }
        int now;
        do {
            now = users;
            if (now == 0) {
                return false;
            }
        } while (!USERS.weakCompareAndSetAcquire(this, now, now + 1));
        return true;
    }

    /** Drops a reference; the last one releases the file: {@code fput}. */
    void put() {
        if ((int) USERS.getAndAdd(this, -1) == 1) {
            release();
        }
    }

    /**
     * The end, in the kernel's order: events, sync objects, handles from the lowest up, master, the driver's state, the
     * device, at the very end the driver's module, whose code has run until here. A hook that throws does not stop the
     * rest; what it threw comes out at the end.
     */
    private void release() {
        Failures failures = new Failures();
        EventQueue queue = events;
        if (queue != null) {
            queue.close();
        }
        if (syncobjs != null) {
            syncobjs.close();
        }
        for (int handle = handles.nextLive(1); handle != 0; handle = handles.nextLive(handle + 1)) {
            int live = handle;
            failures.run(() -> closeHandle(live));
        }
        device.auth().release(this);
        failures.run(() -> postclose(device));
        if (!prime.isEmpty()) {
            Warn.warn("drm-prime-not-empty", "file of " + name + " closed with PRIME entries");
        }
        security.release();
        failures.run(device::decRef);
        failures.run(device::putOwner);
        LiveHandles.remove(handles);
        Live.FILES.add(-1); // at last: who sees no file any more finds nothing of it, whichever thread released it
        failures.rethrow();
    }

    @SuppressWarnings("unchecked") // a driver's files and devices have the driver's types
    private <D> void postclose(Device<D> opened) {
        Driver<D, F> driver = (Driver<D, F>) opened.driver();
        F state = inner;
        if (driver.postclose != null && state != null) {
            driver.postclose.accept(state);
        }
    }

    /** Collects what hooks throw. */
    private static final class Failures {
        private @Nullable RuntimeException first;

        void run(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }

        void rethrow() {
            if (first != null) {
                throw first;
            }
        }
    }

    Caller caller() {
        return caller;
    }

    /** The permission to map of a file with one handle on an object that no other file has. */
    MapPermission mayMapOnce() {
        return mayMapOnce;
    }

    HandleTable handles() {
        return handles;
    }

    FileSecurity security() {
        return security;
    }

    /** The handles on sync objects; only for drivers that have {@link Driver#SYNCOBJ}. */
    SyncobjTable syncobjs() {
        if (syncobjs == null) {
            throw new ErrnoException(Errno.EOPNOTSUPP, name + " has no sync objects");
        }
        return syncobjs;
    }

    PrimeTable prime() {
        return prime;
    }

    @Override
    public String toString() {
        return "drm file of " + name + (clientName.isEmpty() ? "" : " client " + clientName);
    }
}
