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
 * <p>The page is opened before the run and closed after it, so that the proof that nothing leaked does not see it; the
 * region of the counters comes whenever it is ready, and the proof leaves it out.
 */
final class Observation implements AutoCloseable {
    private static final int NONE = -1;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final String host;
    private final int port;
    private volatile @Nullable PublishedCounters published;
    private @Nullable Thread background;
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
        // Loading what counts takes some tens of milliseconds, which the first log line need not wait for.
        background = Thread.ofPlatform().daemon().name("ferrite-observation").start(this::publish);
        if (port != NONE) {
            server = MetricsServer.start(Counters.system(), new InetSocketAddress(address(), port));
            bean = CountersBean.register(Counters.system());
            KernelLog.system().notice("boot", "metrics at http://" + host(server.address()) + "/metrics");
        }
    }

    private void publish() {
        try {
            published = Counters.system().publish(PERIOD);
        } catch (IOException e) {
            KernelLog.system().warn("boot", String.valueOf(e.getMessage()));
        }
        CounterEvents.installWithRecorder(Counters.system());
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
        Thread thread = background;
        if (thread != null) {
            boolean interrupted = false;
            while (thread.isAlive()) { // it only loads classes
                try {
                    thread.join(PERIOD);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        PublishedCounters counters = published;
        if (counters != null) {
            counters.close();
        }
    }
}
