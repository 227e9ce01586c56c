package org.groeipuls.api;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.groeipuls.api.operator.SurveyClock;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.util.FileSystemUtils;

/** A demonstration on a free port, with a driven clock and an empty store; one per kind of store for all tests. */
public final class Server {
    /** The role whose name is no client of the demonstration. */
    public static final String EMPLOYEE = "employee";

    /** A Tuesday like any other: what falls due on working days does not hang on the day that tests run. */
    private static final Instant FIRST = Instant.parse("2027-02-02T09:00:00Z");

    private final ConfigurableApplicationContext context;
    private final Path folder;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Server(ConfigurableApplicationContext context, Path folder) {
        this.context = context;
        this.folder = folder;
        this.address = URI.create("http://127.0.0.1:" + port(context));
    }

    private static final Deque<Runnable> STOPS = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Server::stopAll));
    }

    private static final class OnH2 {
        static final Server SERVER = start(folder());
    }

    private static final class OnPostgres {
        static final Server SERVER = started();

        private static Server started() {
            var history = OnePostgres.database("history");
            return start(
                    folder(),
                    "--spring.datasource.url=" + history,
                    "--groeipuls.box.url=" + OnePostgres.database("box"),
                    "--groeipuls.box.user=postgres");
        }
    }

    private static final class OnePostgres {
        static {
            STOPS.push(Postgres::stop);
        }

        static String database(String name) {
            return Postgres.database(name);
        }
    }

    /** Two nodes over one history, one database of boxes and one vault, which nobody else uses. */
    static List<Server> twoNodes(String name) {
        return nodesOnPostgres(2, name);
    }

    /** So many nodes over one history, one database of boxes and one vault, which nobody else uses. */
    public static List<Server> nodesOnPostgres(int count, String name, String... more) {
        var history = OnePostgres.database(name + "_history");
        var boxes = OnePostgres.database(name + "_box");
        var folder = folder();
        List<Server> nodes = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + history, "--groeipuls.box.url=" + boxes, "--groeipuls.box.user=postgres"));
        arguments.addAll(List.of(more));
        for (int node = 0; node < count; node++) {
            nodes.add(start(folder, arguments.toArray(String[]::new)));
        }
        return nodes;
    }

    /** Stops all that were started, the last one first: a database after the servers that need it. */
    private static void stopAll() {
        while (!STOPS.isEmpty()) {
            STOPS.pop().run();
        }
    }

    /** The one with embedded files. */
    public static Server onH2() {
        return OnH2.SERVER;
    }

    /** The one with two databases on one PostgreSQL. */
    public static Server onPostgres() {
        return OnPostgres.SERVER;
    }

    /** One of a test's own, with an empty store; whoever starts it closes its context. */
    public static Server alone(String... more) {
        return start(false, folder(), more);
    }

    private static Server start(Path folder, String... more) {
        return start(true, folder, more);
    }

    private static Server start(boolean shared, Path folder, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--groeipuls.demonstration=true",
                "--groeipuls.data=" + folder.resolve("data"),
                "--groeipuls.vault=" + folder.resolve("vault"),
                "--groeipuls.tick=1h",
                "--groeipuls.webhooks.hosts=127.0.0.1,receiver.example",
                "--server.port=0"));
        // of an argument that is given twice both values would count
        for (var argument : more) {
            var key = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(standard -> standard.startsWith(key));
            arguments.add(argument);
        }
        var context = GroeipulsServer.start(arguments.toArray(String[]::new));
        if (shared) {
            STOPS.push(context::close);
        }
        var clock = context.getBean(SurveyClock.class);
        if (clock.instant().isBefore(Instant.now().plus(Duration.ofMinutes(1)))) {
            clock.set(FIRST);
        }
        return new Server(context, folder);
    }

    /** A folder that goes with the JVM. */
    public static Path folder() {
        try {
            var folder = Files.createTempDirectory("groeipuls-test");
            STOPS.push(() -> {
                try {
                    FileSystemUtils.deleteRecursively(folder);
                } catch (IOException e) {
                    System.err.println("Left behind: " + folder);
                }
            });
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that a server has taken. */
    public static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** The folder with the server's files: {@code data} and {@code vault}. */
    public Path files() {
        return folder;
    }

    public URI address() {
        return address;
    }

    /**
     * Asks and waits.
     *
     * @param who a name of the demonstration; null for nobody
     * @param json the body; null for none
     * @param headers names and values in turn
     */
    public Reply ask(@Nullable String who, String method, String path, @Nullable String json, String... headers) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (who != null) {
            request.setHeader("Authorization", "Bearer " + token(who));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        var reply = send(request.build());
        var sent = request.build()
                        .headers()
                        .firstValue("Content-Type")
                        .filter("application/json"::equals)
                        .isPresent()
                ? json
                : null;
        var faults = Published.INTERFACE.faults(method, address.resolve(path).getPath(), sent, reply);
        if (!faults.isEmpty()) {
            throw new AssertionError(method + " " + path + " is not as docs/openapi.yaml says: " + faults);
        }
        return reply;
    }

    private static final class Published {
        static final PublishedInterface INTERFACE = PublishedInterface.committed();
    }

    public Reply get(@Nullable String who, String path, String... headers) {
        return ask(who, "GET", path, null, headers);
    }

    public Reply send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token(String who) {
        return tokens.computeIfAbsent(who, name -> name.equals(EMPLOYEE) ? token(name, "groeipuls") : fetched(name));
    }

    private String fetched(String name) {
        var secret = Base64.getEncoder().encodeToString((name + ":" + name + "-demo").getBytes(StandardCharsets.UTF_8));
        var reply = send(HttpRequest.newBuilder(address.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=groeipuls"))
                .build());
        return reply.json().get("access_token").asString();
    }

    /** A token that the demonstration signed for one role and an audience of the test's choice. */
    @SuppressWarnings("unchecked")
    public String token(String role, String audience) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .subject(role)
                .audience(List.of(audience))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600))
                .claim("roles", List.of(role))
                .build();
        var keys = (JWKSource<SecurityContext>) context.getBean("demonstrationKeys");
        return new NimbusJwtEncoder(keys)
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    /** What the survey's clock says, in whole seconds. */
    public Instant now() {
        return Instant.ofEpochSecond(Instant.parse(
                        get("operator", "/api/v1/clock").json().get("instant").asString())
                .getEpochSecond());
    }

    /** Sets the clock and does what is then due. */
    public void clockTo(Instant instant) {
        var reply = ask("operator", "POST", "/api/v1/clock", "{\"instant\":\"" + instant + "\"}");
        if (reply.status() != 200) {
            throw new AssertionError("The clock stands still: " + reply);
        }
    }
}
