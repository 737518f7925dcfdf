package dev.ferrite.drm.core;

import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.drm.ioctl.IoctlFlags;
import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.StructType;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A driver's description: the counterpart of {@code kernel::drm::driver::Driver} and {@code struct drm_driver}.
 *
 * <p>Built once, checked once, immutable. A hook that was not given is a null entry, and nothing runs in its place.
 *
 * <p>{@snippet :
 * static final Driver<NovaData, NovaFile> DRIVER = Driver.<NovaData, NovaFile>builder(INFO)
 *         .features(Driver.GEM | Driver.RENDER)
 *         .open(NovaFile::open)
 *         .ioctl(DRM_IOCTL_NOVA_GETPARAM, DrmNovaGetparam.TYPE, RENDER_ALLOW, NovaFile::getParam)
 *         .build();
 * }
 *
 * @param <D> the device's private data
 * @param <F> the driver's state of an open file
 */
public final class Driver<D, F> {
    /** Feature: buffer objects ({@code DRIVER_GEM}). */
    public static final int GEM = 1;

    /** Feature: a render node ({@code DRIVER_RENDER}). */
    public static final int RENDER = 1 << 3;

    /** Feature: sync objects ({@code DRIVER_SYNCOBJ}). */
    public static final int SYNCOBJ = 1 << 5;

    /** Feature: sync objects that are timelines ({@code DRIVER_SYNCOBJ_TIMELINE}); goes with {@link #SYNCOBJ}. */
    public static final int SYNCOBJ_TIMELINE = 1 << 6;

    private static final int ALL_FEATURES = GEM | RENDER | SYNCOBJ | SYNCOBJ_TIMELINE;
    private static final int TABLE_SIZE = 256;

    private final DriverInfo info;
    private final int features;
    private final IoctlEntry[] table = new IoctlEntry[TABLE_SIZE];

    final @Nullable Open<D, F> open;
    final @Nullable Consumer<? super F> postclose;
    final @Nullable Consumer<? super D> release;
    final @Nullable DumbCreate<D, F> dumbCreate;
    final @Nullable PrimeImport<D> primeImport;
    final boolean mapsDumb;

    /** {@code DriverFile::open}. */
    @FunctionalInterface
    public interface Open<D, F> {
        /**
         * Makes the driver's state of a new file, before the file has a master or a handle.
         *
         * @param device the device
         * @return the state
         * @throws dev.ferrite.offheap.errno.ErrnoException why the file cannot be opened; everything is undone, and
         *     postclose is not called
         */
        F open(Device<D> device);
    }

    /** {@code dumb_create}. */
    @FunctionalInterface
    public interface DumbCreate<D, F> {
        /**
         * Makes a plain buffer and a handle on it.
         *
         * @param device the device
         * @param args a {@code drm_mode_create_dumb}, checked; to be completed with handle, pitch and size
         * @param file the caller's file
         * @return 0, or {@code -errno}
         */
        long create(Device<D> device, MemorySegment args, DrmFile<F> file);
    }

    /** {@code gem_prime_import_sg_table}. */
    @FunctionalInterface
    public interface PrimeImport<D> {
        /**
         * Makes an object of a buffer that somebody else exported.
         *
         * @param device the device
         * @param buffer the buffer; the object takes a reference of its own
         * @return the object, with its first reference
         * @throws dev.ferrite.offheap.errno.ErrnoException why there can be none
         */
        ARef<? extends GemObject<?>> importFrom(Device<D> device, DmaBuf buffer);
    }

    private Driver(Builder<D, F> builder) {
        this.info = builder.info;
        this.features = builder.features;
        this.open = builder.open;
        this.postclose = builder.postclose;
        this.release = builder.release;
        this.dumbCreate = builder.dumbCreate;
        this.primeImport = builder.primeImport;
        this.mapsDumb = builder.mapsDumb || dumbCreate != null;
        CoreIoctls.fill(table, builder.mapsDumb);
        for (IoctlEntry entry : builder.entries) {
            if (entry != null) {
                table[IoctlNumber.nr(entry.number())] = entry;
            }
        }
    }

    /**
     * Starts a description.
     *
     * @param info version and names
     * @param <D> the device's private data
     * @param <F> the driver's state of an open file
     * @return the builder, with the feature {@link #GEM} and no hook
     */
    public static <D, F> Builder<D, F> builder(DriverInfo info) {
        return new Builder<>(info);
    }

    /**
     * Version and names.
     *
     * @return the info given at creation
     */
    public DriverInfo info() {
        return info;
    }

    /**
     * Whether the driver has a feature.
     *
     * @param feature one of the features
     * @return true if it has
     */
    public boolean has(int feature) {
        return (features & feature) == feature;
    }

    /** The slot of a call; null if it is empty. */
    @Nullable
    IoctlEntry entry(int nr) {
        return table[nr];
    }

    /**
     * Collects a description.
     *
     * @param <D> the device's private data
     * @param <F> the driver's state of an open file
     */
    public static final class Builder<D, F> {
        private final DriverInfo info;
        private final List<@Nullable IoctlEntry> entries = new ArrayList<>();
        private int features = GEM;
        private @Nullable Open<D, F> open;
        private @Nullable Consumer<? super F> postclose;
        private @Nullable Consumer<? super D> release;
        private @Nullable DumbCreate<D, F> dumbCreate;
        private @Nullable PrimeImport<D> primeImport;
        private boolean mapsDumb;

