package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.system.browser.Steps.HELD;
import static org.groeipuls.system.browser.Steps.SHEET;
import static org.groeipuls.system.browser.Steps.answer;
import static org.groeipuls.system.browser.Steps.choose;
import static org.groeipuls.system.browser.Steps.chooseScale;
import static org.groeipuls.system.browser.Steps.tabTo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Answering with the keyboard alone, twice, in two languages and in two tabs; and what is counted of it. */
@Tag("ci")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnsweringInBrowserTest {
    private static final String RECEIPT = "[data-receipt]:not([hidden])";
    private static final String LINKED = "met-link";

    /** Closes before the others. */
    private static final String SHORT = "kort";

    private static final Instant SHORT_CLOSES = BlindPulse.OPENS.plus(Duration.ofDays(1));

    @TempDir
    static Path folder;

    private static BlindPulse survey;
    private static final List<String> CODES = new ArrayList<>();

    @BeforeAll
    static void theTeamIsAskedTwice() {
        Chromium.assumeInstalled();
        survey = new BlindPulse(folder);
        survey.issue("peiling", Map.of("disclosure", "exact"));
        survey.issue(LINKED, Map.of("disclosure", "exact", "tickets", "link"));
        survey.issue(SHORT, Map.of("form", "F4", "closesAt", SHORT_CLOSES.toString()));
        survey.client().clock(BlindPulse.OPENS);
        survey.client()
                .post("hr", "/pulses/" + LINKED + "/links", Map.of("group", "team"))
                .json()
                .path("codes")
                .forEach(code -> CODES.add(code.asString()));
    }

    @AfterAll
    static void away() {
        if (survey != null) {
            survey.close();
        }
    }

    private static Page linked(BrowserContext device, int code) {
        var page = device.newPage();
        page.navigate(survey.answerAddress(LINKED) + "#" + CODES.get(code));
        page.locator(SHEET).waitFor();
        return page;
    }

    private static Page withTicket(BrowserContext device, int person) {
        return withTicket(device, person, "peiling");
    }

    private static Page withTicket(BrowserContext device, int person, String pulse) {
        var page = device.newPage();
        survey.enter(page, person, "nl");
        var entrance = page.locator("[data-entrance][data-pulse=" + pulse + "]");
        entrance.locator("[data-do=fetch]").click();
        entrance.locator(HELD).waitFor();
        page.navigate(survey.answerAddress(pulse));
        page.locator(SHEET).waitFor();
        return page;
    }

    /** Tab to each statement, a key for the answer, Tab to the button, Enter. */
    private static void answerByKeyboard(Page page) {
        int statements = page.locator("form[data-sheet] fieldset").count();
        for (int statement = 0; statement < statements; statement++) {
            tabTo(page, "form[data-sheet] input[type=radio]");
            page.keyboard().press("Space");
            for (int step = 0; step < statement % 6; step++) {
                page.keyboard().press("ArrowDown");
            }
        }
        assertThat(page.locator("input[type=radio]:checked").count()).isEqualTo(statements);
        assertThat(page.locator("input[type=radio][value=none]:checked").count())
                .as("rather not say is reached too")
                .isPositive();
        tabTo(page, "[data-send]");
        page.keyboard().press("Enter");
        page.locator(RECEIPT).waitFor();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("sent");
        tabTo(page, "[data-do=copy]");
        tabTo(page, "[data-do=change]");
        tabTo(page, "[data-do=withdraw]");
    }

    @Test
    void somebody_with_a_link_needs_no_mouse() {
        try (var desk = survey.browser(1280, 900)) {
            answerByKeyboard(linked(desk, 0));
        }
    }

    @Test
    void somebody_with_a_ticket_needs_no_mouse() {
        try (var desk = survey.browser(1280, 900)) {
            answerByKeyboard(withTicket(desk, 1));
        }
    }

    @Test
    void the_other_language_keeps_the_answers_and_the_code_and_a_draft_dies_after_sending() {
        try (var phone = survey.browser(390, 844)) {
            var page = linked(phone, 1);
            var traffic = Traffic.of(page);
            chooseScale(page, 4);
            page.locator("a.language").click();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.locator("input[name=PS1][value='4']").isChecked()).isTrue();
            page.locator("[data-send]").click();
            page.locator(RECEIPT).waitFor();

            page.reload();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("input[type=radio]:checked").count()).isZero();
            assertThat((String) page.evaluate("JSON.stringify(localStorage)")).doesNotContain("PS1");
            assertThat(traffic.all()).allSatisfy(sent -> assertThat(sent.url()).startsWith(survey.origin()));
        }
    }

    @Test
    void the_other_language_keeps_the_receipt_and_what_was_sent_and_nothing_of_it_stays() {
        try (var phone = survey.browser(390, 844)) {
            var page = linked(phone, 7);
            chooseScale(page, 4);
            String receipt = answer(page, 4);

            page.locator("a.language").click();
            page.waitForURL("**lang=en**");
            page.locator(RECEIPT).waitFor();
            assertThat(page.locator("[data-nonce]").textContent()).isEqualTo(receipt);
            assertThat(kept(page)).doesNotContain(receipt, "PS1");

            page.locator("[data-do=change]").click();
            page.locator("a.language").click();
            page.waitForURL("**lang=nl**");
            page.locator(SHEET).waitFor();
            assertThat(page.locator("input[name=PS1][value='4']").isChecked()).isTrue();
            page.locator("[data-send]").click();
            page.locator(RECEIPT).waitFor();

            page.reload();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("input[type=radio]:checked").count()).isZero();
        }
    }

    @Test
    @Order(1)
    void a_text_that_was_sent_goes_along_to_the_other_language_and_no_draft_outlives_the_pulse() {
        try (var phone = survey.browser(390, 844)) {
            var page = withTicket(phone, 7, SHORT);
            page.locator("#written").fill("we vroegen eerder om hulp");
            answer(page, 2);
            page.locator("a.language").click();
            page.waitForURL("**lang=en**");
            page.locator("[data-do=change]").click();
            assertThat(page.locator("#written").inputValue()).isEqualTo("we vroegen eerder om hulp");
            page.locator("#written").fill("we vroegen op tijd om hulp");
            choose(page, 3);
            assertThat(kept(page)).contains("op tijd", "PS1");

            survey.client().clock(SHORT_CLOSES);
            page.navigate(survey.answerAddress(SHORT));

            page.waitForCondition(() -> !kept(page).contains(SHORT));
            assertThat(kept(page)).doesNotContain("op tijd", "PS1");
        }
    }

    /** All that the browser has stored. */
    private static String kept(Page page) {
        return (String)
                Objects.requireNonNull(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"));
    }

    @Test
    void a_double_click_sends_once() {
        try (var phone = survey.browser(390, 844)) {
            var page = linked(phone, 2);
            var traffic = Traffic.of(page);
            chooseScale(page, 2);
            page.locator("[data-send]").dblclick();
            page.locator(RECEIPT).waitFor();
            assertThat(traffic.to("POST", "/api/v1/ballots")).hasSize(1);
        }
    }

    @Test
    void going_back_and_sending_again_replaces_what_was_sent() {
        try (var phone = survey.browser(390, 844)) {
            var page = linked(phone, 3);
            chooseScale(page, 1);
            page.locator("[data-send]").click();
            page.locator(RECEIPT).waitFor();
            page.navigate(survey.origin() + "/promise");
            page.goBack();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("[data-when=sent-before]").isVisible()).isTrue();
            chooseScale(page, 5);
            page.locator("[data-send]").click();
            page.locator(RECEIPT).waitFor();
        }
    }

    @Test
    void the_second_of_two_tabs_replaces_the_first() {
        try (var phone = survey.browser(390, 844)) {
            var first = withTicket(phone, 2);
            var second = phone.newPage();
            second.navigate(survey.answerAddress("peiling"));
            second.locator(SHEET).waitFor();
            for (var tab : List.of(first, second)) {
                chooseScale(tab, tab.equals(first) ? 1 : 5);
                tab.locator("[data-send]").click();
                sentAtLast(tab);
            }
        }
    }

    /** A tab that another one was ahead of says so, and sends when it is asked once more. */
    private static void sentAtLast(Page tab) {
        var later = tab.locator("[data-sheet] [data-say=later]:not([hidden])");
        tab.locator(RECEIPT).or(later).first().waitFor();
        if (later.count() > 0) {
            tab.locator("[data-send]").click();
            tab.locator(RECEIPT).waitFor();
        }
    }

    /**
     * Five people with a link answered, whatever they did twice; two with a ticket, and more to be enough. What they said last
     * is counted, of the scale that all answered whole: 5 of whoever went back, and of the second tab.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void everybody_is_counted_once_with_what_they_said_last() {
        for (int person = 3; person <= 6; person++) {
            try (var phone = survey.browser(390, 844)) {
                var page = withTicket(phone, person);
                chooseScale(page, 3);
                page.locator("[data-send]").click();
                page.locator(RECEIPT).waitFor();
            }
        }
        for (int code = 4; code <= 6; code++) {
            try (var phone = survey.browser(390, 844)) {
                var page = linked(phone, code);
                chooseScale(page, 3);
                page.locator("[data-send]").click();
                page.locator(RECEIPT).waitFor();
            }
        }
        survey.client().clock(BlindPulse.CLOSES);
        assertThat(counted("peiling")).isEqualTo(6);
        assertThat(Tallies.of(survey.client(), "peiling", "PS1")).containsExactly(1, 0, 4, 0, 1);
        assertThat(counted(LINKED)).isEqualTo(8);
        assertThat(Tallies.of(survey.client(), LINKED, "PS1")).containsExactly(1, 1, 3, 2, 1);
    }

    private static int counted(String pulse) {
        return survey.client()
                .get("hr", "/pulses/" + pulse)
                .path("count")
                .path("inclusion")
                .size();
    }
}
