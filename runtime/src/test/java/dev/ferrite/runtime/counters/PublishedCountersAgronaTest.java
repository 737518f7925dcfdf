package dev.ferrite.runtime.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.counters.Reading.Kind;
import dev.ferrite.runtime.share.RegionOwner;
import dev.ferrite.runtime.share.RegionView;
import dev.ferrite.runtime.share.SharedRegion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Published counters; this JVM has the flag that Agrona needs. */
@SuppressWarnings("try") // resources that are only open, or closed twice on purpose
@Timeout(60)
class PublishedCountersAgronaTest {
    private static final String FLAG = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";
    private static final Duration PERIOD = Duration.ofMillis(5);

    private final Counters counters = Counters.create();
    private final long self = ProcessHandle.current().pid();

    @BeforeEach
    void flag() {
        assumeTrue(
                Object.class
                        .getModule()
                        .isExported("jdk.internal.misc", getClass().getModule()),
                "Agrona needs " + FLAG);
    }

    private static void eventually(SharedCounters shared, Reading... readings) throws InterruptedException {
        for (int tries = 0; tries < 8_000 && !shared.read().equals(List.of(readings)); tries++) {
            Thread.sleep(5);
        }
        assertThat(shared.read()).containsExactly(readings);
    }

    @Test
    void valuesAreSeenWhileTheyChangeAndNamesComeAndGo() throws Exception {
        Counter requests = counters.counter("shop_requests", "Requests größer");
        AtomicLong level = new AtomicLong(-3);
        Counters.Sampled gauge = counters.gauge("shop_level", "h".repeat(Counters.MAX_HELP), level::get);
        SharedCounters shared;
        try (PublishedCounters published = counters.publish(PERIOD)) {
            shared = SharedCounters.open(self);
            assertThat(shared.read())
                    .as("published at once")
                    .containsExactly(
                            new Reading("shop_requests", Kind.COUNTER, "Requests größer", 0),
                            new Reading("shop_level", Kind.GAUGE, "h".repeat(Counters.MAX_HELP), -3));
            assertThat(shared.period()).isEqualTo(PERIOD);
            assertThatThrownBy(() -> counters.publish(PERIOD)).isInstanceOf(IllegalStateException.class);
            requests.add(1L << 40);
            gauge.close();
            counters.counter("later", "New");
            eventually(
                    shared,
                    new Reading("shop_requests", Kind.COUNTER, "Requests größer", 1L << 40),
                    new Reading("later", Kind.COUNTER, "New", 0));
            assertThat(Duration.between(shared.copied(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(30));
            assertThat(shared.isAlive()).isTrue();
            assertThat(published.isOpen()).isTrue();
        }
        assertThat(shared.isAlive()).isFalse();
        assertThat(shared.read()).as("what was copied last").hasSize(2);
        try (PublishedCounters again = counters.publish(PERIOD)) {
            assertThat(SharedCounters.open(self).read()).hasSize(2);
        }
    }

    @Test
    void everyNumberThereIsRoomForIsPublished() throws Exception {
        for (int i = 0; i < Counters.MAX; i++) {
            counters.gauge("g" + i, "", () -> 1);
        }
        try (PublishedCounters published = counters.publish(PERIOD)) {
            assertThat(SharedCounters.open(self).read()).hasSize(Counters.MAX);
        }
    }

    @Test
    void aPeriodOutOfBoundsIsRefused() {
        assertThatThrownBy(() -> counters.publish(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a period is 1 ms to 1 h: 0 ms");
        assertThatThrownBy(() -> counters.publish(Duration.ofDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherVersionAndDamageAreOneSentenceEach() throws Exception {
        String name = CountersHeader.REGION + "-test";
        try (SharedRegion region = SharedRegion.create(name, CountersHeader.BYTES)) {
            RegionView view = RegionOwner.view(name, "counters", self, 1);
            assertThatThrownBy(() -> CountersHeader.check(view)).hasMessageContaining("are no counters, or not yet");
            CountersHeader.write(region.address(), 100);
            CountersHeader.check(view);
            Words.setIntPlain(region.address() + 12, 7);
            assertThatThrownBy(() -> CountersHeader.check(view)).hasMessageContaining("are damaged: 7 in ");
            Words.setIntPlain(region.address() + 8, 2);
            assertThatThrownBy(() -> CountersHeader.check(view))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "process " + self + " publishes counters of version 2, and this program reads version 1:"
                                    + " use the program it was started with");
        }
    }

    @Test
    void garbageInThePlaceOfNamesIsLeftOut() throws Exception {
        String name = CountersHeader.REGION + "-test";
        try (SharedRegion region = SharedRegion.create(name, CountersHeader.BYTES)) {
            long metadata = region.address() + CountersHeader.METADATA;
            Words.setIntPlain(metadata + 16, Integer.MAX_VALUE); // the length of the key
            Words.setIntPlain(metadata, 1); // allocated
            Words.setIntPlain(metadata + 512 + 16, -1);
            Words.setIntPlain(metadata + 512, 1);
            assertThat(AgronaTable.read(region.address())).isEmpty();
        }
    }

    /** Publishes, says so, and ends when its standard input does; says first why it could not read others. */
    static final class Publisher {
        private Publisher() {}

        public static void main(String[] args) throws IOException {
            try {
                System.out.println("reads " + SharedCounters.open(1).owner());
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
            Counter counter = Counters.system().counter("mine", "Mine");
            counter.add(5);
            try (PublishedCounters published = Counters.system().publish(PERIOD)) {
                System.out.println("ready " + published.isOpen());
                System.in.read();
            }
        }
    }

    private static Process publisher(String classPath, String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath, Publisher.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The two lines it says. */
    private static String says(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return lines.readLine() + "|" + lines.readLine();
    }

    @Test
    void anotherProcessIsReadUntilItIsKilled() throws Exception {
        Process process = publisher(System.getProperty("java.class.path"), FLAG);
        try {
            assertThat(says(process)).endsWith("|ready true");
            SharedCounters shared = SharedCounters.open(process.pid());
            assertThat(shared.read())
                    .contains(new Reading("mine", Kind.COUNTER, "Mine", 5))
                    .anyMatch(reading -> reading.name().equals("ferrite_alloc_live_bytes"));
            assertThat(SharedCounters.owners()).anyMatch(owner -> owner.pid() == process.pid());
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(shared.isAlive()).isFalse();
            assertThat(shared.read()).as("what it copied last").isNotEmpty();
            assertThat(SharedCounters.owners()).noneMatch(owner -> owner.pid() == process.pid());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aJvmWithoutAgronaOrWithoutTheFlagSaysSo() throws Exception {
        String all = System.getProperty("java.class.path");
        String without = Arrays.stream(all.split(System.getProperty("path.separator")))
                .flatMap(entry -> entry.endsWith("*") ? jars(entry) : Stream.of(entry))
                .filter(entry -> !entry.contains("agrona"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Process process = publisher(without);
        try {
            assertThat(says(process))
                    .isEqualTo(
                            "reading counters of others needs Agrona (org.agrona:agrona), which is not on the class path"
                                    + " or the module path of this JVM|ready true");
            assertThat(SharedCounters.open(process.pid()).read())
                    .as("published without Agrona and without its flag")
                    .contains(new Reading("mine", Kind.COUNTER, "Mine", 5));
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Stream<String> jars(String pattern) {
        try (Stream<Path> jars = Files.list(Path.of(pattern.substring(0, pattern.length() - 1)))) {
            return jars.map(Path::toString).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
