package org.groeipuls.system.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.groeipuls.simulation.SurveyClient;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A server with a team, and one beside it, that are asked with blind tickets, and people who sign in to it. */
final class BlindPulse implements AutoCloseable {
    static final int PEOPLE = 20;

    /** How many are in the team beside it; their numbers follow. */
    static final int BESIDE = 10;

    private static final String FORM = "application/x-www-form-urlencoded";

    static final Instant TICKETS = Instant.parse("2027-01-31T08:00:00Z");
    static final Instant OPENS = Instant.parse("2027-02-01T08:00:00Z");
    static final Instant CLOSES = Instant.parse("2027-02-09T08:00:00Z");

    private final ConfigurableApplicationContext server;
    private final Chromium chromium;
    private final SurveyClient client;
    private final String origin;

    BlindPulse(Path folder) {
        Chromium.assumeInstalled();
        server = GroeipulsServer.start(
                "--groeipuls.demonstration=true", "--groeipuls.data=" + folder.resolve("data"), "--server.port=0");
        origin = "http://127.0.0.1:"
                + Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
        client = new SurveyClient(URI.create(origin));
        client.put("hr", "/units/root", Map.of("name", "Gemeente"));
        client.put("hr", "/teams/team", Map.of("name", "Groen", "unit", "root", "size", PEOPLE));
        client.put("hr", "/teams/beside", Map.of("name", "Blauw", "unit", "root", "size", BESIDE));
        invite();
        chromium = Chromium.start();
    }

    /** HR sends the list of people. */
    private void invite() {
        var list = new StringBuilder("person,address,language,team,role\n");
        for (int number = 1; number <= PEOPLE + BESIDE; number++) {
            list.append("%1$s,%1$s@gemeente.example,nl,%2$s,employee\n"
                    .formatted(person(number), number <= PEOPLE ? "team" : "beside"));
        }
        var basic = "Basic " + Base64.getEncoder().encodeToString("hr:hr-demo".getBytes(StandardCharsets.UTF_8));
        var token = JsonMapper.shared()
                .readTree(post("/oauth2/token", basic, FORM, "grant_type=client_credentials&scope=groeipuls"))
                .path("access_token")
                .asString();
        post("/api/v1/people/imports?dryRun=false", "Bearer " + token, "text/csv", list.toString());
    }

    private String post(String path, String authorization, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", authorization)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + response.body());
            }
            return response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Issues a pulse for the team; its tickets can be fetched from a day before it opens. */
    void issue(String pulse) {
        issue(pulse, Map.of());
    }

    void issue(String pulse, String form, String tickets) {
        issue(pulse, Map.of("form", form, "tickets", tickets));
    }

    /** @param otherwise what is asked otherwise than of the team, with form F1 and blind tickets */
    void issue(String pulse, Map<String, ?> otherwise) {
        var asked = new HashMap<String, Object>(Map.of(
                "instrument",
                "groeipuls@1",
                "form",
                "F1",
                "groups",
                List.of("team"),
                "opensAt",
                OPENS.toString(),
                "closesAt",
                CLOSES.toString(),
                "tickets",
                "blind"));
        asked.putAll(otherwise);
        client.put("hr", "/pulses/" + pulse, asked);
    }

    String origin() {
        return origin;
    }

    SurveyClient client() {
        return client;
    }

    /** A browser of somebody, with nothing in it. */
    BrowserContext browser(int width, int height) {
        var context = chromium.visitor(width, height);
        context.setDefaultTimeout(10_000);
        return context;
    }

    /** The name under which the nth person of the team signs in. */
    static String person(int number) {
        return "medewerker-" + number;
    }

    /** Goes to the inbox, signing in on the way. */
    void enter(Page page, int person, String language) {
        enterAs(page, person(person), language);
    }

    void enterAs(Page page, String name, String language) {
        page.navigate(origin + "/inbox?lang=" + language);
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(name + "-demo");
        page.locator("main button[type=submit]").click();
        page.locator("[data-inbox]").waitFor();
        page.navigate(origin + "/inbox?lang=" + language);
    }

    void signOut(Page page) {
        page.navigate(origin + "/inbox?lang=nl");
        page.locator("form[action^='/logout'] button").click();
        page.waitForURL("**/signed-out**");
    }

    String answerAddress(String pulse) {
        return answerAddress(pulse, "team");
    }

    String answerAddress(String pulse, String group) {
        return origin + "/answer/" + pulse + "/" + group + "?lang=nl";
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
    }
}
