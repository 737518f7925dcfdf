package dev.ferrite.runtime.panic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ferrite.locks.lockdep.Lockdep;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import dev.ferrite.offheap.linux.Pages;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.log.LogTail;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.share.SharedRegion;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is prepared for a panic, and the panic itself.
 *
 * <p>In this order: records of level EMERG in the log; the end of the log on standard error; the notifiers; the code; the
 * screen in every lent picture; the screen in a file; the end. A step that throws is noted, and the next one is taken.
 *
 * <p>A panic takes no lock, and allocates nothing but for the stack of the one who panics, which is left out where there is
 * no memory for it, for the first log record of a thread that never logged, for the names of the locks it holds where the
 * lock validator is on, and 40 bytes a system call while the JVM has not compiled those.
 * For a full HD screen in a file it takes 0.21 to 0.24 s, most of it in code that was never compiled.
 *
 * <p>The first to panic does it. Others who panic meanwhile stop for ever, as the kernel's other processors do; a second
 * panic of the same thread, such as a notifier's, is noted and thrown back at it as {@link KernelBug}. Threads that do not
 * panic run on until the end: Java cannot stop them.
 */
public final class PanicHandler implements AutoCloseable {
    private static final String SUBSYSTEM = "panic";
    private static final int TAIL_BYTES = 64 * 1024;
    private static final int MESSAGE_BYTES = 2 * 1024;
    private static final int FRAMES = 12;
    private static final int FILE_MODE = 0644;

    private final PanicConfig config;
    private final AtomicReference<@Nullable Thread> panicking = new AtomicReference<>();
    private final CopyOnWriteArrayList<PanicNotifier> notifiers = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<PanicScanout> scanouts = new CopyOnWriteArrayList<>();
    private final Thread watchdog;
    private volatile boolean closed;
    private volatile boolean over;

    // All there before it is needed.
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment tail = arena.allocate(TAIL_BYTES);
    private final LogTail log;
    private final PanicText message = new PanicText(arena.allocate(MESSAGE_BYTES));
    private final PanicText line = new PanicText(arena.allocate(MESSAGE_BYTES));
    private final StringBuilder record = new StringBuilder(MESSAGE_BYTES);
    private final StringBuilder what = new StringBuilder(MESSAGE_BYTES);
    private final ScanoutBuffer buffer = new ScanoutBuffer();
    private final PanicScreen screen = new PanicScreen();
    private final PanicCode code;
    private final KernelBug nested = new KernelBug("panic while panicking");
    private final @Nullable PanicPng png;
    private final String fileName;
    private final MemorySegment file;
    private final @Nullable Mapping canvas;
    /** For others, should the JVM crash: only of a handler that is installed, and where there is a descriptor left. */
    private @Nullable SharedRegion note;

    private final ModuleLoader modules = ModuleLoader.system();
    private int troubles;

    PanicHandler(PanicConfig config) {
        this.config = config;
        this.log = new LogTail(config.log());
        String url = config.url();
        this.code = new PanicCode(url == null ? null : ascii(url), tail);
        this.png = config.picture() == null ? null : new PanicPng(config.width());
        this.fileName = config.picture() == null ? "" : config.picture().toString();
        this.file = arena.allocateFrom(fileName);
        // Mapped, not allocated: pages that no panic touches cost nothing.
        this.canvas = config.picture() == null
                ? null
                : Mapping.shared(
                        -1,
                        0,
                        Pages.align(4L * config.width() * config.height()),
                        Linux.PROT_READ | Linux.PROT_WRITE,
                        Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS);
        this.watchdog = Thread.ofPlatform().daemon().name("ferrite-panic").unstarted(this::watch);
    }

