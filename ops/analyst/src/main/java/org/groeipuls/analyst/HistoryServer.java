package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The server as an analyst reaches it. Fetches a token when it needs one, and again when one has grown old. */
final class HistoryServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final Login login;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private @Nullable String token;

    HistoryServer(Login login) {
        this.login = login;
    }

    URI url() {
        return login.url();
    }

    JsonNode get(String path) {
        return json(send("GET", path, null, "application/json, application/problem+json"));
    }

    JsonNode post(String path, @Nullable JsonNode body) {
        return json(send("POST", path, body, "application/json, application/problem+json"));
    }

    /** What comes of it is read while it is sent. */
    InputStream stream(String path, String accept) {
        return refused(send("GET", path, null, accept)).body();
    }

    /** As it is, whatever the server says. */
    HttpResponse<InputStream> send(String method, String path, @Nullable JsonNode body, String accept) {
        for (int attempt = 1; ; attempt++) {
            var request = HttpRequest.newBuilder(login.url().resolve(path))
                    .timeout(PATIENCE)
                    .header("Accept", accept)
                    .header("Accept-Language", "en")
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
            if (path.startsWith("/api/")) {
                request.header("Authorization", "Bearer " + token());
            }
            var answer = send(request.build());
            boolean old = answer.statusCode() == 401 && login.tokenFile() == null;
            boolean busy = answer.statusCode() == 503 || answer.statusCode() == 429;
            if (attempt == TRIES || !old && !busy || !path.startsWith("/api/")) {
                return answer;
            }
            close(answer.body());
            token = null;
            rest(attempt);
        }
    }

    private static void close(InputStream body) {
        try (body) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException cut) {
            throw new Unreachable("The server has cut its answer off: try again");
        }
    }

    private static void rest(int attempt) {
        try {
            Thread.sleep(100L << attempt);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("Stopped");
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Unreachable("The server at " + request.uri().resolve("/")
                    + " does not answer: see that it runs and that the address is right");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable("Stopped");
        }
    }

    /** The same answer, or what the server said when it said no. */
    static HttpResponse<InputStream> refused(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer;
        }
        var said = text(answer);
        var detail = said.path("detail").asString(said.path("title").asString(""));
        throw new WrongUse("The server says " + status + " to " + answer.uri().getPath()
                + (detail.isEmpty() ? "" : ": " + detail)
                + (status == 401 || status == 403 ? "; sign in with the role that this needs" : ""));
    }

    private static JsonNode json(HttpResponse<InputStream> answer) {
        return text(refused(answer));
    }

    private static JsonNode text(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            return ExportedEvent.JSON.readTree(body.readAllBytes());
        } catch (IOException cut) {
            throw new Unreachable("The server has cut its answer off: try again");
        } catch (JacksonException other) {
            return ExportedEvent.JSON.missingNode();
        }
    }

    private String token() {
        var known = token;
        if (known == null) {
            known = login.tokenFile() == null ? fetched() : kept();
            token = known;
        }
        return known;
    }

    private String kept() {
        var file = login.tokenFile();
        try {
            return file == null ? "" : Files.readString(file).strip();
        } catch (IOException e) {
            throw new WrongUse("The token cannot be read from " + file);
        }
    }

    private String fetched() {
        var tokenUrl = login.tokenUrl();
        if (tokenUrl == null) {
            throw new WrongUse("Nobody is signed in: run groeipuls login, or give --url and --token-file");
        }
        var basic = URLEncoder.encode(String.valueOf(login.client()), UTF_8) + ":"
                + URLEncoder.encode(String.valueOf(login.secret()), UTF_8);
        var answer = send(HttpRequest.newBuilder(tokenUrl)
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=groeipuls"))
                .build());
        var given = text(answer).path("access_token").asString("");
        if (answer.statusCode() != 200 || given.isEmpty()) {
            throw new WrongUse("The sign-in at " + tokenUrl + " does not know this client or its secret");
        }
        return given;
    }

    @Override
    public void close() {
        http.close();
    }
}
