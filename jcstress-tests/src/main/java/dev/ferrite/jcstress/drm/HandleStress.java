package dev.ferrite.jcstress.drm;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.ferrite.drm.core.BaseObject;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.core.Device;
import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.core.DriverInfo;
import dev.ferrite.drm.core.DriverObject;
import dev.ferrite.drm.core.DrmFile;
import dev.ferrite.drm.core.DrmNodes;
import dev.ferrite.drm.core.GemObject;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.core.Registration;
import dev.ferrite.drm.uapi.DrmGemFlink;
import dev.ferrite.drm.uapi.DrmGemOpen;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;

/**
 * Lookups in {@link DrmFile} against the close that drops the last reference, and against the next object, which gets the
 * same handle and, as likely as not, the same header.
 *
 * <p>One file for all states: they run side by side, so that headers and handles also go from one to another.
 */
public final class HandleStress {
    private static final long OLD = 4096;
    private static final long NEW = 8192;

    private static final Driver<String, Object> DRIVER = Driver.<String, Object>builder(
                    new DriverInfo(0, 0, 0, "stress", "Handles"))
            .features(Driver.GEM | Driver.RENDER)
            .build();
    private static final ARef<Device<String>> DEVICE = Device.create(DRIVER, "stress", made -> "stress");
    private static final Registration REGISTRATION = Registration.register(DEVICE.get());
    private static final DrmFile<?> FILE = DrmNodes.open(
            Objects.requireNonNull(DEVICE.get().nodeName(NodeType.RENDER)), Linux.O_RDWR, Caller.unprivileged());
    private static final DrmFile<?> PRIMARY = DrmNodes.open(
            Objects.requireNonNull(DEVICE.get().nodeName(NodeType.PRIMARY)), Linux.O_RDWR, Caller.privileged());
    private static final DriverObject<String, Life> HOOKS =
            new DriverObject<>((device, size) -> new Life(size), null, null, Life::end);

    private HandleStress() {}

    /** What belongs to an object until its last reference is gone. */
    private static final class Life {
        final long size;
        volatile boolean over;

        Life(long size) {
            this.size = size;
        }

        void end() {
            over = true;
        }
    }

    /** A new object whose handle is its only owner; the handle. */
    private static int create(long size) {
        if (REGISTRATION == null) {
            throw new IllegalStateException("the device is registered first");
        }
        try (var object = BaseObject.create(DEVICE.get(), size, HOOKS)) {
            return object.get().createHandle(FILE);
        }
    }

    @JCStressTest
    @Description("A length asked for without a reference is that of an object the handle had, or ENOENT.")
    @Outcome(id = "4096", expect = ACCEPTABLE, desc = "The first object.")
    @Outcome(id = "8192", expect = ACCEPTABLE, desc = "The next one, with the same handle.")
    @Outcome(id = "-2", expect = ACCEPTABLE, desc = "ENOENT: between the two, or after.")
    @Outcome(expect = FORBIDDEN, desc = "Neither's length.")
    @State
    public static class SizeRacesReuse {
        private final Meeting meeting = new Meeting();
        private final int handle = create(OLD);
        private int next;

        @Actor
        public void closer() {
            meeting.await();
            FILE.closeHandle(handle);
            next = create(NEW);
        }

        @Actor
        public void asker(J_Result r) {
            meeting.await();
            r.r1 = FILE.sizeOf(handle);
        }

        @Arbiter
        public void end() {
            FILE.closeHandle(next);
        }
    }

