package dev.ferrite.runtime.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ferrite.runtime.counters.Counters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Counters as a page: {@code GET /metrics} answers with {@link OpenMetrics} text, over the JDK's own HTTP server.
 *
 * <p>Nothing but numbers can be read, and nothing changed; there is neither encryption nor a password. So it listens on
 * the loopback interface unless it is told another address. Each request runs on a virtual thread. The JDK's dispatcher
 * thread keeps the JVM alive until {@link #close}.
 */
public final class MetricsServer implements AutoCloseable {
    private static final String PATH = "/metrics";

    private final HttpServer server;
    private final ExecutorService threads;

    private MetricsServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens on the loopback interface.
     *
     * @param counters what to show
     * @param port 1 to 65535, or 0 for any that is free
     * @return the server
     * @throws IOException with one sentence: the port is taken, or not permitted
     * @throws IllegalArgumentException for any other port
     */
    public static MetricsServer start(Counters counters, int port) throws IOException {
        return start(counters, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Listens on an address.
     *
     * @param counters what to show
     * @param address where
     * @return the server
     * @throws IOException with one sentence: the address is taken, unknown, or not permitted
     */
    public static MetricsServer start(Counters counters, InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw new IOException("metrics cannot be served at " + text(address) + ": there is no such host");
        }
        HttpServer server;
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new IOException("metrics cannot be served at " + text(address) + ": " + e.getMessage(), e);
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(counters, exchange));
        server.start();
        return new MetricsServer(server, threads);
    }

    private static String text(InetSocketAddress address) {
        return address.isUnresolved()
                ? address.getHostString() + ":" + address.getPort()
                : address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static void answer(Counters counters, HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            boolean head = method.equals("HEAD");
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                say(exchange, 404, "text/plain; charset=utf-8", "the counters are at " + PATH + "\n", head);
            } else if (head || method.equals("GET")) {
                say(exchange, 200, OpenMetrics.TYPE, OpenMetrics.text(counters.read()), head);
            } else {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                say(exchange, 405, "text/plain; charset=utf-8", "only GET\n", false);
            }
        }
    }

    private static void say(HttpExchange exchange, int code, String type, String text, boolean head)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Connection", "close"); // no descriptor stays open between two looks
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
        }
        exchange.sendResponseHeaders(code, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /**
     * Where it listens.
     *
     * @return the address, with the port that was found for 0
     */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Ends it; requests that are being answered are cut off. Does nothing the second time. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