        private Builder(DriverInfo info) {
            this.info = info;
        }

        /**
         * Says what the driver can do.
         *
         * @param bits {@link Driver#GEM}, {@link Driver#RENDER}, {@link Driver#SYNCOBJ}, {@link Driver#SYNCOBJ_TIMELINE}, or
         *     several
         * @return this
         * @throws IllegalArgumentException if the core has no such feature
         */
        public Builder<D, F> features(int bits) {
            if ((bits & ~ALL_FEATURES) != 0) {
                throw new IllegalArgumentException("driver " + info.name() + ": the core has no such features: bits=0x"
                        + Integer.toHexString(bits & ~ALL_FEATURES));
            }
            this.features = bits;
            return this;
        }

        /**
         * Sets what happens when a file is opened.
         *
         * @param hook makes the state of the file
         * @return this
         */
        public Builder<D, F> open(Open<D, F> hook) {
            this.open = hook;
            return this;
        }

        /**
         * Sets what happens when a file is closed, after its last handle.
         *
         * @param hook gets the state of the file
         * @return this
         */
        public Builder<D, F> postclose(Consumer<? super F> hook) {
            this.postclose = hook;
            return this;
        }

        /**
         * Sets what happens when the last reference to a device is dropped.
         *
         * @param hook gets the private data; not called if its initialiser failed
         * @return this
         */
        public Builder<D, F> release(Consumer<? super D> hook) {
            this.release = hook;
            return this;
        }

        /**
         * Sets how plain buffers are made; without it the three calls for plain buffers answer ENOSYS.
         *
         * @param hook makes one
         * @return this
         */
        public Builder<D, F> dumbCreate(DumbCreate<D, F> hook) {
            this.dumbCreate = hook;
            return this;
        }

        /**
         * Sets how buffers of others become objects; without it PRIME import of such a buffer is EINVAL.
         *
         * @param hook makes one
         * @return this
         */
        public Builder<D, F> primeImport(PrimeImport<D> hook) {
            this.primeImport = hook;
            return this;
        }

        /**
         * Lets MODE_MAP_DUMB give the offset of any object, though the driver makes no plain buffers, and to clients of
         * render nodes, too. The kernel answers ENOSYS and EACCES there: a deliberate deviation for drivers whose own
         * create call makes mappable objects and whose own calls include none for the offset.
         *
         * @return this
         */
        public Builder<D, F> mapDumb() {
            this.mapsDumb = true;
            return this;
        }

        /**
         * Adds the next ioctl.
         *
         * @param number the number; the first has nr 0x40, each other one more than the one before
         * @param type the struct; its size must be the one in the number
         * @param flags {@link IoctlFlags}
         * @param handler what it does
         * @return this
         */
        public Builder<D, F> ioctl(int number, StructType<?> type, int flags, IoctlHandler<D, F> handler) {
            UserIoctlHandler<D, F> wrapped = (device, data, file, user) -> handler.handle(device, data, file);
            return userIoctl(number, type, flags, wrapped);
        }

        /**
         * Adds the next ioctl, one whose struct holds addresses.
         *
         * @param number the number; the first has nr 0x40, each other one more than the one before
         * @param type the struct; its size must be the one in the number
         * @param flags {@link IoctlFlags}
         * @param handler what it does
         * @return this
         */
        public Builder<D, F> userIoctl(int number, StructType<?> type, int flags, UserIoctlHandler<D, F> handler) {
            String call =
                    "driver " + info.name() + ": ioctl 0x" + Integer.toHexString(number) + " (" + type.name() + ") ";
            int nr = DrmH.DRM_COMMAND_BASE + entries.size();
            if (IoctlNumber.type(number) != DrmH.DRM_IOCTL_BASE) {
                throw new IllegalArgumentException(call + "is not of type 'd'");
            }
            if (IoctlNumber.nr(number) != nr || nr >= DrmH.DRM_COMMAND_END) {
                throw new IllegalArgumentException(call + "must follow without gap: nr=0x"
                        + Integer.toHexString(IoctlNumber.nr(number)) + " expected=0x" + Integer.toHexString(nr));
            }
            if (IoctlNumber.size(number) != type.sizeof()) {
                throw new IllegalArgumentException(
                        call + "has the wrong size: encoded=" + IoctlNumber.size(number) + " struct=" + type.sizeof());
            }
            if ((flags & ~IoctlFlags.ALL) != 0) {
                throw new IllegalArgumentException(call + "has unknown flags: flags=" + flags);
            }
            entries.add(new IoctlEntry(number, flags, true, handler));
            return this;
        }

        /**
         * Leaves the next number out, for good: a call to it is EINVAL. What a driver of the kernel in C has that begins above
         * 0x40; a gap that nobody said remains an error.
         *
         * @return this
         */
        public Builder<D, F> unused() {
            entries.add(null);
            return this;
        }

        /**
         * Finishes the description.
         *
         * @return the driver
         */
        public Driver<D, F> build() {
            return new Driver<>(this);
        }
    }
}
