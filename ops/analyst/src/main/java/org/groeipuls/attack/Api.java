package org.groeipuls.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A server as an attacker reaches it: over HTTP, with the token of a role or with none. Safe for many threads. */
public final class Api implements AutoCloseable {
    static final String BASE = "/api/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 6;

    private final URI origin;
    private final Map<String, String> tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final boolean demonstration;

    /**
     * @param origin scheme, host and port
     * @param tokens per role the token to use; a demonstration gives out its own
     */
    public Api(URI origin, Map<String, String> tokens) {
        this.origin = origin;
        this.tokens = new ConcurrentHashMap<>(tokens);
        this.demonstration = signIn("operator") && get("operator", "/clock").status() == 200;
    }

    /** Whether attacks that leave something behind may be run: the clock can be driven and nobody real answers. */
    public boolean demonstration() {
        return demonstration;
    }

    /** The roles that this attacker has a token of. */
    Set<String> roles() {
        return new TreeSet<>(tokens.keySet());
    }

    boolean has(String role) {
        return tokens.containsKey(role) || demonstration && signIn(role);
    }

    Answer get(@Nullable String who, String path, String... headers) {
        return ask(who, "GET", path, null, headers);
    }

    Answer ask(@Nullable String who, String method, String path, @Nullable Object json, String... headers) {
        return send(who, method, BASE + path, json, headers);
    }

    /** Asks outside the API. */
    Answer page(String path, String... headers) {
        return send(null, "GET", path, null, headers);
    }

    private Answer send(@Nullable String who, String method, String path, @Nullable Object json, String... headers) {
        var request = HttpRequest.newBuilder(origin.resolve(path)).timeout(PATIENCE);
        if (json == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            byte[] body = json instanceof String raw ? raw.getBytes(UTF_8) : Answer.JSON.writeValueAsBytes(json);
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofByteArray(body));
        }
        if (who != null && has(who)) {
            request.header("Authorization", "Bearer " + tokens.get(who));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private Answer send(HttpRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = new Answer(http.send(request, BodyHandlers.ofByteArray()));
                if (attempt == TRIES || answer.status() != 429 && answer.status() != 503) {
                    return answer;
                }
                Thread.sleep(50L << attempt);
            } catch (IOException cut) {
                if (attempt == TRIES) {
                    throw new AttackNotRun(
                            "The server does not answer: see that it runs and that the address is right", cut);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AttackNotRun("The attack was stopped", stopped);
            }
        }
    }

    /** Gets a demonstration's token: every name there has itself and "-demo" as secret. */
    private boolean signIn(String name) {
        if (tokens.containsKey(name)) {
            return true;
        }
        var basic = Base64.getEncoder().encodeToString((name + ":" + name + "-demo").getBytes(UTF_8));
        var answer = send(HttpRequest.newBuilder(origin.resolve("/oauth2/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=groeipuls"))
                .build());
        var token = answer.json().path("access_token").asString("");
        if (answer.status() != 200 || token.isEmpty()) {
            return false;
        }
        tokens.put(name, token);
        return true;
    }

    /** What the survey's clock says. */
    Instant now() {
        return Instant.parse(get("operator", "/clock").json().path("instant").asString());
    }

    void clockTo(Instant instant) {
        var answer = ask("operator", "POST", "/clock", Map.of("instant", instant.toString()));
        if (!answer.ok()) {
            throw new AttackNotRun("The clock of the demonstration stands still: " + answer);
        }
    }

    /** The interface as the server describes it; empty where it does not. */
    JsonNode description() {
        return get(null, "/openapi").json();
    }

    /** The version that the server says it has. */
    public String version() {
        return description().at("/info/version").asString("unknown");
    }

    @Override
    public void close() {
        http.close();
    }
}
