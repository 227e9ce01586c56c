package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.system.browser.Steps.HELD;
import static org.groeipuls.system.browser.Steps.SHEET;
import static org.groeipuls.system.browser.Steps.answer;
import static org.groeipuls.system.browser.Steps.answerWith;
import static org.groeipuls.system.browser.Steps.choose;
import static org.groeipuls.system.browser.Steps.fetch;
import static org.groeipuls.system.browser.Steps.json;
import static org.groeipuls.system.browser.Steps.namesNobody;
import static org.groeipuls.system.browser.Steps.otherKey;
import static org.groeipuls.system.browser.Steps.said;
import static org.groeipuls.system.browser.Steps.wallet;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** People answer with a ticket and under no name, until the pulse is counted. */
@Tag("ci")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BlindBallotInBrowserTest {
    @TempDir
    static Path folder;

    private static BlindPulse survey;

    @BeforeAll
    static void theTeamIsAsked() {
        Chromium.assumeInstalled();
        survey = new BlindPulse(folder);
        survey.issue("peiling");
        survey.client().clock(BlindPulse.OPENS);
    }

    @AfterAll
    static void away() {
        if (survey != null) {
            survey.close();
        }
    }

    @Test
    void whoever_has_no_ticket_is_told_kindly_where_it_is() {
        try (var phone = survey.browser(320, 640)) {
            var page = phone.newPage();
            page.navigate(survey.answerAddress("peiling"));
            page.locator("form[data-entry]:not([hidden])").waitFor();

            assertThat(page.locator(SHEET).count()).isZero();
            assertThat(page.locator("form[data-entry] a").getAttribute("href")).isEqualTo("/inbox?lang=nl");
            assertThat(page.locator("#before").textContent()).contains("Groen (20 mensen)");
            page.locator("#code").fill("geen code");
            page.keyboard().press("Enter");
            assertThat(said(page)).contains("geen hele toegangscode");
            assertThat(Looks.violations(page)).isEmpty();
            assertThat(Looks.overflow(page)).isZero();
        }
    }

    @Test
    void a_ballot_names_nobody_and_is_revised_and_taken_back() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 6, "nl");
            fetch(page);
            assertThat(page.locator("[data-when=just-now]").isVisible()).isTrue();
            page.locator("[data-answer-link]").click();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("[data-tickets-say=one-sitting]").textContent())
                    .contains("in één keer");
            assertThat(page.locator("[data-sign-out]").textContent()).contains("nog ingelogd");
            var traffic = Traffic.of(page);

            String first = answer(page, 2);
            page.locator("[data-do=change]").click();
            String second = answer(page, 4);
            page.locator("[data-do=withdraw]").click();
            page.locator("[data-say=withdrawn]:not([hidden])").waitFor();
            assertThat(page.evaluate("document.activeElement.dataset.say"))
                    .as("where the reader is")
                    .isEqualTo("withdrawn");

            assertThat(second).isNotEqualTo(first);
            var ballots = traffic.to("POST", "/api/v1/ballots");
            assertThat(ballots).hasSize(3).allSatisfy(ballot -> {
                namesNobody(ballot);
                assertThat(ballot.whole()).doesNotContain(BlindPulse.person(6));
                assertThat(ballot.whole()).doesNotContain(first).doesNotContain(second);
                assertThat(json(ballot.body()).propertyNames())
                        .containsExactlyInAnyOrder("pulse", "group", "ticket", "sequence", "sealed", "signature");
            });
            assertThat(ballots)
                    .extracting(ballot -> ballot.body().length())
                    .as("one length for a first version, a later one and one that takes back")
                    .containsOnly(ballots.getFirst().body().length());
            var numbers = ballots.stream()
                    .map(ballot -> json(ballot.body()).path("sequence").asLong())
                    .toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            assertThat(page.context().cookies())
                    .as("there was a name that could have been sent")
                    .isNotEmpty();
        }
    }

    @Test
    void the_same_ballot_again_changes_nothing() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 7, "nl");
            fetch(page);
            page.navigate(survey.answerAddress("peiling"));
            page.locator(SHEET).waitFor();
            var bodies = new ArrayList<String>();
            page.route("**/api/v1/ballots", route -> {
                bodies.add(route.request().postData());
                if (bodies.size() == 1) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });

            choose(page, 3);
            page.locator("[data-send]").click();
            page.locator("[data-sheet] [data-say=network]:not([hidden])").waitFor();
            var again = page.waitForResponse(
                    "**/api/v1/ballots", () -> page.locator("[data-send]").click());

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text()).contains("unchanged");
            assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        }
    }

    @Test
    void a_ticket_that_no_listed_key_signed_opens_no_sheet() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 8, "en");
            fetch(page);
            page.navigate(survey.answerAddress("peiling"));
            page.locator(SHEET).waitFor();

            var other = otherKey();
            page.route("**/api/v1/pulses/**", route -> answerWith(route, other));
            page.reload();
            page.locator("[data-entry-says] [data-say=unlisted]:not([hidden])").waitFor();
            assertThat(page.locator(SHEET).count()).isZero();
            assertThat(Looks.violations(page)).isEmpty();

            page.unroute("**/api/v1/pulses/**");
            page.route("**/keys", route -> answerWith(route, other));
            page.reload();
            page.locator("[data-entry-says] [data-say=unlisted]:not([hidden])").waitFor();

            page.unroute("**/keys");
            page.reload();
            page.locator(SHEET).waitFor();
        }
    }

    @Test
    void a_ticket_is_carried_to_a_device_where_nobody_signs_in() {
        try (var desk = survey.browser(1200, 900);
                var phone = survey.browser(390, 844);
                var tablet = survey.browser(800, 900)) {
            var page = desk.newPage();
            survey.enter(page, 10, "nl");
            fetch(page);
            String link = page.locator("[data-ticket]").textContent();

            var opened = phone.newPage();
            opened.navigate(link);
            opened.locator(SHEET).waitFor();
            assertThat(opened.url()).doesNotContain("#");
            assertThat(answer(opened, 1)).matches("[0-9a-f]{32}");

            var pasted = tablet.newPage();
            pasted.navigate(survey.answerAddress("peiling"));
            pasted.locator("#code").fill(link);
            pasted.keyboard().press("Enter");
            pasted.locator(SHEET).waitFor();
            choose(pasted, 5);
            pasted.locator("[data-send]").click();
            pasted.locator("[data-receipt]:not([hidden]), [data-sheet] [data-say=later]:not([hidden])")
                    .first()
                    .waitFor();
            assertThat(phone.cookies()).isEmpty();
        }
    }

    @Test
    void the_pages_fit_a_phone_of_320_pixels_in_both_languages() {
        try (var phone = survey.browser(320, 640)) {
            var page = phone.newPage();
            survey.enter(page, 11, "nl");
            assertThat(Looks.overflow(page)).isZero();
            fetch(page);
            for (var language : List.of("nl", "en")) {
                page.navigate(survey.origin() + "/inbox?lang=" + language);
                page.locator(HELD).waitFor();
                page.locator("summary").all().forEach(Locator::click);
                assertThat(Looks.overflow(page)).as(language).isZero();
                assertThat(Looks.violations(page)).as(language).isEmpty();
                page.locator("[data-answer-link]").click();
                page.locator(SHEET).waitFor();
                page.locator("summary").all().forEach(Locator::click);
                assertThat(Looks.overflow(page)).as(language).isZero();
                assertThat(Looks.violations(page)).as(language).isEmpty();
            }
        }
    }

    @Test
    void whoever_signs_out_opens_the_page_without_a_name() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 18, "nl");
            fetch(page);
            page.navigate(survey.answerAddress("peiling"));

            page.locator("[data-sign-out] button").click();
            page.waitForCondition(() -> page.locator("[data-sign-out]").count() == 0);
            page.locator(SHEET).waitFor();

            assertThat(phone.cookies()).isEmpty();
            assertThat(answer(page, 3)).matches("[0-9a-f]{32}");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void every_blind_ballot_is_counted_and_its_receipt_found() {
        var receipts = new ArrayList<String>();
        for (int person = 12; person <= 17; person++) {
            try (var phone = survey.browser(390, 844)) {
                var page = phone.newPage();
                survey.enter(page, person, "nl");
                fetch(page);
                page.navigate(survey.answerAddress("peiling"));
                receipts.add(answer(page, 1 + person % 5));
            }
        }
        var phoneOfTheLast = survey.browser(390, 844);
        var last = phoneOfTheLast.newPage();
        survey.enter(last, 20, "nl");
        fetch(last);
        survey.client().clock(BlindPulse.CLOSES);
        last.navigate(survey.answerAddress("peiling"));
        last.waitForCondition(() -> wallet(last).isEmpty());
        phoneOfTheLast.close();

        var count = survey.client().get("hr", "/pulses/peiling").path("count");
        assertThat(count.path("rejected").asInt()).isZero();
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            page.navigate(survey.answerAddress("peiling"));
            for (var receipt : receipts) {
                page.locator("[data-check] input").fill(receipt);
                page.locator("[data-check] button").click();
                page.locator("[data-check] [data-say=found]:not([hidden])").waitFor();
            }
            page.locator("[data-check] input").fill("00".repeat(16));
            page.locator("[data-check] button").click();
            page.locator("[data-check] [data-say=absent]:not([hidden])").waitFor();
        }
    }
}