    private MemorySegment ascii(String text) {
        MemorySegment bytes = arena.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes.set(JAVA_BYTE, i, (byte) text.charAt(i));
        }
        return bytes;
    }

    void start() {
        watchdog.start();
    }

    /** Lets another process draw the screen if this one cannot: {@link CrashReport}. */
    void show() {
        try {
            note = PanicNote.show(config);
        } catch (ErrnoException e) {
            config.log().warn(SUBSYSTEM, "a crash of the JVM will draw no screen: " + e.getMessage());
        }
    }

    // ---- Who is told, and who lends

    /**
     * Adds somebody who is told, behind those that are there.
     *
     * @param notifier who
     * @return takes it away again
     */
    public Registration addNotifier(PanicNotifier notifier) {
        notifiers.add(notifier);
        return () -> notifiers.remove(notifier);
    }

    /**
     * Adds somebody who lends a picture: {@code drm_panic_register}.
     *
     * @param scanout who
     * @return takes it away again; a panic that has begun may still ask
     */
    public Registration addScanout(PanicScanout scanout) {
        scanouts.add(scanout);
        return () -> scanouts.remove(scanout);
    }

    /** Takes away what was added. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Whether a panic has begun.
     *
     * @return true from then on
     */
    public boolean isPanicking() {
        return panicking.get() != null;
    }

    // ---- The panic

    /**
     * Panics: {@code panic()}.
     *
     * @param why one sentence; allocates what its methods do
     * @return never, unless the configured end returns: then what to throw
     * @throws KernelBug if this thread panics already
     */
    public KernelBug panic(CharSequence why) {
        return panic(why, null);
    }

    /**
     * Panics because of something thrown.
     *
     * @param cause what was thrown
     * @return as {@link #panic(CharSequence)}
     * @throws KernelBug if this thread panics already
     */
    public KernelBug panic(Throwable cause) {
        String text = cause.getMessage();
        return panic(text == null ? cause.getClass().getName() : text, cause);
    }

    private KernelBug panic(CharSequence why, @Nullable Throwable cause) {
        Thread self = Thread.currentThread();
        if (!panicking.compareAndSet(null, self)) {
            if (self.equals(panicking.get())) {
                note("panic while panicking: ", why);
                throw nested;
            }
            stop();
        }
        LockSupport.unpark(watchdog);
        say(why, cause);
        print();
        tell();
        drawAll();
        over = true;
        config.end().run();
        return cause instanceof KernelBug bug ? bug : new KernelBug(why.toString());
    }

    /** For one who comes second. */
    private static void stop() {
        while (true) {
            LockSupport.park();
            Thread.interrupted(); // an interrupt would make parking spin
        }
    }

    private void watch() {
        try {
            warmUp();
        } catch (RuntimeException | Error e) {
            // SAFETY: nothing was prepared by it that a panic cannot do itself, only later.
        }
        while (!closed && panicking.get() == null) {
            LockSupport.park(this);
        }
        long deadline = System.nanoTime() + config.patience().toNanos();
        while (!closed && !over) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                config.end().run();
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }

    /** One small screen into nowhere, with tools of its own: so that a panic need not load and link classes any more. */
    private static void warmUp() {
        byte[] some = "[    0.000000] x: y\n".getBytes(US_ASCII);
        MemorySegment memory = Arena.ofAuto().allocate(some.length).copyFrom(MemorySegment.ofArray(some));
        PanicCode code = new PanicCode(memory.asSlice(0, 1), memory);
        int side = 4 * ScanoutBuffer.MIN_SIDE;
        ScanoutBuffer picture = new ScanoutBuffer();
        picture.set(Arena.ofAuto().allocate(4L * side * side, 4), side, side, 4L * side);
        PanicText why =
                new PanicText(Arena.ofAuto().allocate(8)).clear().add("x").add(1);
        new PanicScreen().draw(picture, why, memory, 0, code.modules(), code.make(0, side / 2));
    }

    // ---- What happened

    private void say(CharSequence why, @Nullable Throwable cause) {
        try {
            message.clear().add(why);
            what.append(why);
            emergency("Kernel panic - not syncing: ", why);
            Thread self = Thread.currentThread();
            record.setLength(0);
            record.append("PID: ").append(Linux.getpid()).append(" TID: ").append(Linux.gettid());
            record.append(" Comm: ").append(self.getName());
            Runtime jvm = Runtime.getRuntime();
            record.append(" Heap: ").append((jvm.totalMemory() - jvm.freeMemory()) >> 20);
            record.append(" of ").append(jvm.maxMemory() >> 20).append(" MiB");
            config.log().log(LogLevel.EMERG, SUBSYSTEM, record);
            record.setLength(0);
            modules.printModules(record);
            config.log().log(LogLevel.EMERG, SUBSYSTEM, record);
        } catch (Throwable t) {
            troubles++;
        }
        if (Lockdep.ON) {
            try {
                Lockdep.ownHeld().lines().forEach(this::emergency);
            } catch (Throwable t) {
                troubles++;
            }
        }
        if (config.trace()) {
            try {
                trace(cause);
            } catch (Throwable t) {
                troubles++; // no memory for it, or no stack left
            }
        }
        try {
            // Once more, as the kernel does: the shortest tail still says why.
            record.setLength(0);
            record.append("---[ end Kernel panic - not syncing: ").append(why).append(" ]---");
            config.log().log(LogLevel.EMERG, SUBSYSTEM, record);
        } catch (Throwable t) {
            troubles++;
        }
    }

    private void emergency(String what) {
        emergency(what, "");
    }

    private void emergency(String what, CharSequence why) {
        record.setLength(0);
        record.append(what).append(why);
        config.log().log(LogLevel.EMERG, SUBSYSTEM, record);
    }

    private void note(String what, CharSequence why) {
        troubles++;
        try {
            line.clear().add("panic: ").add(what).add(why).add("\n");
            write(line);
        } catch (Throwable t) {
            troubles++;
        }
    }

    private void trace(@Nullable Throwable cause) {
        Throwable from = cause == null ? new Throwable() : cause;
        for (int depth = 0; from != null && depth < 4; depth++, from = from.getCause()) {
            if (cause == null) {
                emergency("Call trace:", "");
            } else {
                emergency(depth == 0 ? "Call trace: " : "Caused by: ", from.toString());
            }
            int shown = 0;
            for (StackTraceElement frame : from.getStackTrace()) {
                if (frame.getClassName().equals(PanicHandler.class.getName())
                        || frame.getClassName().equals(Panic.class.getName())) {
                    continue;
                }
                if (shown++ == FRAMES) {
                    emergency(" ...", "");
                    break;
                }
                emergency(" ", frame.toString());
            }
        }
    }

    private void print() {
        try {
            long from = log.copy(tail, config.printed());
            line.clear().add("---[ kernel panic: the last ").add(log.records()).add(" records of the log ]---\n");
            write(line);
            PanicPng.writeAll(config.errors(), tail.address() + from, tail.byteSize() - from);
        } catch (Throwable t) {
            troubles++;
        }
    }

    private void write(PanicText text) {
        PanicPng.writeAll(config.errors(), text.memory().address(), text.length());
    }

    // ---- Who is told

    private void tell() {
        for (int i = 0; i < notifiers.size(); i++) {
            try {
                notifiers.get(i).panicking(what);
            } catch (Throwable t) {
                troubles++;
            }
        }
    }

    // ---- The screen

    private void drawAll() {
        long from = tail.byteSize();
        try {
            from = log.copy(tail, Integer.MAX_VALUE);
        } catch (Throwable t) {
            troubles++;
        }
        int width = config.width();
        int height = config.height();
        for (int i = 0; i < scanouts.size(); i++) {
            try {
                PanicScanout scanout = scanouts.get(i);
                if (scanout.lend(buffer)) {
                    draw(from);
                    scanout.flush();
                    if (buffer.width() <= config.width() && buffer.height() <= config.height()) {
                        width = buffer.width();
                        height = buffer.height();
                    }
                }
            } catch (Throwable t) {
                troubles++;
            }
        }
        long written = 1;
        try {
            if (png != null && canvas != null) {
                // Never from a lent buffer: whoever rendered into it when we came may still finish what it had begun.
                buffer.set(canvas.segment(), width, height, 4L * width);
                draw(from);
                written = save(png);
            }
        } catch (Throwable t) {
            troubles++;
        }
        farewell(written);
    }

    private void draw(long from) {
        int side = PanicScreen.codeSide(buffer.width(), buffer.height());
        int width = code.make(from, side);
        screen.draw(buffer, message, tail, from, code.modules(), width);
    }

    private long save(PanicPng writer) {
        int fd =
                Linux.open(file.address(), Linux.O_WRONLY | Linux.O_CREAT | Linux.O_TRUNC | Linux.O_CLOEXEC, FILE_MODE);
        if (fd < 0) {
            return fd;
        }
        long result = writer.write(buffer, fd);
        Linux.close(fd);
        return result;
    }

    private void farewell(long written) {
        try {
            line.clear();
            if (written == 0) {
                line.add("panic: the screen is in ").add(fileName);
                line.add(", its code holds ").add(code.lines()).add(" lines of the log\n");
            } else if (written < 0) {
                line.add("panic: the screen could not be written: ");
                line.add(Errno.fromErrno(written).message()).add("\n");
            }
            if (troubles > 0) {
                line.add("panic: troubles on the way: ").add(troubles).add("\n");
            }
            write(line);
        } catch (Throwable t) {
            troubles++;
        }
    }

    /** Gives it up; a panic that has begun goes on. Does nothing the second time. */
    @Override
    public void close() {
        Panic.forget(this);
        closed = true;
        LockSupport.unpark(watchdog);
        if (canvas != null && !isPanicking()) {
            canvas.close();
        }
        SharedRegion shown = note;
        if (shown != null) {
            shown.close();
        }
    }
}
