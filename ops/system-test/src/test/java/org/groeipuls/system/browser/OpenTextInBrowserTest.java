package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.system.browser.Steps.FETCH;
import static org.groeipuls.system.browser.Steps.SHEET;
import static org.groeipuls.system.browser.Steps.answer;
import static org.groeipuls.system.browser.Steps.answerWith;
import static org.groeipuls.system.browser.Steps.choose;
import static org.groeipuls.system.browser.Steps.fetch;
import static org.groeipuls.system.browser.Steps.json;
import static org.groeipuls.system.browser.Steps.namesNobody;
import static org.groeipuls.system.browser.Steps.otherTextKey;
import static org.groeipuls.system.browser.Steps.said;
import static org.groeipuls.system.browser.Steps.wallet;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groeipuls.system.browser.Traffic.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** People answer an open question, with two blind tickets or with two codes, and HR reads what was written. */
@Tag("ci")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenTextInBrowserTest {
    private static final String QUESTION = "[data-open-question]";
    private static final String WARNING = "[data-found]:not([hidden])";
    private static final String SENT = "[data-receipt]:not([hidden])";

    @TempDir
    static Path folder;

    private static BlindPulse survey;
    private static final List<String> LINKS = new ArrayList<>();

    @BeforeAll
    static void theTeamIsAskedToWrite() {
        Chromium.assumeInstalled();
        survey = new BlindPulse(folder);
        survey.issue("peiling", "F4", "blind");
        survey.issue("met-link", "F5", "link");
        survey.client().clock(BlindPulse.OPENS);
        var links = survey.client()
                .post("hr", "/pulses/met-link/links", Map.of("group", "team"))
                .json();
        for (int at = 0; at < BlindPulse.PEOPLE; at++) {
            LINKS.add(links.path("codes").get(at).asString() + "."
                    + links.path("textCodes").get(at).asString());
        }
    }

    @AfterAll
    static void away() {
        if (survey != null) {
            survey.close();
        }
    }

    private static Page entered(BrowserContext device, int person) {
        var page = device.newPage();
        survey.enter(page, person, "nl");
        fetch(page);
        page.navigate(survey.answerAddress("peiling"));
        page.locator(SHEET).waitFor();
        return page;
    }

    private static Page linked(BrowserContext device, String code) {
        var page = device.newPage();
        page.navigate(survey.answerAddress("met-link") + "#" + code);
        page.locator(SHEET).waitFor();
        return page;
    }

    private static void write(Page page, String text) {
        page.locator("#written").fill(text);
    }

    private static List<Sent> ballots(Traffic traffic, boolean texts) {
        return traffic.to("POST", "/api/v1/ballots").stream()
                .filter(sent -> json(sent.body()).has("box") == texts)
                .toList();
    }

    @Test
    void both_tickets_come_in_one_request_that_says_nothing_of_either() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 1, "nl");
            var traffic = Traffic.of(page);

            fetch(page);

            var request = traffic.to("POST", "/inbox/peiling/tickets").getFirst();
            assertThat(traffic.to("POST", "/inbox/peiling/tickets")).hasSize(1);
            assertThat(json(request.body()).path("blindedMessages").propertyNames())
                    .containsExactlyInAnyOrder("group", "text");
            var held = wallet(page);
            assertThat(Steps.secrets(held)).doesNotContainAnyElementsOf(Steps.secrets(held.path("text")));
            for (var tickets : List.of(held, held.path("text"))) {
                assertThat(Steps.secrets(tickets))
                        .allSatisfy(secret -> assertThat(request.whole()).doesNotContain(secret));
            }
            assertThat(Looks.violations(page)).isEmpty();
        }
    }

    @Test
    void everybody_sends_two_ballots_of_one_length_each_whatever_they_write() {
        List<Sent> answers = new ArrayList<>();
        List<Sent> texts = new ArrayList<>();
        for (int person = 2; person <= 3; person++) {
            try (var phone = survey.browser(390, 844)) {
                var page = entered(phone, person);
                var traffic = Traffic.of(page);
                write(page, person == 2 ? "" : "we vragen nu eerder om hulp ".repeat(17));
                answer(page, 2);
                page.locator("[data-do=change]").click();
                write(page, "iets anders");
                answer(page, 4);
                page.locator("[data-do=withdraw]").click();
                page.locator("[data-say=withdrawn]:not([hidden])").waitFor();
                answers.addAll(ballots(traffic, false));
                texts.addAll(ballots(traffic, true));
            }
        }

        assertThat(answers).hasSize(6);
        assertThat(texts).hasSize(6).allSatisfy(text -> {
            namesNobody(text);
            assertThat(text.whole()).doesNotContain("vragen", "anders", "medewerker");
            assertThat(json(text.body()).propertyNames())
                    .containsExactlyInAnyOrder("pulse", "box", "group", "ticket", "sequence", "sealed", "signature");
            assertThat(json(text.body()).path("group").asString()).isEqualTo("root");
        });
        for (var box : List.of(answers, texts)) {
            assertThat(box)
                    .extracting(sent -> sent.body().length())
                    .containsOnly(box.getFirst().body().length());
        }
        assertThat(texts)
                .extracting(sent -> json(sent.body()).path("sequence").asLong())
                .as("numbers that tell nothing of who sent which answers")
                .doesNotContainAnyElementsOf(answers.stream()
                        .map(sent -> json(sent.body()).path("sequence").asLong())
                        .toList());
    }

    @Test
    void a_telephone_number_is_warned_of_and_sent_anyway_and_the_draft_stays_until_then() {
        try (var phone = survey.browser(320, 640)) {
            var page = entered(phone, 4);
            write(page, "Ik belde 06-12345678 en kreeg hulp.");
            page.reload();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("#written").inputValue()).isEqualTo("Ik belde 06-12345678 en kreeg hulp.");
            assertThat(page.locator("[data-when=restored]").isVisible()).isTrue();
            assertThat(page.locator("[data-left]").textContent()).isEqualTo("465");
            var traffic = Traffic.of(page);

            page.locator("[data-send]").click();
            page.locator(WARNING).waitFor();

            assertThat(page.locator(WARNING + " li:not([hidden])").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("telefoonnummer", "06-12345678");
            assertThat(page.evaluate("document.activeElement.matches('[data-found]')"))
                    .isEqualTo(true);
            assertThat(Looks.violations(page)).isEmpty();
            assertThat(Looks.overflow(page)).isZero();
            assertThat(traffic.all()).isEmpty();
            Steps.tabTo(page, "[data-do=change-text]");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("written");

            page.locator("[data-send]").click();
            page.locator(SENT).waitFor();
            assertThat(ballots(traffic, true))
                    .hasSize(1)
                    .allSatisfy(sent -> assertThat(sent.whole()).doesNotContain("12345678"));
            assertThat((String) page.evaluate("JSON.stringify(localStorage)")).doesNotContain("12345678");
            page.reload();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("#written").inputValue()).isEmpty();
        }
    }

    @Test
    void a_warning_comes_again_for_another_text() {
        try (var phone = survey.browser(390, 844)) {
            var page = entered(phone, 5);
            write(page, "Vraag het aan Karin.");
            page.locator("[data-send]").click();
            page.locator(WARNING).waitFor();
            write(page, "Vraag het aan Karin of Henk.");
            page.locator("[data-send]").click();
            page.locator(WARNING + ":has-text('Henk')").waitFor();
            assertThat(page.locator(SENT).count()).isZero();
            page.locator(WARNING + " [type=submit]").click();
            page.locator(SENT).waitFor();
        }
    }

    @Test
    void when_only_the_text_is_lost_only_the_text_goes_again() {
        try (var phone = survey.browser(390, 844)) {
            var page = entered(phone, 6);
            var lost = new ArrayList<String>();
            page.route("**/api/v1/ballots", route -> {
                var body = route.request().postData();
                if (json(body).has("box") && lost.isEmpty()) {
                    lost.add(body);
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            write(page, "we keken samen");
            choose(page, 3);
            page.locator("[data-send]").click();
            page.locator("[data-say=half]:not([hidden])").waitFor();
            assertThat(page.locator("[data-after]").isVisible()).isFalse();

            var traffic = Traffic.of(page);
            page.locator("[data-send]").click();
            page.locator(SENT).waitFor();

            assertThat(ballots(traffic, false)).isEmpty();
            assertThat(ballots(traffic, true))
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.body()).isEqualTo(lost.getFirst()));
            assertThat(page.locator("[data-nonce]").textContent()).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void a_key_for_texts_that_is_not_listed_is_refused_when_fetching_and_when_answering() {
        var other = otherTextKey();
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 7, "en");
            page.route("**/api/v1/pulses/**", route -> answerWith(route, other));
            page.locator(FETCH).click();
            assertThat(said(page)).contains("not the one that was announced");
            assertThat(wallet(page).has("ticket")).isFalse();
        }
        try (var phone = survey.browser(390, 844)) {
            var page = entered(phone, 20);
            for (var answers : List.of("**/keys", "**/api/v1/pulses/**")) {
                page.route(answers, route -> answerWith(route, other));
                page.reload();
                page.locator("[data-entry-says] [data-say=unlisted]:not([hidden])")
                        .waitFor();
                assertThat(page.locator(SHEET).count()).isZero();
                page.unroute(answers);
            }
        }
    }

    @Test
    void a_unit_of_fewer_than_ten_is_refused() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 8, "en");
            page.route(
                    "**/api/v1/pulses/**",
                    route -> answerWith(route, view -> {
                        ((ObjectNode) view.path("openText").path("units").get(0)).put("eligible", 9);
                        return view;
                    }));
            page.locator(FETCH).click();
            assertThat(said(page)).contains("too small");
        }
    }

    @Test
    void both_tickets_are_carried_to_another_device_and_with_one_nothing_is_asked() {
        try (var desk = survey.browser(1200, 900);
                var phone = survey.browser(390, 844);
                var old = survey.browser(390, 844)) {
            var page = desk.newPage();
            survey.enter(page, 9, "nl");
            fetch(page);
            String link = page.locator("[data-ticket]").textContent();
            var single = (String) Objects.requireNonNull(page.evaluate("async () => { const {asText} = await"
                    + " import('/static/pages/ticket.js'); const [{ballotKey, ticket}] = Object.values("
                    + " JSON.parse(localStorage['groeipuls-ticket:peiling'])); return asText({ballotKey, ticket}); }"));

            var opened = phone.newPage();
            opened.navigate(link);
            opened.locator(SHEET).waitFor();
            assertThat(opened.url()).doesNotContain("#");
            assertThat(opened.locator(QUESTION).isVisible()).isTrue();
            var traffic = Traffic.of(opened);
            answer(opened, 1);
            assertThat(ballots(traffic, true)).hasSize(1);

            var without = old.newPage();
            without.navigate(survey.answerAddress("peiling") + "#" + single);
            without.locator(SHEET).waitFor();
            assertThat(without.locator(QUESTION).isVisible()).isFalse();
            assertThat(Looks.violations(without)).isEmpty();
        }
    }

    @Test
    void a_link_with_two_codes_opens_both_boxes_and_with_one_code_one() {
        try (var phone = survey.browser(390, 844);
                var other = survey.browser(390, 844)) {
            var page = linked(phone, LINKS.getFirst());
            var traffic = Traffic.of(page);
            answer(page, 3);
            assertThat(ballots(traffic, false)).hasSize(1);
            assertThat(ballots(traffic, true)).singleElement().satisfies(sent -> {
                namesNobody(sent);
                assertThat(json(sent.body()).propertyNames())
                        .containsExactlyInAnyOrder("pulse", "box", "code", "sequence", "sealed");
                assertThat(LINKS.getFirst())
                        .endsWith("." + json(sent.body()).path("code").asString());
            });
            page.locator("[data-do=withdraw]").click();
            page.locator("[data-say=withdrawn]:not([hidden])").waitFor();
            assertThat(ballots(traffic, true)).hasSize(2);

            String code = LINKS.get(1).substring(0, 26);
            var single = linked(other, code);
            assertThat(single.locator(QUESTION).isVisible()).isFalse();
            var alone = Traffic.of(single);
            answer(single, 3);
            assertThat(alone.to("POST", "/api/v1/ballots")).hasSize(1);
        }
    }

    @Test
    void whoever_types_half_a_code_is_told_when_there_is_a_text_to_send() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            page.navigate(survey.answerAddress("met-link"));
            page.locator(SHEET).waitFor();
            write(page, "dat we eerder moeten vragen");
            page.locator("#code").fill(LINKS.get(2).substring(0, 26));
            page.locator("[data-send]").click();
            page.locator("[data-say=half-code]:not([hidden])").waitFor();
            var traffic = Traffic.of(page);
            page.locator("#code").fill(LINKS.get(2));
            page.locator("[data-send]").click();
            page.locator(SENT).waitFor();
            assertThat(ballots(traffic, true)).hasSize(1);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void ten_people_later_HR_reads_the_texts_and_nobody_else_does() {
        for (int person = 10; person <= 19; person++) {
            try (var phone = survey.browser(390, 844)) {
                var page = entered(phone, person);
                write(page, person < 14 ? "we leerden les " + person : "");
                answer(page, 1 + person % 5);
            }
        }
        survey.client().clock(BlindPulse.CLOSES);

        try (var desk = survey.browser(320, 640);
                var phone = survey.browser(390, 844)) {
            var page = desk.newPage();
            survey.enterAs(page, "hr", "nl");
            page.navigate(survey.origin() + "/texts?lang=nl");
            page.locator("main li a").click();
            assertThat(page.locator(".written li").allTextContents())
                    .contains("we leerden les 10", "we leerden les 13", "we keken samen")
                    .doesNotContain("", "iets anders");
            assertThat(page.locator("main").textContent()).contains("Raad niet").doesNotContain("peiling");
            assertThat(Looks.violations(page)).isEmpty();
            assertThat(Looks.overflow(page)).isZero();
            var other = phone.newPage();
            survey.enter(other, 20, "nl");
            assertThat(Objects.requireNonNull(other.navigate(survey.origin() + "/texts/root"))
                            .status())
                    .isEqualTo(403);
        }
    }
}
