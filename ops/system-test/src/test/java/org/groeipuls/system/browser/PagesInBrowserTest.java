package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.groeipuls.simulation.SurveyClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Somebody answers on a phone, checks the receipt after the count, and a lead looks at the dashboard. */
class PagesInBrowserTest {
    private static final String OPENS = "2027-02-01T08:00:00Z";
    private static final String CLOSES = "2027-02-09T08:00:00Z";

    /** What the employee taps, by statement; the last one is turned around when it is scored. */
    private static final Map<String, String> TAPPED = Map.of(
            "Wie een fout maakt, telt daarna nog volop mee.", "Helemaal eens",
            "Wie hier om hulp vraagt, komt zwak over.", "Oneens",
            "Als er iets misgaat, zeg ik dat hier makkelijk.", "Oneens",
            "Mijn leidinggevende vertelde over een eigen fout.", "Drie keer",
            "Na een fout vragen we eerst wie het deed.", "Helemaal oneens",
            "Mijn leidinggevende zei dat we open mogen zijn over fouten.", "Zeg ik liever niet");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext server;
    private static SurveyClient client;
    private static String origin = "";
    private static Chromium chromium;
    private static final List<String> CODES = new ArrayList<>();

    @BeforeAll
    static void aTeamIsAsked() {
        Chromium.assumeInstalled();
        server = GroeipulsServer.start(
                "--groeipuls.demonstration=true", "--groeipuls.data=" + folder.resolve("data"), "--server.port=0");
        origin = "http://127.0.0.1:"
                + Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
        client = new SurveyClient(URI.create(origin));
        client.put("hr", "/units/root", Map.of("name", "Gemeente"));
        client.put(
                "hr",
                "/teams/team",
                Map.of("name", "Groen", "unit", "root", "size", 12, "leads", List.of("lead-team")));
        client.put("hr", "/teams/foreign", Map.of("name", "Blauw", "unit", "root", "size", 12));
        client.put(
                "hr",
                "/pulses/peiling",
                Map.of(
                        "instrument",
                        "groeipuls@1",
                        "form",
                        "F1",
                        "groups",
                        List.of("team"),
                        "opensAt",
                        OPENS,
                        "closesAt",
                        CLOSES,
                        "tickets",
                        "link",
                        "disclosure",
                        "exact"));
        client.clock(java.time.Instant.parse(OPENS));
        client.post("hr", "/pulses/peiling/links", Map.of("group", "team"))
                .json()
                .path("codes")
                .forEach(code -> CODES.add(code.asString()));
        chromium = Chromium.start();
    }

    @AfterAll
    static void away() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void an_employee_answers_on_a_phone_and_finds_the_receipt_after_the_count() {
        try (var phone = chromium.visitor(390, 844)) {
            List<String> foreign = new ArrayList<>();
            var page = phone.newPage();
            page.onRequest(request -> {
                if (!request.url().startsWith(origin)) {
                    foreign.add(request.url());
                }
            });
            page.navigate(origin + "/answer/peiling/team?lang=nl#" + CODES.getFirst());
            assertThat(page.locator("fieldset").count()).isEqualTo(11);
            assertThat(page.locator("input[type=radio]:checked").count()).isZero();
            TAPPED.forEach((statement, label) -> option(page, statement, label).check());
            page.reload();
            TAPPED.forEach((statement, label) -> assertThat(
                            option(page, statement, label).isChecked())
                    .as("the draft survives a reload: " + statement)
                    .isTrue());
            theCodeOfAnotherGroupIsNotUsed(page);
            var traffic = Traffic.of(page);
            send(page);
            page.locator("[data-receipt]:not([hidden])").waitFor();
            assertThat(traffic.to("POST", "/api/v1/ballots")).hasSize(1).allSatisfy(ballot -> {
                assertThat(ballot.body()).contains("sealed").doesNotContain("answers", "PS1", "nonce");
                assertThat(ballot.headers()).doesNotContainKeys("cookie", "authorization", "referer");
            });
            String receipt = page.locator("[data-nonce]").textContent();
            assertThat(receipt).matches("[0-9a-f]{32}");
            assertThat(Looks.violations(page)).isEmpty();

            othersAnswerAndThePulseIsCounted();
            whatWasTappedIsWhatIsCounted();

            page.navigate(origin + "/answer/peiling/team?lang=nl");
            assertThat(client.get("hr", "/pulses/peiling")
                            .path("count")
                            .path("inclusion")
                            .size())
                    .isEqualTo(7);
            page.locator("[data-check] input").fill(receipt);
            page.locator("[data-check] button").click();
            page.locator("[data-check] [data-say]:not([hidden])").first().waitFor();
            assertThat(page.locator("[data-check] [data-say]:not([hidden])").getAttribute("data-say"))
                    .isEqualTo("found");
            assertThat(foreign).isEmpty();
        }
        aLeadSeesTheOwnTeamAndNoOther();
    }

