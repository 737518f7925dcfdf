package dev.ferrite.drm.fuzz;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.client.GemMapping;
import dev.ferrite.drm.core.Caller;
import dev.ferrite.drm.fuzz.Model.File;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntSupplier;

/** Files that many threads use and close at once: calls meet in every way there is, and only some answers are determined. */
final class Wild implements AutoCloseable {
    private static final int FILES = 4;

    /** What a call can be told that depends on what others do. */
    private static final Set<Integer> POSSIBLE = Set.of(
            Model.ENOENT,
            Model.EBADF,
            Model.EACCES,
            Model.EBUSY,
            Model.ENODEV,
            Model.EINVAL,
            Model.ENOMEM,
            Model.ETIME,
            Model.EALREADY,
            Model.ENOSPC,
            -38,
            Model.EOPNOTSUPP);

    private record Opened(EmulatedNode node, File file) {}

    private final Bench bench;
    private final IntSupplier phase;
    private final AtomicReferenceArray<Opened> files = new AtomicReferenceArray<>(FILES);

    Wild(Bench bench, IntSupplier phase) {
        this.bench = bench;
        this.phase = phase;
        for (int i = 0; i < FILES; i++) {
            files.set(i, open(i % 2 == 0));
        }
    }

    /** What the call maker and the part of the model that needs no state want to know of a file. */
    private Opened open(boolean render) {
        EmulatedNode node = EmulatedNode.open(render ? bench.render : bench.card, Linux.O_RDWR, Caller.privileged());
        return new Opened(node, new File(render, true, Linux.O_RDWR));
    }

    Guest guest(Random random, int foreignFd, int eventfd) {
        return new Guest(random, foreignFd, eventfd);
    }

    @Override
    public void close() {
        for (int i = 0; i < FILES; i++) {
            Opened last = files.getAndSet(i, null);
            if (last != null) {
                last.node.close();
            }
        }
    }

    /** One thread. */
    final class Guest implements AutoCloseable {
        private final Random random;
        private final Maker maker;
        private final Argument argument = new Argument();
        private final Model model = new Model(true, true, "");
        private final File nobody = new File(true, true, Linux.O_RDWR);
        private final List<Integer> fds = new ArrayList<>();
        private final List<GemMapping> mappings = new ArrayList<>();
        private String doing = "nothing yet";
        long calls;

        private Guest(Random random, int foreignFd, int eventfd) {
            this.random = random;
            this.maker = new Maker(random);
            this.model.foreignFd = foreignFd;
            this.model.eventfd = eventfd;
        }

        void play(int steps) {
            try {
                for (int i = 0; i < steps; i++) {
                    step();
                }
            } catch (RuntimeException | Error e) {
                throw new AssertionError("on common files, " + doing + ": " + e.getMessage(), e);
            }
        }

        private void step() {
            calls++;
            Opened opened = files.get(random.nextInt(FILES));
            if (opened == null) {
                return;
            }
            switch (random.nextInt(20)) {
                case 0 -> replace();
                case 1, 2 -> map(opened);
                case 3 -> unmap();
                default -> ioctl(opened);
            }
        }

        /** Closes a file under the calls on it. */
        private void replace() {
            doing = "close";
            int index = random.nextInt(FILES);
            Opened now = null;
            try {
                now = open(index % 2 == 0);
            } catch (ErrnoException e) {
                check(
                        e.errno().negated() == Model.ENODEV && phase.getAsInt() != Player.THERE,
                        e.errno().negated());
            }
            Opened before = files.getAndSet(index, now);
            if (before != null) {
                before.node.close();
            }
        }

        private void ioctl(Opened opened) {
            for (int i = 1; i < 12; i++) {
                nobody.handles.put(i, NO_OBJECT); // handles worth trying
                nobody.syncs.put(i, NO_SYNC);
            }
            int number = maker.next(model, nobody, argument);
            doing = "ioctl 0x" + Integer.toHexString(number) + " with " + argument;
            int before = phase.getAsInt();
            int actual = opened.node.ioctl(number, argument.segment());
            int nr = number & 0xFF;
            if (actual == 0 && Maker.GIVE_DESCRIPTORS.contains(number)) {
                fds.add(argument.segment().get(ValueLayout.JAVA_INT, nr == 0x48 ? 0 : 8));
            }
            if (actual == Model.EBADF) {
                return;
            }
            if (actual == Model.ENODEV) {
                check(phase.getAsInt() != Player.THERE, actual);
                return;
            }
            check(before != Player.GONE, actual);
            int early = model.beforeHandler(number, argument);
            if (early < 0) {
                check(actual == early, actual);
            } else {
                check(actual >= 0 || nr == 0x42 || actual == Model.EFAULT || POSSIBLE.contains(actual), actual);
            }
        }

        private void map(Opened opened) {
            long offset = (1L << 32) + random.nextInt(16) * (long) Model.PAGE;
            doing = "mmap";
            try {
                GemMapping mapping = opened.node.mmap(offset, Model.PAGE, Linux.PROT_READ | Linux.PROT_WRITE, true);
                mapping.segment().fill((byte) 1);
                mappings.add(mapping);
            } catch (ErrnoException e) {
                check(POSSIBLE.contains(e.errno().negated()), e.errno().negated());
            }
        }

        private void unmap() {
            doing = "unmap";
            if (!mappings.isEmpty()) {
                GemMapping mapping = mappings.remove(random.nextInt(mappings.size()));
                mapping.segment().fill((byte) 2);
                mapping.close();
            }
            if (!fds.isEmpty()) {
                Linux.close(fds.removeLast());
            }
        }

        private void check(boolean allowed, int actual) {
            if (!allowed) {
                throw new AssertionError("answer is " + actual);
            }
        }

        @Override
        public void close() {
            mappings.forEach(GemMapping::close);
            fds.forEach(Linux::close);
            argument.close();
        }
    }

    private static final Model.Obj NO_OBJECT = new Model.Obj(Model.PAGE, Model.Kind.BASE);
    private static final Syncs.Sync NO_SYNC = new Syncs.Sync(null);
}
