package dev.ferrite.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.runtime.counters.Counter;
import dev.ferrite.runtime.counters.Counters;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ways out for counters. */
@SuppressWarnings("try") // resources that are only open, or closed twice on purpose
@Timeout(60)
class MetricsTest {
    private static final String TEXT = """
            # TYPE shop_requests counter
            # HELP shop_requests Requests \\"answered\\" in C:\\\\
            shop_requests_total 42
            # TYPE shop_cache_bytes gauge
            # UNIT shop_cache_bytes bytes
            # HELP shop_cache_bytes Größe
            shop_cache_bytes -7
            # EOF
            """;

    private final Counters counters = Counters.create();

    @BeforeEach
    void count() {
        Counter counter = counters.counter("shop_requests", "Requests \"answered\" in C:\\");
        counter.add(42);
        counters.gauge("shop_cache_bytes", "Größe", () -> -7);
    }

    @Test
    void textIsOpenMetrics() {
        assertThat(OpenMetrics.text(counters.read())).isEqualTo(TEXT);
        assertThat(OpenMetrics.text(List.of())).isEqualTo("# EOF\n");
    }

    private static HttpResponse<String> ask(MetricsServer server, String method, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(Duration.ofSeconds(20))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void thePageIsServedOnTheLoopbackInterfaceOnly() throws Exception {
        try (MetricsServer server = MetricsServer.start(counters, 0)) {
            assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
            HttpResponse<String> page = ask(server, "GET", "/metrics");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).isEqualTo(TEXT);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
            HttpResponse<String> head = ask(server, "HEAD", "/metrics");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(ask(server, "GET", "/").statusCode()).isEqualTo(404);
            assertThat(ask(server, "GET", "/metrics/more").statusCode()).isEqualTo(404);
            HttpResponse<String> post = ask(server, "POST", "/metrics");
            assertThat(post.statusCode()).isEqualTo(405);
            assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD");
        }
    }

    @Test
    void aPortThatIsTakenIsOneSentence() throws Exception {
        try (MetricsServer server = MetricsServer.start(counters, 0)) {
            int port = server.address().getPort();
            assertThatThrownBy(() -> MetricsServer.start(counters, port))
                    .isInstanceOf(IOException.class)
                    .hasMessage("metrics cannot be served at 127.0.0.1:" + port + ": Address already in use");
        }
        assertThatThrownBy(() -> MetricsServer.start(counters, InetSocketAddress.createUnresolved("no.such.host", 1)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("metrics cannot be served at no.such.host:1: ");
    }

    @Test
    void theBeanHasAnAttributeACounter() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(CountersBean.NAME);
        try (CountersBean bean = CountersBean.register(counters)) {
            assertThat(server.getAttribute(name, "shop_requests")).isEqualTo(42L);
            assertThat(server.getAttributes(name, new String[] {"shop_cache_bytes", "none"})
                            .asList())
                    .containsExactly(new Attribute("shop_cache_bytes", -7L));
            MBeanAttributeInfo[] attributes = server.getMBeanInfo(name).getAttributes();
            assertThat(Arrays.stream(attributes).map(MBeanAttributeInfo::getDescription))
                    .containsExactly("Requests \"answered\" in C:\\", "Größe");
            assertThat(attributes).noneMatch(MBeanAttributeInfo::isWritable);
            assertThatThrownBy(() -> server.getAttribute(name, "none")).isInstanceOf(AttributeNotFoundException.class);
            assertThatThrownBy(() -> CountersBean.register(counters)).isInstanceOf(IllegalStateException.class);
            bean.close();
            assertThat(server.isRegistered(name)).isFalse();
        }
    }

    @Test
    void recordingsHaveTheValues(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("counters.jfr");
        try (CounterEvents events = CounterEvents.install(counters);
                Recording recording = new Recording()) {
            recording.enable("dev.ferrite.Counter").withPeriod(Duration.ofMillis(10));
            recording.start();
            Thread.sleep(200);
            events.close();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> recorded = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("dev.ferrite.Counter"))
                .toList();
        // JFR emits periodic events at the start and at the end of a recording, too, so there are some for certain.
        assertThat(recorded.stream()
                        .map(event ->
                                event.getString("name") + " " + event.getString("kind") + " " + event.getLong("value"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("shop_requests counter 42", "shop_cache_bytes gauge -7");
    }
}
