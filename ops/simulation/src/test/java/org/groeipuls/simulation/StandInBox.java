package org.groeipuls.simulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Takes ballots as the contract says, and can be told to break it. */
final class StandInBox implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> codes;
    private final Map<String, JsonNode> standing = new HashMap<>();
    private final List<String> received = new ArrayList<>();
    private int refusals;
    private boolean forgetful;
    private boolean lenient;

    StandInBox(Set<String> codes) throws IOException {
        this.codes = codes;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/api/v1/ballots", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Says "recorded" to every ballot, as if it never saw the code before. */
    StandInBox forgetful() {
        forgetful = true;
        return this;
    }

    /** Takes any code and any sequence. */
    StandInBox lenient() {
        lenient = true;
        return this;
    }

    /** Is too busy for the first few requests. */
    StandInBox busy(int requests) {
        refusals = requests;
        return this;
    }

    URI origin() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What would be counted, by code. */
    synchronized Map<String, JsonNode> standing() {
        return Map.copyOf(standing);
    }

    synchronized List<String> received() {
        return List.copyOf(received);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = decide(exchange.getRequestMethod(), body);
        byte[] reply =
                "{\"title\":\"decided\",\"code\":\"code-%d\"}".formatted(status).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private synchronized int decide(String method, String body) {
        received.add(body);
        if (refusals > 0) {
            refusals--;
            return 503;
        }
        JsonNode ballot = SurveyClient.JSON.readTree(body);
        String code = ballot.path("code").asString();
        if (!codes.contains(code) && !lenient) {
            return 404;
        }
        JsonNode before = standing.get(code);
        long last = before == null ? 0 : before.path("sequence").asLong();
        long sequence = ballot.path("sequence").asLong();
        if (sequence < last) {
            return lenient ? 200 : 409;
        }
        if (sequence > last) {
            standing.put(code, ballot);
        }
        return method.equals("POST") && (before == null || forgetful) ? 201 : 200;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
