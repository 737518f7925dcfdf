package dev.ferrite.drm.fuzz;

import dev.ferrite.drm.anon.AnonFile;
import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.core.Driver;
import dev.ferrite.drm.dmabuf.DmaBuf;
import dev.ferrite.drm.fuzz.Model.Answer;
import dev.ferrite.drm.fuzz.Model.File;
import dev.ferrite.drm.fuzz.Model.Kind;
import dev.ferrite.drm.fuzz.Model.Obj;
import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.vram.Vram;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * One thread that makes calls on files of its own and on the model, and compares every answer: number, bytes, and what is
 * alive.
 */
final class Player implements AutoCloseable {
    /** Unplug has not begun, is going on, is over. */
    static final int THERE = 0;

    static final int GOING = 1;
    static final int GONE = 2;

    /** Stands for a read of events among the calls that succeeded. */
    static final int READ = 0x100;

    /** Once in so many thousand steps: most of an episode is to have a device. */
    private static final int UNPLUG_RARELY = 4;

    private static final int FILES = 6;
    private static final int MAPPINGS = 8;

    private record Slot(EmulatedNode node, File file) {}

    private record Mapped(GemMapping mapping, File file, Obj object, boolean writable) {}

    private final Bench bench;
    private final Vram vram;
    private final Model model;
    private final Random random;
    private final Maker maker;
    private final IntSupplier phase;
    private final Argument argument = new Argument();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Mapped> mappings = new ArrayList<>();

    /** The last call, for the message of a failure. */
    private String doing = "nothing yet";

    /** Calls made. */
    long calls;

    /** Which calls succeeded, and which errors were seen. */
    final Set<Integer> succeeded = new HashSet<>();

    final Set<Integer> errors = new HashSet<>();

    /** The same by call: number in the upper half, errno in the lower. */
    final Set<Long> errorsByCall = new HashSet<>();

    /**
     * @param shared whether others play on the device, too
     * @param phase how far unplug is; what others do, not this player
     */
    Player(Bench bench, boolean shared, Random random, int foreignFd, int eventfd, IntSupplier phase) {
        this.bench = bench;
        this.vram = Objects.requireNonNull(bench.device.get().data().vram());
        boolean syncobjs = bench.device.get().driver().has(Driver.SYNCOBJ_TIMELINE);
        this.model = new Model(shared, syncobjs, "test:0");
        this.model.foreignFd = foreignFd;
        this.model.eventfd = eventfd;
        this.random = random;
        this.maker = new Maker(random);
        this.phase = phase;
    }

