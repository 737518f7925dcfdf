package dev.ferrite.nova.cli;

import dev.ferrite.runtime.counters.Counters;
import dev.ferrite.runtime.counters.PublishedCounters;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.metrics.CounterEvents;
import dev.ferrite.runtime.metrics.CountersBean;
import dev.ferrite.runtime.metrics.MetricsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets others watch a run: {@code ferrite top} and JFR always, a page and a JMX bean if asked for.
 *
 * <p>What it opens it opens before the run and closes after it, so that the proof that nothing leaked does not see it.
 */
final class Observation implements AutoCloseable {
    private static final int NONE = -1;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final String host;
    private final int port;
    private @Nullable PublishedCounters published;
    private @Nullable MetricsServer server;
    private @Nullable CountersBean bean;

    /**
     * An observation that has not begun.
     *
     * @param metrics {@code [ADDRESS:]PORT}, or empty for no page
     * @throws IllegalArgumentException if it is neither
     */
    Observation(String metrics) {
        int colon = metrics.lastIndexOf(':');
        host = colon < 0 ? LOOPBACK : metrics.substring(0, colon).replaceAll("^\\[|]$", "");
        long number = metrics.isEmpty() ? NONE : Values.number("--metrics", metrics.substring(colon + 1));
        if (number < NONE || number > 65_535 || host.isEmpty() || metrics.startsWith("-")) {
            throw new IllegalArgumentException("--metrics: '" + metrics + "' is not a port, or an address and a port");
        }
        port = (int) number;
    }

    /**
     * Begins.
     *
     * @throws IOException if a page was asked for and cannot be served; the message is one sentence
     */
    void start() throws IOException {
        KernelLog log = KernelLog.system();
        try {
            published = Counters.system().publish(PERIOD);
        } catch (IOException e) {
            log.debug("boot", "counters are not published: " + e.getMessage());
        }
        CounterEvents.installWithRecorder(Counters.system());
        if (port != NONE) {
            server = MetricsServer.start(Counters.system(), new InetSocketAddress(address(), port));
            bean = CountersBean.register(Counters.system());
            log.notice("boot", "metrics at http://" + host(server.address()) + "/metrics");
        }
    }

    private InetAddress address() throws IOException {
        try {
            return InetAddress.getAllByName(host)[0];
        } catch (UnknownHostException e) {
            throw new IOException("metrics cannot be served at " + host + ": there is no such host", e);
        }
    }

    private static String host(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    @Override
    public void close() {
        if (bean != null) {
            bean.close();
        }
        if (server != null) {
            server.close();
        }
        if (published != null) {
            published.close();
        }
    }
}
