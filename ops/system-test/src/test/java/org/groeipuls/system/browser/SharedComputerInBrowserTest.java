package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.system.browser.Steps.FETCH;
import static org.groeipuls.system.browser.Steps.HELD;
import static org.groeipuls.system.browser.Steps.SHEET;
import static org.groeipuls.system.browser.Steps.answer;
import static org.groeipuls.system.browser.Steps.choose;
import static org.groeipuls.system.browser.Steps.fetch;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Several people fetch and answer one after the other in one browser, as at a counter or in a depot. */
@Tag("ci")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedComputerInBrowserTest {
    private static final String ANSWER = "[data-answer-link]";
    private static final String OTHERS = "[data-tickets-say=others]:not([hidden])";

    /** The first person of the team beside it. */
    private static final int BESIDE = BlindPulse.PEOPLE + 1;

    @TempDir
    static Path folder;

    private static BlindPulse survey;

    /** Of everybody whose ballot is to be counted. */
    private static final List<String> RECEIPTS = new ArrayList<>();

    @BeforeAll
    static void twoTeamsAreAsked() {
        Chromium.assumeInstalled();
        survey = new BlindPulse(folder);
        survey.issue("peiling", Map.of("groups", List.of("team", "beside")));
        survey.client().clock(BlindPulse.OPENS);
    }

    @AfterAll
    static void away() {
        if (survey != null) {
            survey.close();
        }
    }

    /** Fetches, answers from the inbox on, and signs out. */
    private static void answers(Page page, int person, int value) {
        survey.enter(page, person, "nl");
        assertThat(page.locator(HELD).count()).isZero();
        assertThat(page.locator("[data-ticket]").textContent()).isEmpty();
        fetch(page);
        page.locator(ANSWER).click();
        page.locator(SHEET).waitFor();
        assertThat(page.locator("[data-when=sent-before]").isVisible()).isFalse();
        assertThat(page.locator("[data-when=restored]").isVisible()).isFalse();
        assertThat(page.locator("input[type=radio]:checked").count()).isZero();
        RECEIPTS.add(answer(page, value));
        survey.signOut(page);
    }

    private static String ticketOf(Page page, int person) {
        survey.enter(page, person, "nl");
        page.locator(HELD).waitFor();
        var ticket = page.locator("[data-ticket]").textContent();
        survey.signOut(page);
        return ticket;
    }

    private static Page opened(BrowserContext device, String group) {
        var page = device.newPage();
        page.navigate(survey.answerAddress("peiling", group));
        return page;
    }

    @Test
    void a_colleague_of_the_same_group_answers_with_an_own_ticket() {
        try (var counter = survey.browser(1280, 900)) {
            var page = counter.newPage();
            answers(page, 1, 5);
            answers(page, 2, 1);
        }
    }

    @Test
    void a_colleague_of_another_group_answers_with_an_own_ticket() {
        try (var counter = survey.browser(1280, 900)) {
            var page = counter.newPage();
            answers(page, 3, 5);
            survey.enter(page, BESIDE, "nl");
            assertThat(page.locator("[data-when=others]").isVisible()).isTrue();
            assertThat(Looks.violations(page)).isEmpty();
            survey.signOut(page);
            answers(page, BESIDE, 1);
        }
    }

    @Test
    void an_order_that_somebody_left_behind_is_not_sent_for_a_colleague() {
        try (var counter = survey.browser(1280, 900)) {
            var page = counter.newPage();
            var bodies = new ArrayList<String>();
            page.route("**/inbox/peiling/tickets", route -> {
                bodies.add(route.request().postData());
                if (bodies.size() == 1) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            survey.enter(page, 4, "nl");
            page.locator(FETCH).click();
            page.locator("[data-say=network]:not([hidden])").waitFor();
            survey.signOut(page);

            answers(page, 5, 2);
            answers(page, 4, 4);

            assertThat(bodies).hasSize(3);
            assertThat(bodies.get(1)).isNotEqualTo(bodies.get(0));
            assertThat(bodies.get(2)).isEqualTo(bodies.get(0));
        }
    }

    @Test
    void a_ticket_that_is_brought_along_replaces_nobodys() {
        try (var counter = survey.browser(1280, 900);
                var phone = survey.browser(390, 844)) {
            var carrier = phone.newPage();
            survey.enter(carrier, 6, "nl");
            fetch(carrier);
            var carried = carrier.locator("[data-ticket]").textContent();
            var page = counter.newPage();
            survey.enter(page, 7, "nl");
            fetch(page);
            var own = page.locator("[data-ticket]").textContent();
            survey.signOut(page);

            page.navigate(carried);
            page.locator(SHEET).waitFor();
            RECEIPTS.add(answer(page, 3));

            assertThat(ticketOf(page, 7)).isEqualTo(own);
            page.navigate(survey.answerAddress("peiling"));
            page.locator(SHEET).waitFor();
            assertThat(page.locator("[data-when=sent-before]").isVisible()).isFalse();
            RECEIPTS.add(answer(page, 4));
        }
    }

    @Test
    void whoever_comes_straight_to_the_page_is_not_given_one_of_several_tickets() {
        try (var counter = survey.browser(320, 640)) {
            var page = counter.newPage();
            answers(page, 8, 2);
            var alone = opened(counter, "team");
            alone.locator(SHEET).waitFor();
            assertThat(alone.locator("[data-tickets-say=unsure] a").getAttribute("href"))
                    .isEqualTo("/inbox?lang=nl");
            assertThat(Looks.violations(alone)).isEmpty();
            answers(page, 9, 3);

            var lost = opened(counter, "team");
            lost.locator(OTHERS).waitFor();

            assertThat(lost.locator(SHEET).count()).isZero();
            assertThat(lost.locator("form[data-entry]").isVisible()).isTrue();
            assertThat(Looks.violations(lost)).isEmpty();
            assertThat(Looks.overflow(lost)).isZero();
            assertThat(alone.locator(SHEET).count())
                    .as("whoever was answering goes on")
                    .isOne();
            survey.enter(lost, 9, "nl");
            lost.locator(ANSWER).click();
            lost.locator("[data-when=sent-before]:not([hidden])").waitFor();
        }
    }

    @Test
    void what_somebody_has_not_sent_yet_is_not_shown_to_a_colleague() {
        try (var counter = survey.browser(1280, 900)) {
            var page = counter.newPage();
            survey.enter(page, 10, "nl");
            fetch(page);
            page.locator(ANSWER).click();
            choose(page, 5);
            survey.signOut(page);

            answers(page, 11, 1);

            survey.enter(page, 10, "nl");
            page.locator(ANSWER).click();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("input[name=PS1][value='5']").isChecked()).isTrue();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everybodys_own_ballot_is_counted() throws Exception {
        for (int person = BESIDE + 1; person <= BESIDE + 4; person++) {
            try (var phone = survey.browser(390, 844)) {
                answers(phone.newPage(), person, 3);
            }
        }
        survey.client().clock(BlindPulse.CLOSES);

        var prints = new ArrayList<String>();
        for (var receipt : RECEIPTS) {
            prints.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(receipt.getBytes(StandardCharsets.UTF_8))));
        }
        var counted = survey.client().get("hr", "/pulses/peiling").path("count").path("inclusion");
        assertThat(counted.valueStream().map(print -> print.asString())).containsExactlyInAnyOrderElementsOf(prints);
    }
}