    /** As somebody finds it who reads the page. */
    private static Locator option(Page page, String statement, String label) {
        return page.getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName(statement).setExact(true))
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verstuur mijn antwoorden"))
                .click();
    }

    /** What is sealed for another group than the code's would be lost at the count, so it is not sent at all. */
    private static void theCodeOfAnotherGroupIsNotUsed(Page page) {
        var traffic = Traffic.of(page);
        page.route(
                "**/api/v1/ballots/form",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"pulse\": \"peiling\", \"group\": \"foreign\"}")));
        send(page);
        page.locator("[data-sheet] [data-say=unknown]:not([hidden])").waitFor();
        assertThat(traffic.to("POST", "/api/v1/ballots")).isEmpty();
        page.unroute("**/api/v1/ballots/form");
    }

    private static void othersAnswerAndThePulseIsCounted() {
        for (int i = 1; i <= 6; i++) {
            client.ballot(Map.of(
                            "pulse",
                            "peiling",
                            "code",
                            CODES.get(i),
                            "sequence",
                            1,
                            "answers",
                            Map.of("PS1", 4, "PS2", 2, "PS3", 3, "LR1", 2, "LR2", 3, "ETB1", 3)))
                    .expect(201);
        }
        client.clock(java.time.Instant.parse(CLOSES));
    }

    /**
     * The words that were tapped, beside the numbers that six others sent, of the scale that all answered whole; nothing is
     * turned before it is released.
     */
    private static void whatWasTappedIsWhatIsCounted() {
        assertThat(Tallies.of(client, "peiling", "PS1")).containsExactly(0, 0, 0, 6, 1);
        assertThat(Tallies.of(client, "peiling", "PS2")).containsExactly(0, 7, 0, 0, 0);
        assertThat(Tallies.of(client, "peiling", "PS3")).containsExactly(0, 1, 6, 0, 0);
    }

    private static void aLeadSeesTheOwnTeamAndNoOther() {
        try (var desk = chromium.visitor(1280, 900)) {
            var page = desk.newPage();
            page.navigate(origin + "/dashboard/team?lang=en");
            page.locator("input[name=username]").fill("lead-team");
            page.locator("input[name=password]").fill("lead-team-demo");
            page.locator("button[type=submit]").click();
            page.navigate(origin + "/dashboard/team?lang=en");
            assertThat(page.locator("svg[role=img]").count()).isPositive();
            assertThat(page.locator("table").count()).isPositive();
            assertThat(Looks.violations(page)).isEmpty();
            theLeadRecordsInTwoTaps(page);
            assertThat(answerTo(page, "/dashboard/foreign"))
                    .startsWith("4")
                    .isEqualTo(answerTo(page, "/dashboard/missing"));
            assertThat(answerTo(page, "/texts")).startsWith("403");
            assertThat(answerTo(page, "/texts/root")).startsWith("403");
        }
    }

    private static void theLeadRecordsInTwoTaps(Page page) {
        page.locator("main a[href^='/teams/team/interventions']").click();
        assertThat(Looks.violations(page)).isEmpty();
        page.locator("input[value=intervisie]").check();
        page.locator("input[value=bringsOwnCase]").check();
        page.locator("main form button").first().click();
        page.locator("[role=status]").waitFor();
        assertThat(Looks.violations(page)).isEmpty();
        page.setViewportSize(320, 800);
        assertThat(Looks.overflow(page)).isZero();
        page.setViewportSize(1280, 900);
        page.navigate(origin + "/dashboard/team?lang=en");
        assertThat(page.locator("svg.wide .marker text").first().textContent()).isEqualTo("A");
        assertThat(page.locator(".letters li").textContent()).contains("The manager brought an own case.");
        assertThat(Looks.violations(page)).isEmpty();
    }

    private static String answerTo(Page page, String path) {
        var answer = Objects.requireNonNull(page.navigate(origin + path));
        return answer.status() + answer.text().replace(path, "");
    }
}
