package org.groeipuls.analyst;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this computer that says what a test has it say, and keeps what it was asked. */
final class Stub implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Stub(int port, HttpHandler says) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", exchange -> {
            asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .strip());
            says.handle(exchange);
        });
        server.start();
    }

    static Stub that(HttpHandler says) {
        return new Stub(0, says);
    }

    /** As a server that was started anew. */
    static Stub on(int port, HttpHandler says) {
        return new Stub(port, says);
    }

    static int freePort() {
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return url(port());
    }

    /** Method, address and body of each, in order. */
    List<String> asked() {
        return asked;
    }

    static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Announces all of it and breaks off after so many bytes. */
    static void cut(HttpExchange exchange, String body, int after) throws IOException {
        byte[] all = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, all.length);
        exchange.getResponseBody().write(all, 0, after);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** Announces no length, and breaks off before the end as a server does whose answer failed. */
    static void cut(HttpExchange exchange, String beginning) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        throw new IOException("cut off");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
