package dev.ferrite.runtime.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogLevel;
import dev.ferrite.runtime.log.LogRecord;
import dev.ferrite.runtime.log.LogTail;
import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A panic with an end that returns, so that what it did can be looked at. */
@Timeout(60)
class PanicHandlerTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    Path folder;

    private final KernelLog log = KernelLog.create(64 * 1024);
    private final AtomicInteger ends = new AtomicInteger();
    private Path printed = Path.of("");
    private int errors;

    @BeforeEach
    void openErrors() {
        printed = folder.resolve("errors");
        errors = Linux.open(printed.toString(), Linux.O_WRONLY | Linux.O_CREAT, 0600);
        assertThat(errors).isNotNegative();
    }

    @AfterEach
    void closeErrors() {
        Linux.close(errors);
    }

    private PanicConfig config() {
        return PanicConfig.defaults().withLog(log).withPrinted(errors, 36).withEnd(LONG, ends::incrementAndGet);
    }

    private void talk(int lines) {
        Random random = new Random(3);
        for (int i = 0; i < lines; i++) {
            log.logf(
                    LogLevel.INFO,
                    i % 3 == 0 ? "nova" : i % 3 == 1 ? "drm" : "boot",
                    "buffer %d: handle %d at 0x%08x, %d KiB",
                    i,
                    i % 7,
                    random.nextInt(),
                    4 << i % 5);
        }
    }

    // ---- What is printed and logged

    @Test
    void printsTheEndOfTheLogAndWhatHappened() throws Exception {
        talk(50);
        PanicHandler handler = Panic.prepare(config());
        KernelBug thrown = handler.panic("the buddy allocator lost a block");

        assertThat(thrown).hasMessage("the buddy allocator lost a block");
        assertThat(ends).hasValue(1);
        assertThat(handler.isPanicking()).isTrue();
        List<String> lines = Files.readAllLines(printed);
        assertThat(lines.getFirst()).isEqualTo("---[ kernel panic: the last 36 records of the log ]---");
        assertThat(lines).hasSize(37);
        assertThat(lines.getLast())
                .endsWith("panic: ---[ end Kernel panic - not syncing: the buddy allocator lost a block ]---");
        List<String> logged = log.snapshot().stream().map(LogRecord::line).toList();
        assertThat(lines.subList(1, 37)).isEqualTo(logged.subList(logged.size() - 36, logged.size()));
        assertThat(String.join("\n", lines))
                .contains("panic: Kernel panic - not syncing: the buddy allocator lost a block")
                .contains("PID: " + ProcessHandle.current().pid() + " TID: ")
                .contains(" Comm: " + Thread.currentThread().getName())
                .contains("panic: Modules linked in:")
                .contains("panic: Call trace:")
                .contains(PanicHandlerTest.class.getName() + ".printsTheEndOfTheLog");
    }

    @Test
    void aThrownBugIsShownWithItsStackAndCauses() throws Exception {
        KernelBug bug = new KernelBug("count=-1", new IllegalStateException("closed twice"));
        assertThat(Panic.prepare(config()).panic(bug)).isSameAs(bug);
        assertThat(Files.readString(printed))
                .contains("panic: Kernel panic - not syncing: count=-1")
                .contains("Call trace: " + bug)
                .contains("Caused by: java.lang.IllegalStateException: closed twice");
    }

    @Test
    void aLogTailIsTheLinesOfItsRecordsWhateverTheyHold() {
        log.info("", "nobody");
        log.warn("drm", "two\nlines\n\n");
        log.err("x", "bell \u0007, next \u0085, delete \u007f, tab \t, é, \u20ac, \ud83d\ude00");
        log.info("long", "y".repeat(log.maxMessageBytes() + 10));
        log.info("newlines", "\n".repeat(900) + "end");
        log.info("last", "");
        MemorySegment memory = Arena.ofAuto().allocate(64 * 1024);
        LogTail tail = new LogTail(log);
        long from = tail.copy(memory, 100);
        String text = utf8(memory, from);
        List<LogRecord> records = log.snapshot();
        String firstFour =
                records.subList(0, 4).stream().map(r -> r.line() + "\n").collect(Collectors.joining());
        assertThat(text).startsWith(firstFour);
        assertThat(text).endsWith(records.getLast().line() + "\n");
        assertThat(tail.records()).isEqualTo(6);

        assertThat(tail.copy(memory, 0)).isEqualTo(memory.byteSize());
        MemorySegment tiny = Arena.ofAuto().allocate(records.getLast().line().length() + 3);
        assertThat(utf8(tiny, tail.copy(tiny, 100))).isEqualTo(records.getLast().line() + "\n");
    }

    @Test
    void anEmptyLogIsNoTrouble() throws Exception {
        Path picture = folder.resolve("p.png");
        Panic.prepare(config().withTrace(false).withPicture(picture, 640, 360)).panic("");
        assertThat(Files.readString(printed)).contains("not syncing: ").doesNotContain("troubles");
        assertThat(picture).isNotEmptyFile();
    }

    // ---- The screen and its code

    @ParameterizedTest
    @CsvSource({"1920,1080", "3840,2160", "1280,720", "1024,768", "800,600", "640,360", "500,900", "320,240"})
    void anotherReaderFindsTheCodeOnTheScreenAndTheLogInIt(int width, int height) throws Exception {
        talk(300);
        Path picture = folder.resolve("panic.png");
        Panic.prepare(config().withPicture(picture, width, height)).panic("something broke");

        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        String url = Screens.read(image).getText();
        assertThat(url).startsWith(PanicConfig.urlAt("ferrite:panic"));
        String text = PanicLog.decode(url);
        String whole = whole();
        assertThat(whole).endsWith(text);
        assertThat(text).startsWith("[").endsWith("not syncing: something broke ]---\n");
        assertThat(Files.readString(printed))
                .contains("the screen is in " + picture + ", its code holds "
                        + text.lines().count() + " lines")
                .doesNotContain("troubles");
    }

    @Test
    void aLogThatFitsIsInTheCodeFromItsFirstLine() throws Exception {
        talk(3);
        Path picture = folder.resolve("panic.png");
        Panic.prepare(config().withPicture(picture, 1280, 720)).panic("something broke");
        assertThat(PanicLog.decode(Screens.read(ImageIO.read(picture.toFile())).getText()))
                .isEqualTo(whole());
    }

    @Test
    void withoutAUrlTheCodeIsTheLogItself() throws Exception {
        talk(300);
        Path picture = folder.resolve("panic.png");
        Panic.prepare(config().withUrl(null).withPicture(picture, 1920, 1080)).panic("something broke");
        String text = Screens.read(ImageIO.read(picture.toFile())).getText();
        assertThat(text).startsWith("[").hasSizeBetween(2700, 2953);
        assertThat(whole()).endsWith(text);
        assertThat(PanicLog.decode(text)).isEqualTo(text);
    }

    @Test
    void drawsIntoALentPictureAndNowhereElse() throws Exception {
        talk(100);
        int width = 801;
        int height = 600;
        long stride = 4 * 1024;
        MemorySegment memory = Arena.ofAuto().allocate(stride * height + 64, 4);
        memory.fill((byte) 0x5a);
        AtomicInteger flushed = new AtomicInteger();
        PanicHandler handler = Panic.prepare(config().withPicture(folder.resolve("p.png"), 1920, 1080));
        handler.addScanout(to -> false);
        handler.addScanout(new PanicScanout() {
            @Override
            public boolean lend(ScanoutBuffer to) {
                to.set(memory.asSlice(32), width, height, stride);
                return true;
            }

            @Override
            public void flush() {
                flushed.incrementAndGet();
            }
        });
        handler.panic("something broke");

        assertThat(flushed).hasValue(1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, memory.get(ValueLayout.JAVA_INT, 32 + y * stride + 4L * x));
            }
            for (long at = 32 + y * stride + 4L * width; at < 32 + (y + 1) * stride; at++) {
                assertThat(memory.get(ValueLayout.JAVA_BYTE, at)).isEqualTo((byte) 0x5a);
            }
        }
        for (int at = 0; at < 32; at++) {
            assertThat(memory.get(ValueLayout.JAVA_BYTE, at)).isEqualTo((byte) 0x5a);
            assertThat(memory.get(ValueLayout.JAVA_BYTE, memory.byteSize() - 1 - at))
                    .isEqualTo((byte) 0x5a);
        }
        assertThat(PanicLog.decode(Screens.read(image).getText())).contains("something broke");
        BufferedImage file = ImageIO.read(folder.resolve("p.png").toFile());
        assertThat(file.getWidth())
                .as("what is in the file is what is on the screen")
                .isEqualTo(width);
        assertThat(file.getRGB(300, 300)).isEqualTo(image.getRGB(300, 300));
    }

    @Test
    void picturesOfAnySizeAreDrawn() throws Exception {
        talk(100);
        MemorySegment memory = Arena.ofAuto().allocate(4L * 700 * 700);
        Random random = new Random(11);
        for (int i = 0; i < 30; i++) {
            int width = 64 + random.nextInt(i < 15 ? 60 : 600);
            int height = 64 + random.nextInt(i < 15 ? 60 : 600);
            PanicHandler handler = Panic.prepare(config().withTrace(false));
            handler.addScanout(to -> {
                to.set(memory, width, height, 4L * width);
                return true;
            });
            handler.panic("x".repeat(i * 7));
            handler.close();
            assertThat(Files.readString(printed)).as("%d x %d", width, height).doesNotContain("troubles");
        }
    }

    @Test
    void aPictureThatDoesNotHoldWhatItSaysIsRefused() {
        MemorySegment memory = Arena.ofAuto().allocate(4 * 64 * 64, 8);
        ScanoutBuffer to = new ScanoutBuffer();
        to.set(memory, 64, 64, 256);
        for (Runnable bad : List.<Runnable>of(
                () -> to.set(memory, 63, 64, 256),
                () -> to.set(memory, 64, 65, 256),
                () -> to.set(memory, 65, 64, 256),
                () -> to.set(memory, 64, 64, 255),
                () -> to.set(memory.asSlice(1), 64, 63, 256),
                () -> to.set(memory, 64, 64, 1L << 40))) {
            assertThatThrownBy(bad::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("width=");
        }
    }

    @Test
    void aPictureThatCannotBeWrittenIsOneSentence() throws Exception {
        Panic.prepare(config().withPicture(folder.resolve("missing/p.png"), 640, 360))
                .panic("x");
        assertThat(Files.readString(printed))
                .contains("panic: the screen could not be written: No such file or directory");
        assertThat(ends).hasValue(1);
    }

    // ---- Who is told, and what goes wrong meanwhile

    @Test
    void everyNotifierIsToldOnceAlsoBehindOneThatThrowsOrPanics() throws Exception {
        List<String> told = new ArrayList<>();
        PanicHandler handler = Panic.prepare(config().withPicture(folder.resolve("p.png"), 640, 360));
        handler.addNotifier(message -> told.add("first " + message));
        handler.addNotifier(message -> {
            throw new IllegalStateException("of no use");
        });
        handler.addNotifier(message -> {
            told.add("nested");
            handler.panic("from a notifier");
            told.add("not reached");
        });
        handler.addNotifier(message -> told.add("never")).close();
        handler.addNotifier(message -> told.add("last " + message));
        handler.panic("why");

        assertThat(told).containsExactly("first why", "nested", "last why");
        assertThat(ends).hasValue(1);
        assertThat(Files.readString(printed))
                .contains("panic: panic while panicking: from a notifier")
                .contains("panic: troubles on the way: 3");
        assertThat(folder.resolve("p.png")).isNotEmptyFile();
    }

    @Test
    void ofManyWhoPanicOneDoesItAndTheOthersStop() throws Exception {
        int threads = 6;
        PanicHandler handler = Panic.prepare(config().withEnd(LONG, () -> {
            ends.incrementAndGet();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300)); // the others come meanwhile
        }));
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger returned = new AtomicInteger();
        List<Thread> panickers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int who = i;
            Thread.Builder builder = i % 2 == 0 ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
            panickers.add(builder.start(() -> {
                await(go);
                handler.panic("from " + who);
                returned.incrementAndGet();
            }));
        }
        go.countDown();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (returned.get() == 0 || !othersStopped(panickers)) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
        panickers.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
        Thread.sleep(50);
        assertThat(returned).as("an interrupt does not wake those who stopped").hasValue(1);
        assertThat(ends).hasValue(1);
        assertThat(whole().split("panic: Kernel panic", -1)).hasSize(2);
    }

    private static boolean othersStopped(List<Thread> threads) {
        long waiting = threads.stream()
                .filter(thread -> thread.getState() == Thread.State.WAITING)
                .count();
        return waiting == threads.size() - 1;
    }

    @Test
    void aNotifierThatHangsDoesNotHoldUpTheEnd() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        PanicHandler handler = Panic.prepare(config().withEnd(Duration.ofMillis(100), ended::countDown));
        handler.addNotifier(message -> await(release));
        Thread hung = Thread.ofPlatform().daemon().start(() -> handler.panic("x"));
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        release.countDown();
        hung.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(hung.isAlive()).isFalse();
    }

    @Test
    void aPanicWithHardlyAnyStackLeftStillEnds() throws Exception {
        PanicHandler handler = Panic.prepare(config());
        Thread deep = new Thread(
                null,
                () -> {
                    try {
                        recurse(0);
                    } catch (StackOverflowError e) {
                        handler.panic(e);
                    }
                },
                "deep",
                1 << 18);
        deep.setDaemon(true);
        deep.start();
        deep.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(ends).hasValue(1);
        assertThat(whole()).contains("Call trace: java.lang.StackOverflowError");
    }

    @SuppressWarnings("InfiniteRecursion") // that is the point
    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    // ---- Cost

    /**
     * The steps allocate nothing at all. A system call through the linker takes 40 bytes a call until it is compiled, and a
     * panic makes a dozen, so the whole is bounded by what they may take.
     */
    @Test
    void aPanicAllocatesNothingButForTheLinkersSystemCalls() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        talk(400);
        long[] at = new long[2];
        for (int i = 0; i < 4; i++) { // the first ones link classes and handles
            PanicHandler handler = Panic.prepare(config().withTrace(false)
                    .withPicture(folder.resolve("p.png"), 640, 360)
                    .withEnd(LONG, () -> at[1] = threads.getCurrentThreadAllocatedBytes()));
            int[] told = new int[1];
            handler.addNotifier(message -> told[0]++);
            at[0] = threads.getCurrentThreadAllocatedBytes();
            handler.panic("something broke");
            handler.close();
            assertThat(told[0]).isEqualTo(1);
        }
        assertThat(at[1] - at[0]).isLessThan(1024);
    }

    @Test
    void theStepsAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        talk(400);
        MemorySegment memory = Arena.ofAuto().allocate(64 * 1024);
        LogTail tail = new LogTail(log);
        PanicCode code = new PanicCode(Arena.ofAuto().allocate(20).fill((byte) 'u'), memory);
        PanicScreen screen = new PanicScreen();
        PanicText message = new PanicText(Arena.ofAuto().allocate(100)).add("why");
        ScanoutBuffer picture = new ScanoutBuffer();
        MemorySegment pixels = Arena.ofAuto().allocate(4 * 640 * 360, 8);
        String text = "a record";
        long bytes = Long.MAX_VALUE; // the smallest of some rounds, for linking and compiling allocate, too
        for (int i = 0; i < 12; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            log.log(LogLevel.EMERG, "panic", text);
            long from = tail.copy(memory, Integer.MAX_VALUE);
            int width = code.make(from, 300);
            picture.set(pixels, 640, 360, 4 * 640);
            screen.draw(picture, message.clear().add("why ").add(17), memory, from, code.modules(), width);
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
            assertThat(width).isPositive();
        }
        assertThat(bytes).isZero();
    }

    // ---- Helpers

    private String whole() {
        return log.snapshot().stream().map(record -> record.line() + "\n").collect(Collectors.joining());
    }

    private static String utf8(MemorySegment memory, long from) {
        return new String(memory.asSlice(from).toArray(ValueLayout.JAVA_BYTE), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
