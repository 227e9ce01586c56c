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
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** All of history is read first, up to a minute for each million events, and perhaps for somebody else before that. */
    private static final Duration LONGEST_SIGNING = Duration.ofMinutes(30);

    private static final String JSON = "application/json, application/problem+json";

    private final Login login;
    private Patience patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private @Nullable String token;

    HistoryServer(Login login, Patience patience) {
        this.login = login;
        this.patience = patience;
    }

    /** From now on. */
    void patience(Patience other) {
        patience = other;
    }

    URI url() {
        return login.url();
    }

    /** Asks again while the server does not answer, as long as patience lasts. */
    JsonNode get(String path) {
        return patience.read(() -> json(send("GET", path, null, JSON, LONGEST)));
    }

    /** Sent once, whatever comes of it. */
    JsonNode post(String path, @Nullable JsonNode body) {
        return json(send("POST", path, body, JSON, LONGEST));
    }

    /**
     * A head of history as it is now, after all of it was read.
     *
     * @throws Refused when it is not what was signed before
     */
    JsonNode sign() {
        return json(send("POST", "/api/v1/history/heads", null, JSON, LONGEST_SIGNING));
    }

    /** Sent once, whatever comes of it. */
    void delete(String path) {
        json(send("DELETE", path, null, JSON, LONGEST));
    }

    /** Takes an answer while it is sent. */
    @FunctionalInterface
    interface Body<T, E extends Exception> {
        T read(InputStream body) throws E;
    }

    /** The same for what is read while it is sent; who takes it says {@link #cutOff()} when it has to be asked for again. */
    <T, E extends Exception> T read(String path, String accept, Body<T, E> taker) throws E {
        return patience.read(() -> {
            var body = refused(send("GET", path, null, accept, LONGEST)).body();
            try {
                return taker.read(body);
            } finally {
                leave(body);
            }
        });
    }

    /** What the server says to it, whatever that is; asks again only while it says nothing. */
    HttpResponse<InputStream> answer(String path) {
        return patience.read(() -> send("GET", path, null, "application/json", LONGEST));
    }

    private HttpResponse<InputStream> send(
            String method, String path, @Nullable JsonNode body, String accept, Duration longest) {
        var request = HttpRequest.newBuilder(login.url().resolve(path))
                .timeout(longest)
                .header("Accept", accept)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (!path.startsWith("/api/")) {
            return send(request.build());
        }
        var held = token();
        var answer = send(request.setHeader("Authorization", "Bearer " + held).build());
        if (answer.statusCode() != 401) {
            return answer;
        }
        token = null;
        var fresh = token();
        if (fresh.equals(held)) {
            return answer;
        }
        leave(answer.body());
        return send(request.setHeader("Authorization", "Bearer " + fresh).build());
    }

    private static void leave(InputStream body) {
        try {
            body.close();
        } catch (IOException cut) {
            // nothing more is wanted of it
        }
    }

    static Unreachable cutOff() {
        return new Unreachable("The server has cut its answer off");
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Unreachable("The server at " + request.uri().resolve("/")
                    + " does not answer: see that it runs and that the address is right");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Patience.Stopped();
        }
    }

    /**
     * The same answer.
     *
     * @throws Unreachable when the server says that it cannot now
     * @throws Refused when it says no
     */
    private static HttpResponse<InputStream> refused(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer;
        }
        var said = text(answer);
        var detail = said.path("detail").asString(said.path("title").asString(""));
        var message = "The server says " + status + " to " + answer.uri().getPath()
                + (detail.isEmpty() ? "" : ": " + detail)
                + (status == 401 || status == 403 ? "; sign in with the role that this needs" : "");
        throw notNow(status)
                ? new Unreachable(message)
                : new Refused(message, said.path("type").asString(""));
    }

    /** The server says no, and by which rule. */
    static final class Refused extends WrongUse {
        private static final long serialVersionUID = 1;
        private final String type;

        private Refused(String message, String type) {
            super(message);
            this.type = type;
        }

        /** @param code of the rule, such as {@code not-in-tree} */
        boolean by(String code) {
            return type.equals("urn:groeipuls:problem:" + code);
        }
    }

    private static boolean notNow(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private static JsonNode json(HttpResponse<InputStream> answer) {
        return text(refused(answer));
    }

    private static JsonNode text(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            return ExportedEvent.JSON.readTree(body.readAllBytes());
        } catch (IOException cut) {
            throw cutOff();
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
                .timeout(LONGEST)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=groeipuls"))
                .build());
        if (notNow(answer.statusCode())) {
            leave(answer.body());
            throw new Unreachable("The sign-in at " + tokenUrl + " says " + answer.statusCode());
        }
        var said = text(answer);
        var given = said.path("access_token").asString("");
        if (answer.statusCode() != 200 || given.isEmpty()) {
            throw new WrongUse(noToken(tokenUrl, answer.statusCode(), said));
        }
        return given;
    }

    private static String noToken(URI tokenUrl, int status, JsonNode said) {
        var error = said.path("error").asString("");
        if (status == 401 || error.equals("invalid_client")) {
            return "The sign-in at " + tokenUrl + " does not know this client or its secret";
        }
        return error.isEmpty()
                ? "No sign-in gives tokens at " + tokenUrl + " (it says " + status
                        + "): give its address as --token-url"
                : "The sign-in at " + tokenUrl + " gives no token: " + error + " "
                        + said.path("error_description").asString("");
    }

    @Override
    public void close() {
        http.close();
    }
}
