package org.groeipuls.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a server as its users do: one token per client, JSON in and out over kept connections, and patience when the
 * server is busy or a connection breaks. Safe for many threads.
 */
public final class SurveyClient implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final String BASE = "/api/v1";
    private static final String ANY_JSON = "application/json, application/problem+json";
    private static final int TRIES = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration EARLY = Duration.ofSeconds(20);

    private final URI origin;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant goodUntil) {}

    /** @param origin scheme, host and port, such as {@code http://localhost:8080} */
    public SurveyClient(URI origin) {
        this.origin = origin;
    }

    /** Reads a resource. @throws CallRefused unless the answer is 200 */
    public JsonNode get(String client, String path) {
        return send("GET", path, client, null, ANY_JSON).expect(200).json();
    }

    /** Reads a page of lines of JSON. @throws CallRefused unless the answer is 200 */
    public String lines(String client, String path) {
        return send("GET", path, client, null, "application/x-ndjson, application/problem+json")
                .expect(200)
                .body();
    }

    /** Puts a resource. @throws CallRefused unless the answer is 200 or 201 */
    public Reply put(String client, String path, Object body) {
        return send("PUT", path, client, body, ANY_JSON).expect(200, 201);
    }

    /** Asks for something to be done. @throws CallRefused unless the answer is 2xx */
    public Reply post(String client, String path, Object body) {
        return send("POST", path, client, body, ANY_JSON).expect(200, 201, 202, 204);
    }

    /** Moves the driven clock to {@code instant}; all that is due has been done when this returns. */
    public void clock(Instant instant) {
        post("operator", "/clock", Map.of("instant", instant.toString()));
    }

    /** Sends a ballot without any login and gives back whatever was answered. */
    public Reply ballot(Map<String, ?> ballot) {
        return send("POST", "/ballots", null, ballot, ANY_JSON);
    }

    /** Takes a ballot back and gives back whatever was answered. */
    public Reply withdrawal(Map<String, ?> withdrawal) {
        return send("DELETE", "/ballots", null, withdrawal, ANY_JSON);
    }

    /** Sends a ballot and hangs up before the reply, as a phone does in a tunnel. Plain HTTP only. */
    public void ballotWithoutReply(Map<String, ?> ballot) {
        byte[] body = JSON.writeValueAsBytes(ballot);
        String head =
                "POST %s/ballots HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(BASE, origin.getAuthority(), body.length);
        try (Socket line = new Socket(origin.getHost(), origin.getPort())) {
            line.getOutputStream().write(head.getBytes(UTF_8));
            line.getOutputStream().write(body);
            line.getOutputStream().flush();
        } catch (IOException neverSent) {
            throw new UncheckedIOException(unreachable(), neverSent);
        }
    }

    /** Sends a file, such as a list of people as {@code text/csv}, and gives back whatever was answered. */
    public Reply text(String client, String path, String type, String text) {
        return send("POST", path, client, new Content(type, text.getBytes(UTF_8)), ANY_JSON);
    }

    private record Content(String type, byte[] bytes) {}

    private static Content content(Object body) {
        return body instanceof Content ready ? ready : new Content("application/json", JSON.writeValueAsBytes(body));
    }

    private Reply send(String method, String path, @Nullable String client, @Nullable Object body, String accept) {
        boolean broken = false;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response =
                        http.send(request(method, path, client, body, accept), BodyHandlers.ofString());
                int status = response.statusCode();
                if (status == 401 && client != null && attempt == 1) {
                    tokens.remove(client);
                } else if ((status == 429 || status == 503) && attempt < TRIES) {
                    rest(response.headers().firstValueAsLong("Retry-After").orElse(0) * 1000, attempt);
                } else {
                    return new Reply(method + " " + path, status, response.body(), broken);
                }
            } catch (IOException cut) {
                broken = true;
                if (attempt == TRIES) {
                    throw new UncheckedIOException(unreachable(), cut);
                }
                rest(0, attempt);
            } catch (InterruptedException stopped) {
                throw stopped();
            }
        }
    }

    private HttpRequest request(
            String method, String path, @Nullable String client, @Nullable Object body, String accept) {
        var request = HttpRequest.newBuilder(origin.resolve(BASE + path))
                .timeout(PATIENCE)
                .header("Accept", accept);
        if (client != null) {
            request.header("Authorization", "Bearer " + token(client));
        }
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        var content = content(body);
        return request.header("Content-Type", content.type())
                .method(method, BodyPublishers.ofByteArray(content.bytes()))
                .build();
    }

    /** A token of this client, for calls that are made in another way. */
    public String tokenOf(String client) {
        return token(client);
    }

    private String token(String client) {
        Token token = tokens.get(client);
        if (token == null || Instant.now().isAfter(token.goodUntil())) {
            token = freshToken(client);
            tokens.put(client, token);
        }
        return token.value();
    }

    /** The demonstration's clients have their own name and "-demo" as secret. */
    private Token freshToken(String client) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + client + "-demo").getBytes(UTF_8));
        var request = HttpRequest.newBuilder(origin.resolve("/oauth2/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=groeipuls"))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var body = new Reply("POST /oauth2/token for " + client, response.statusCode(), response.body(), false)
                    .expect(200)
                    .json();
            var lasts = Duration.ofSeconds(body.path("expires_in").asLong(300)).minus(EARLY);
            return new Token(body.path("access_token").asString(), Instant.now().plus(lasts));
        } catch (IOException cut) {
            throw new UncheckedIOException(unreachable(), cut);
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    private static void rest(long askedMillis, int attempt) {
        try {
            Thread.sleep(Math.min(5_000, Math.max(askedMillis, 25L << attempt)));
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    private static IllegalStateException stopped() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The play was stopped");
    }

    private String unreachable() {
        return origin + " does not answer: see that the server runs there";
    }

    @Override
    public void close() {
        http.close();
    }
}
