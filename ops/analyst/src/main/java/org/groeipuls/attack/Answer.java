package org.groeipuls.attack;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered, to the last byte that tells something. */
public final class Answer {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> CLOCKS = List.of("date", ":status", "keep-alive", "connection");

    private final int status;
    private final Map<String, List<String>> headers = new TreeMap<>();
    private final byte[] body;

    Answer(HttpResponse<byte[]> response) {
        this.status = response.statusCode();
        this.body = response.body();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        CLOCKS.forEach(headers::remove);
    }

    public int status() {
        return status;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public int size() {
        return body.length;
    }

    /** The body as JSON; a missing node where it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (RuntimeException noJson) {
            return JSON.missingNode();
        }
    }

    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /** Whether status, body and all headers but the date are the same. */
    public boolean same(Answer other) {
        return status == other.status && headers.equals(other.headers) && Arrays.equals(body, other.body);
    }

    /** Where two answers differ, without what stands there. */
    public String difference(Answer other) {
        if (status != other.status) {
            return "status " + status + " and " + other.status;
        }
        if (!Arrays.equals(body, other.body)) {
            return "bodies of " + body.length + " and " + other.body.length + " bytes differ";
        }
        var names = new java.util.TreeSet<>(headers.keySet());
        names.addAll(other.headers.keySet());
        names.removeIf(name -> headers.getOrDefault(name, List.of()).equals(other.headers.get(name)));
        return names.isEmpty() ? "nothing" : "headers " + names;
    }

    String bodyHex() {
        return HexFormat.of().formatHex(body);
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