    void play(int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                step();
                if (!model.shared && i % 50 == 0) {
                    checkCounts();
                }
            }
        } catch (RuntimeException | Error e) {
            throw new AssertionError("step " + calls + ", " + doing + ": " + e.getMessage(), e);
        }
    }

    private void step() {
        calls++;
        int choice = random.nextInt(1000);
        if (slots.isEmpty() || choice < 20) {
            open();
        } else if (choice < 35) {
            closeFile(slots.get(random.nextInt(slots.size())));
        } else if (choice < 65) {
            closeDescriptor();
        } else if (choice < 165) {
            map(slots.get(random.nextInt(slots.size())));
        } else if (choice < 245) {
            touch();
        } else if (choice < 260) {
            poll(slots.get(random.nextInt(slots.size())));
        } else if (choice < 290) {
            read(slots.get(random.nextInt(slots.size())));
        } else if (choice == 290 && !model.shared && random.nextInt(UNPLUG_RARELY) == 0) {
            takeAway();
        } else {
            ioctl(slots.get(random.nextInt(slots.size())));
        }
    }

    // ---- Files

    private void open() {
        if (slots.size() >= FILES && !slots.removeIf(slot -> slot.file.closed)) {
            return;
        }
        boolean render = random.nextBoolean();
        boolean privileged = random.nextInt(3) == 0;
        int flags = switch (random.nextInt(10)) {
            case 0 -> Linux.O_RDWR | Linux.O_EXCL;
            case 1 -> Linux.O_RDONLY;
            case 2 -> Linux.O_WRONLY;
            default -> Linux.O_RDWR;
        };
        flags |= random.nextBoolean() ? Linux.O_NONBLOCK : 0;
        doing = "open render=" + render + " flags=" + flags;
        int expected =
                model.unplugged || model.unregistered ? Model.ENODEV : (flags & Linux.O_EXCL) != 0 ? Model.EBUSY : 0;
        boolean gone = isGone();
        try {
            EmulatedNode node = EmulatedNode.open(
                    render ? bench.render : bench.card,
                    flags,
                    privileged ? Caller.privileged() : Caller.unprivileged());
            slots.add(new Slot(node, model.open(render, privileged, flags)));
            expect(0, expected);
        } catch (ErrnoException e) {
            int actual = e.errno().negated();
            expect(actual, gone || isGoing(actual) ? Model.ENODEV : expected);
        }
    }

    private void closeFile(Slot slot) {
        doing = "close";
        slot.node.close();
        if (!slot.file.closed) {
            model.close(slot.file);
        }
    }

    private void poll(Slot slot) {
        doing = "poll";
        int ready = slot.file.events.isEmpty() ? 0 : Linux.POLLIN;
        expect(slot.node.poll(Linux.POLLIN, 0), slot.file.closed ? Model.EBADF : ready);
    }

    private void read(Slot slot) {
        byte[] expected = new byte[new int[] {0, 7, 8, 40, 300, 4096}[random.nextInt(6)]];
        byte[] actual = new byte[expected.length];
        doing = "read of " + expected.length + " bytes";
        Integer result = model.read(slot.file, ByteBuffer.wrap(expected));
        if (result != null) {
            expect(slot.node.read(MemorySegment.ofArray(actual)), result);
            expect(Arrays.mismatch(actual, expected), -1);
            if (result > 0) {
                succeeded.add(READ);
            }
        }
    }

    private void closeDescriptor() {
        List<Integer> open = model.descriptors();
        if (open.isEmpty()) {
            return;
        }
        int fd = open.get(random.nextInt(open.size()));
        doing = "close of descriptor " + fd;
        Linux.close(fd);
        model.fdClosed(fd);
        if (!model.shared) {
            AnonFile.reclaim();
            DmaBuf.reclaim(); // a bare close is noticed late; the counts want it now
        }
    }

    /** From here on without a device. */
    private void takeAway() {
        doing = "unplug";
        if (random.nextBoolean()) {
            bench.registration.unregister();
        } else {
            bench.registration.unplug();
            model.unplugged = true;
        }
        model.unregistered = true;
    }

    // ---- Calls

    private void ioctl(Slot slot) {
        int number = maker.next(model, slot.file, argument);
        doing = "ioctl 0x" + Integer.toHexString(number) + " on " + (slot.file.render ? "render" : "card")
                + (slot.file.privileged ? " privileged" : "") + " with " + argument;
        model.largestFree = model.shared ? vram.size() / 2 : vram.stats().largestFree();
        model.openHookError = !model.shared && random.nextInt(50) == 0 ? -5 : 0;
        bench.test.objectOpenError = model.openHookError;
        isGone();
        int actual = slot.node.ioctl(number, argument.segment());
        if (!model.unplugged && !slot.file.closed && isGoing(actual)) {
            return; // without effect; what memory looks like depends on where it was stopped
        }
        byte[] bytes = argument.after();
        Answer answer = model.answer(slot.file, number, argument, actual, bytes);
        expect(actual, answer.result);
        if (actual >= 0) {
            succeeded.add(number & 0xFF);
        } else {
            errors.add(actual);
            errorsByCall.add((long) (number & 0xFF) << 32 | -actual);
        }
        int differs = Arrays.mismatch(bytes, answer.bytes);
        if (differs >= 0) {
            throw new AssertionError("byte " + differs + " is " + bytes[differs] + ", expected " + answer.bytes[differs]
                    + ", result=" + actual);
        }
    }

    private void map(Slot slot) {
        long offset = maker.offset(model);
        Obj object = model.atOffset(offset);
        long size = object == null ? Model.PAGE : object.size;
        long length = switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> size + Model.PAGE;
            case 3 -> Long.MAX_VALUE;
            case 4 -> 1;
            default -> size;
        };
        boolean write = random.nextInt(4) > 0;
        doing = "mmap offset=0x" + Long.toHexString(offset) + " length=" + length + " write=" + write;
        if (length > 1 << 24 && length != Long.MAX_VALUE) {
            return;
        }
        isGone();
        int expected = model.mmap(slot.file, offset, length, write);
        try {
            GemMapping mapping = slot.node.mmap(
                    offset, length, Linux.PROT_READ | (write ? Linux.PROT_WRITE : 0), random.nextInt(16) > 0);
            if (object == null) {
                throw new AssertionError("mapped nothing");
            }
            mappings.add(new Mapped(mapping, slot.file, object, write));
            model.mapped(slot.file, object);
            expect(0, expected);
        } catch (ErrnoException e) {
            int actual = e.errno().negated();
            model.unplugged |= isGoing(actual);
            expect(actual, model.unplugged ? model.mmap(slot.file, offset, length, write) : expected);
        }
    }

    /** Looks at a page of a mapping and writes another value, or takes the mapping away. */
    private void touch() {
        if (mappings.isEmpty()) {
            return;
        }
        int index = random.nextInt(mappings.size());
        if (mappings.size() > MAPPINGS || random.nextInt(3) == 0) {
            doing = "unmap";
            unmap(mappings.remove(index));
            return;
        }
        Mapped mapped = mappings.get(index);
        doing = "access";
        long bytes = mapped.mapping.size();
        int page = bytes < 8 ? 0 : random.nextInt((int) ((bytes + Model.PAGE - 1) / Model.PAGE));
        if (bytes < 8) {
            mapped.mapping.segment().get(ValueLayout.JAVA_BYTE, 0);
            return;
        }
        long found = mapped.mapping.segment().get(ValueLayout.JAVA_LONG, (long) page * Model.PAGE);
        long expected = mapped.object.content.getOrDefault(page, 0L);
        if (found != expected && !model.unplugged && phase.getAsInt() == THERE) {
            throw new AssertionError("page " + page + " holds " + found + ", expected " + expected);
        }
        if (mapped.writable) {
            long value = random.nextLong();
            mapped.mapping.segment().set(ValueLayout.JAVA_LONG, (long) page * Model.PAGE, value);
            mapped.object.content.put(page, value);
        }
    }

    private void unmap(Mapped mapped) {
        mapped.mapping.close();
        model.unmapped(mapped.file, mapped.object);
    }

    // ---- Checks

    /** Whether the device was gone before a call began; the model knows then. */
    private boolean isGone() {
        model.unplugged |= phase.getAsInt() == GONE;
        return model.unplugged;
    }

    /** Whether an answer is that of a device which somebody is taking away at this moment. */
    private boolean isGoing(int actual) {
        return actual == Model.ENODEV && phase.getAsInt() != THERE;
    }

    private static void expect(int actual, int expected) {
        if (actual != expected) {
            throw new AssertionError("answer is " + actual + ", expected " + expected);
        }
    }

    private void checkCounts() {
        DrmLive live = DrmLive.now();
        long handles =
                model.files.stream().mapToLong(file -> file.handles.size()).sum();
        DrmLive expected = new DrmLive(
                1,
                model.files.size(),
                model.objects.size(),
                handles,
                mappings.size(),
                model.liveBufs(),
                model.liveSyncs,
                model.syncFds.size() + model.fenceFds.size(),
                1,
                model.objects.stream()
                        .filter(object -> object.kind == Kind.VRAM)
                        .count(),
                model.objects.stream()
                        .filter(object -> object.kind == Kind.VRAM)
                        .mapToLong(object -> object.size)
                        .sum());
        if (!live.equals(expected)) {
            throw new AssertionError("alive is " + live + ", expected " + expected);
        }
    }

    /** Gives everything back, in any order. */
    @Override
    public void close() {
        bench.test.objectOpenError = 0;
        List<Runnable> ends = new ArrayList<>();
        mappings.forEach(mapped -> ends.add(mapped.mapping::close));
        slots.forEach(slot -> ends.add(slot.node::close));
        model.descriptors().forEach(fd -> ends.add(() -> Linux.close(fd)));
        Collections.shuffle(ends, random);
        ends.forEach(Runnable::run);
        AnonFile.reclaim();
        argument.close();
    }
}