    @JCStressTest
    @Description("A reference that a lookup got is on an object that the handle had, and keeps it.")
    @Outcome(id = "0", expect = ACCEPTABLE, desc = "ENOENT.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "An object, alive until the reference is given back.")
    @Outcome(id = "-1", expect = FORBIDDEN, desc = "It ended under the reference.")
    @Outcome(id = "-2", expect = FORBIDDEN, desc = "The object and its data do not belong together.")
    @State
    public static class ReferenceRacesReuse {
        private final Meeting meeting = new Meeting();
        private final int handle = create(OLD);
        private int next;

        @Actor
        public void closer() {
            meeting.await();
            FILE.closeHandle(handle);
            next = create(NEW);
        }

        @Actor
        public void user(I_Result r) {
            meeting.await();
            GemObject<?> object = FILE.lookupOrNull(handle);
            if (object != null) {
                Life life = (Life) object.data();
                boolean same = object.size() == life.size;
                Thread.onSpinWait();
                r.r1 = life.over ? -1 : same ? 1 : -2;
                object.decRef();
            }
        }

        @Arbiter
        public void end() {
            FILE.closeHandle(next);
        }
    }

    /** Which of the two objects a length is of: they come in this order, with none between them. */
    private static int which(long size) {
        return size == OLD ? 0 : size == NEW ? 2 : 1;
    }

    private static int whichIsFound(int handle) {
        GemObject<?> object = FILE.lookupOrNull(handle);
        if (object == null) {
            return 1;
        }
        long size = object.size();
        object.decRef();
        return which(size);
    }

    @JCStressTest
    @Description("Lengths and references agree on when a handle is live, also while others keep the objects alive.")
    @Outcome(
            id = {
                "0, 0, 0", "0, 0, 1", "0, 0, 2", "0, 1, 1", "0, 1, 2", "0, 2, 2", "1, 1, 1", "1, 1, 2", "1, 2, 2",
                "2, 2, 2"
            },
            expect = ACCEPTABLE,
            desc = "The old one, none, the new one, in this order.")
    @Outcome(expect = FORBIDDEN, desc = "What is found later is what was there before.")
    @State
    public static class LengthsAndReferences {
        private final Meeting meeting = new Meeting();
        private final ARef<BaseObject<Life>> before = BaseObject.create(DEVICE.get(), OLD, HOOKS);
        private final ARef<BaseObject<Life>> after = BaseObject.create(DEVICE.get(), NEW, HOOKS);
        private final int handle = before.get().createHandle(FILE);
        private int next;

        @Actor
        public void closer() {
            meeting.await();
            FILE.closeHandle(handle);
            next = after.get().createHandle(FILE);
        }

        @Actor
        public void asker(III_Result r) {
            meeting.await();
            r.r1 = which(FILE.sizeOf(handle));
            r.r2 = whichIsFound(handle);
            r.r3 = which(FILE.sizeOf(handle));
        }

        @Arbiter
        public void end() {
            FILE.closeHandle(next);
            before.close();
            after.close();
        }
    }

    @JCStressTest
    @Description("One of two closers wins, and neither finds the handle after its call, whatever the other does.")
    @Outcome(id = "0, 1, -22, 1", expect = ACCEPTABLE, desc = "The first one.")
    @Outcome(id = "-22, 1, 0, 1", expect = ACCEPTABLE, desc = "The other one.")
    @Outcome(expect = FORBIDDEN, desc = "Both, none, or it is still there.")
    @State
    public static class TwoClosers {
        private final Meeting meeting = new Meeting();
        private final ARef<BaseObject<Life>> object = BaseObject.create(DEVICE.get(), OLD, HOOKS);
        private final int handle = object.get().createHandle(FILE);

        @Actor
        public void one(IIII_Result r) {
            meeting.await();
            r.r1 = FILE.closeHandle(handle);
            r.r2 = Math.min(which(FILE.sizeOf(handle)), whichIsFound(handle));
        }

        @Actor
        public void other(IIII_Result r) {
            meeting.await();
            r.r3 = FILE.closeHandle(handle);
            r.r4 = Math.min(whichIsFound(handle), which(FILE.sizeOf(handle)));
        }

        @Arbiter
        public void end() {
            object.close();
        }
    }

    @JCStressTest
    @Description("The last handle goes while a name is given: without the name lock, unless the name came first.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Named first; the name went with the handle.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "No handle any more, so no name.")
    @Outcome(expect = FORBIDDEN, desc = "A name outlived the last handle.")
    @State
    public static class NameRacesLastHandle {
        private final Meeting meeting = new Meeting();
        private final ARef<BaseObject<Life>> object = BaseObject.create(DEVICE.get(), OLD, HOOKS);
        private final int handle = object.get().createHandle(PRIMARY);
        private int name;

        @Actor
        public void closer() {
            meeting.await();
            PRIMARY.closeHandle(handle);
        }

        @Actor
        public void namer(II_Result r) {
            meeting.await();
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment args = arena.allocate(DrmGemFlink.LAYOUT);
                DrmGemFlink.handle(args, handle);
                if (PRIMARY.ioctl(DrmH.DRM_IOCTL_GEM_FLINK, args) == 0) {
                    name = DrmGemFlink.name(args);
                    r.r1 = 1;
                }
            }
        }

        @Arbiter
        public void end(II_Result r) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment args = arena.allocate(DrmGemOpen.LAYOUT);
                DrmGemOpen.name(args, name);
                r.r2 = name != 0 && PRIMARY.ioctl(DrmH.DRM_IOCTL_GEM_OPEN, args) == 0 ? 1 : 0;
            }
            object.close();
        }
    }
}
