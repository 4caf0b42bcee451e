package org.zonedrift.cli.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Serves the numbers of a scan as Prometheus reads them, and a page that draws them. The page asks
 * for nothing but those numbers, so what it shows is what they say; it needs no other host.
 */
public final class LivePage implements AutoCloseable {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    /** Every file of the page, and its type. */
    private static final Map<String, String> FILES =
            Map.of("live.html", HTML, "live.js", SCRIPT, "live.css", STYLE, "uplot.js", SCRIPT, "uplot.css", STYLE);

    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    /** Few people look at once; whoever comes in between waits. */
    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final PrometheusMeterRegistry registry;
    private final Runnable beforeReading;

    private LivePage(HttpServer server, PrometheusMeterRegistry registry, Runnable beforeReading) {
        this.server = server;
        this.registry = registry;
        this.beforeReading = beforeReading;
    }

    /**
     * Begins to serve.
     *
     * @param address port 0 takes a free one
     * @param beforeReading brings numbers up to date that do not follow by themselves
     */
    public static LivePage serve(InetSocketAddress address, PrometheusMeterRegistry registry, Runnable beforeReading)
            throws IOException {
        LivePage page = new LivePage(HttpServer.create(address, BACKLOG), registry, beforeReading);
        page.server.createContext("/", page::answer);
        page.server.start();
        return page;
    }

    /** Where to look. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            String file = path.isEmpty() ? "live.html" : path;
            if (file.equals("metrics")) {
                beforeReading.run();
                send(exchange, PROMETHEUS, registry.scrape().getBytes(StandardCharsets.UTF_8));
            } else if (FILES.containsKey(file)) {
                send(exchange, FILES.getOrDefault(file, HTML), octets(file));
            } else {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] octets) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(OK, octets.length);
        exchange.getResponseBody().write(octets);
    }

    private static byte[] octets(String name) {
        try (InputStream file = LivePage.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
