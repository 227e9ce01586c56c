package org.groeipuls.council;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.groeipuls.simulation.SurveyClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** The works council's tool against a demonstration, from the key to the count. */
class CouncilToolTest {
    private static final String TEAM = "wegen";

    @TempDir
    static Path folder;

    private static @Nullable ConfigurableApplicationContext server;
    private static URI address = URI.create("http://127.0.0.1");
    private static SurveyClient survey = new SurveyClient(address);
    private static int pulses;

    private final String pulse = "two-layers-" + ++pulses;
    private final StringWriter said = new StringWriter();
    private Path key = Path.of("");

    @BeforeAll
    static void a_demonstration_with_a_team() throws IOException {
        server = GroeipulsServer.start(
                "--groeipuls.demonstration=true",
                "--groeipuls.data=" + folder.resolve("data"),
                "--groeipuls.vault=" + folder.resolve("vault"),
                "--groeipuls.tick=1h",
                "--server.port=0");
        address = URI.create(
                "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        survey = new SurveyClient(address);
        survey.put("hr", "/units/dienst", Map.of("name", "Dienst"));
        survey.put("hr", "/teams/" + TEAM, Map.of("name", "Wegen", "unit", "dienst", "size", 8));
        Files.writeString(folder.resolve("token"), survey.tokenOf("works-council"));
    }

    @AfterAll
    static void stops() {
        survey.close();
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void a_key_file() {
        key = folder.resolve(pulse + ".key");
    }

    private int council(String command, String... more) {
        return council(address, command, more);
    }

    private int council(URI url, String command, String... more) {
        var arguments = new java.util.ArrayList<>(List.of(
                command,
                "--url",
                url.toString(),
                "--token-file",
                folder.resolve("token").toString(),
                "--pulse",
                pulse));
        arguments.addAll(List.of(more));
        return new CommandLine(new CouncilCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .setExecutionExceptionHandler((failed, line, parsed) -> {
                    said.append(failed.getMessage());
                    return 2;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private Instant issued() {
        var now = Instant.parse(survey.get("operator", "/clock").path("instant").asString());
        var opens = now.plus(Duration.ofDays(2));
        survey.put(
                "hr",
                "/pulses/" + pulse,
                Map.of(
                        "instrument",
                        "groeipuls@1",
                        "form",
                        "F1",
                        "groups",
                        List.of(TEAM),
                        "opensAt",
                        opens.toString(),
                        "closesAt",
                        opens.plus(Duration.ofDays(7)).toString(),
                        "tickets",
                        "link",
                        "layers",
                        2));
        return opens;
    }

    private void answeredAndClosed(Instant opens) {
        survey.clock(opens.plusSeconds(3600));
        var codes = survey.post("hr", "/pulses/" + pulse + "/links", Map.of("group", TEAM))
                .json()
                .path("codes");
        for (int person = 0; person < 6; person++) {
            survey.ballot(Map.of(
                            "pulse",
                            pulse,
                            "code",
                            codes.path(person).asString(),
                            "sequence",
                            1,
                            "answers",
                            Map.of("PS1", 1 + person % 5, "PS2", 3)))
                    .expect(201);
        }
        survey.clock(opens.plus(Duration.ofDays(8)));
    }

    private String state() {
        return survey.get("hr", "/pulses/" + pulse).path("state").asString();
    }

    @Test
    void a_pulse_with_two_layers_is_counted_by_way_of_the_tool() {
        assertThat(council("key", "--key", key.toString())).as("%s", said).isZero();
        assertThat(key).isReadable();
        var opens = issued();
        assertThat(council("check", "--key", key.toString())).as("%s", said).isZero();
        assertThat(said.toString()).contains("Two layers, with your key").contains("8 people");

        answeredAndClosed(opens);
        assertThat(state()).isEqualTo("closed");
        assertThat(council("open", "--key", key.toString())).as("%s", said).isZero();

        assertThat(said.toString()).contains("Gave 6 sheets of 1 groups back").contains("not valid: 0");
        assertThat(state()).isEqualTo("counted");
        assertThat(key).doesNotExist();
    }

    @Test
    void a_frozen_key_that_is_not_the_councils_is_found() throws IOException {
        assertThat(council("key", "--key", key.toString())).as("%s", said).isZero();
        issued();
        var other = folder.resolve(pulse + ".other");
        new KeyFile(other).create(org.groeipuls.anonymity.CouncilKey.generate());

        assertThat(council("check", "--key", other.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("the frozen key is NOT yours");
        assertThat(council("check")).isEqualTo(1);
    }

    @Test
    void a_key_is_never_overwritten_and_one_that_the_server_refuses_is_not_kept() {
        issuedOnce();
        assertThat(council("key", "--key", key.toString())).isEqualTo(2);
        assertThat(key).doesNotExist();
        assertThat(said.toString()).contains("409");

        new KeyFile(key).create(org.groeipuls.anonymity.CouncilKey.generate());
        assertThat(council("key", "--key", key.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("a key is never overwritten");
    }

    @Test
    void a_key_whose_reply_was_lost_is_kept_and_given_again() throws IOException {
        var proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            passOn(exchange);
            exchange.close(); // the server has it, and nobody hears so
        });
        proxy.start();
        var cut = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
        assertThat(council(cut, "key", "--key", key.toString())).isEqualTo(2);
        proxy.stop(0);

        assertThat(key).isReadable();
        assertThat(said.toString()).contains(key.toString()).contains("--again");
        issued();
        assertThat(council("key", "--key", key.toString()))
                .as("without the word")
                .isEqualTo(2);
        assertThat(council("key", "--key", key.toString(), "--again"))
                .as("%s", said)
                .isZero();
        assertThat(council("check", "--key", key.toString())).as("%s", said).isZero();
    }

    private static void passOn(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(address.resolve(exchange.getRequestURI()))
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .header("Content-Type", "application/json")
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Test
    void a_key_that_is_given_again_is_kept_even_when_the_server_refuses_it() {
        issuedOnce();
        var other = new KeyFile(key);
        other.create(org.groeipuls.anonymity.CouncilKey.generate());

        assertThat(council("key", "--key", key.toString(), "--again")).isEqualTo(2);

        assertThat(key).isReadable();
        assertThat(said.toString()).contains("409");
    }

    private void issuedOnce() {
        var first = folder.resolve(pulse + ".first");
        assertThat(council("key", "--key", first.toString())).isZero();
        issued();
    }

    @Test
    void before_the_close_there_is_nothing_to_open_and_the_key_is_kept() {
        assertThat(council("key", "--key", key.toString())).isZero();
        issued();

        assertThat(council("open", "--key", key.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("Only a closed pulse with two layers");
        assertThat(key).isReadable();
    }
}
