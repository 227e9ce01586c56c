package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.groeipuls.simulation.Demonstration;
import org.groeipuls.simulation.SurveyClient;
import org.groeipuls.system.browser.Chromium;
import org.springframework.context.ConfigurableApplicationContext;

/** A server in which the demonstration's last months happened, and beside them what they lack; and who signs in. */
final class World implements AutoCloseable {
    static final String ANYBODY = "";
    static final String TEAM = "wijkteam-noord";
    static final String LEAD = "lead-wijkteam-noord";

    /** Has a team with one counted pulse. */
    static final String FIRST = "parken";

    static final String FIRST_LEAD = "lead-parken";

    /** Has a team that was never asked. */
    static final String EMPTY = "begraafplaatsen";

    static final String EMPTY_LEAD = "lead-begraafplaatsen";

    /** Was asked and has not fetched a ticket. */
    static final String WAITING = "wijkteam-noord-14";

    /** Fetched a ticket in this browser, and signed out. */
    static final String HELD = "wijkteam-noord-13";

    /** Stands behind the # for a code that nobody uses again: two browsers with one code would get in each other's way. */
    static final String UNUSED = "unused";

    private static final Instant NOW = Instant.parse("2026-10-28T11:30:00Z");
    private static final String SENT_BY = "/pulses/kaarten/cards?lang=";

    private final ConfigurableApplicationContext server;
    private final String origin;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Map<String, Deque<String>> codes;
    private static final Map<String, String> CARDS = new ConcurrentHashMap<>();

    /** @param pulses how many were counted, 1 to 26 */
    World(Path folder, int pulses) {
        server = GroeipulsServer.start(
                "--groeipuls.demonstration=true",
                "--groeipuls.data=" + folder.resolve("store"),
                "--groeipuls.vault=" + folder.resolve("vault"),
                "--server.port=0");
        origin = "http://127.0.0.1:"
                + Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
        try (var client = new SurveyClient(URI.create(origin))) {
            Demonstration.play(client, NOW, pulses);
            codes = new Additions(client, NOW).make();
        }
    }

    String origin() {
        return origin;
    }

    /** The address of a scene in a language, and with a code when the scene needs one. */
    String address(String path, String language) {
        var parts = path.split("#", 2);
        var whole =
                origin + parts[0] + (parts[0].contains("?") ? "&" : "?") + "lang=" + language + "&said=" + Walk.ECHO;
        return parts.length == 1 ? whole : whole + "#" + code(parts[0], parts[1]);
    }

    private String code(String path, String which) {
        var free = codes.getOrDefault(path, new ArrayDeque<>());
        synchronized (free) {
            var code = which.equals(UNUSED) ? free.pollFirst() : free.peekLast();
            return Objects.requireNonNull(code, () -> "no code is left for " + path);
        }
    }

    /** A browser of somebody, signed in when they have a name. */
    BrowserContext browser(Chromium chromium, String who, Browser.NewContextOptions kind) {
        if (!who.equals(ANYBODY)) {
            kind.setStorageState(states.computeIfAbsent(who, name -> signedIn(chromium, name)));
        }
        return patient(chromium.visitor(kind));
    }

    private static BrowserContext patient(BrowserContext context) {
        context.setDefaultTimeout(15_000);
        return context;
    }

    private String signedIn(Chromium chromium, String name) {
        try (var context = patient(chromium.visitor(new Browser.NewContextOptions()))) {
            var page = context.newPage();
            page.navigate(origin + "/login");
            page.locator("input[name=username]").fill(name);
            page.locator("input[name=password]").fill(name + "-demo");
            page.locator("main button[type=submit]").click();
            page.waitForURL(url -> !url.contains("/login"));
            if (name.equals(HELD)) {
                fetchTicket(page);
            }
            if (name.equals("hr")) {
                printCards(page);
            }
            return context.storageState();
        }
    }

    private void fetchTicket(Page page) {
        page.navigate(origin + "/inbox?lang=nl");
        page.locator("[data-do=fetch]").first().click();
        page.locator("[data-when=held]:not([hidden])").first().waitFor();
    }

    /** Once per group: of one in Dutch, of another in English. */
    private void printCards(Page page) {
        page.navigate(origin + SENT_BY + "nl");
        var token = page.locator("input[name=_csrf]").first().getAttribute("value");
        Map.of("nl", "balie", "en", "klantcontact").forEach((language, group) -> {
            APIResponse printed = page.request()
                    .post(
                            origin + SENT_BY + language,
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("_csrf", token)
                                            .set("group", group)));
            CARDS.put(language, printed.text());
        });
    }

    static void answerWithCards(Route route) {
        var language = route.request().url().contains("lang=en") ? "en" : "nl";
        var real = route.fetch();
        route.fulfill(new Route.FulfillOptions().setResponse(real).setBody(CARDS.getOrDefault(language, "")));
    }

    @Override
    public void close() {
        server.close();
    }
}
