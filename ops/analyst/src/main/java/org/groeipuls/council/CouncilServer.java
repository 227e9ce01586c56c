package org.groeipuls.council;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as the works council reaches it, with a token of its role. */
final class CouncilServer implements AutoCloseable {
    private static final int TIMED_OUT = 408;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI origin;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    CouncilServer(URI origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    /** @param part what of the pulse is asked for, such as {@code /shares}; empty for the pulse itself */
    JsonNode get(String pulse, String part) {
        return ask("GET", pulse, part, null);
    }

    JsonNode put(String pulse, String part, Object body) {
        return ask("PUT", pulse, part, body);
    }

    JsonNode post(String pulse, String part, Object body) {
        return ask("POST", pulse, part, body);
    }

    private JsonNode ask(String method, String pulse, String part, @Nullable Object body) {
        var request = HttpRequest.newBuilder(origin.resolve("/api/v1/pulses/" + URLEncoder.encode(pulse, UTF_8) + part))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            int status = response.statusCode();
            if (status / 100 != 2) {
                var why = "The server refused (" + status + "): " + detail(response.body());
                // what stands between may give up waiting for a server that has done it
                throw status / 100 == 4 && status != TIMED_OUT
                        ? new CouncilStopped.Refused(why)
                        : new CouncilStopped(why);
            }
            return JSON.readTree(response.body());
        } catch (IOException | JacksonException cut) {
            throw new CouncilStopped(origin + " gives no answer that can be read: see that the address is right", cut);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CouncilStopped("Stopped", stopped);
        }
    }

    private static String detail(String body) {
        try {
            return JSON.readTree(body).path("detail").asString("no reason given");
        } catch (JacksonException noProblem) {
            return "no reason given";
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
