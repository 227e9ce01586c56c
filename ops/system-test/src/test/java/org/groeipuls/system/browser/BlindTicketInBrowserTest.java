package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.system.browser.Steps.FETCH;
import static org.groeipuls.system.browser.Steps.HELD;
import static org.groeipuls.system.browser.Steps.answerWith;
import static org.groeipuls.system.browser.Steps.fetch;
import static org.groeipuls.system.browser.Steps.json;
import static org.groeipuls.system.browser.Steps.otherKey;
import static org.groeipuls.system.browser.Steps.said;
import static org.groeipuls.system.browser.Steps.secrets;
import static org.groeipuls.system.browser.Steps.tabTo;
import static org.groeipuls.system.browser.Steps.wallet;

import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** People fetch a ticket under their own name, a day before the pulse opens. */
@Tag("ci")
class BlindTicketInBrowserTest {
    @TempDir
    static Path folder;

    private static BlindPulse survey;

    @BeforeAll
    static void theTeamIsAsked() {
        Chromium.assumeInstalled();
        survey = new BlindPulse(folder);
        survey.issue("peiling");
        survey.client().clock(BlindPulse.TICKETS);
    }

    @AfterAll
    static void away() {
        if (survey != null) {
            survey.close();
        }
    }

    @Test
    void the_request_for_a_ticket_names_the_person_and_nothing_of_the_ballot() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 1, "nl");
            var traffic = Traffic.of(page);

            fetch(page);

            var requests = traffic.to("POST", "/inbox/peiling/tickets");
            assertThat(requests).hasSize(1);
            var request = requests.getFirst();
            assertThat(request.headers()).containsKey("cookie").containsKey("x-csrf-token");
            assertThat(json(request.body()).propertyNames()).containsExactly("blindedMessages");
            assertThat(json(request.body()).path("blindedMessages").propertyNames())
                    .containsExactly("group");
            var held = wallet(page);
            assertThat(secrets(held))
                    .hasSize(5)
                    .allSatisfy(secret -> assertThat(request.whole()).doesNotContain(secret));
            assertThat(traffic.all())
                    .as("the keys are looked up by nobody in particular")
                    .filteredOn(sent -> sent.url().contains("/api/v1/pulses/"))
                    .hasSize(2)
                    .allSatisfy(Steps::namesNobody);
            assertThat(page.locator(HELD).textContent()).contains("tweede mail");
            assertThat(Looks.violations(page)).isEmpty();
        }
    }

    @Test
    void a_lost_reply_is_asked_for_again_and_the_same_ticket_comes() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 2, "en");
            var bodies = new ArrayList<String>();
            page.route("**/inbox/peiling/tickets", route -> {
                bodies.add(route.request().postData());
                if (bodies.size() == 1) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });

            page.locator(FETCH).click();
            page.locator("[data-say=network]:not([hidden])").waitFor();
            page.reload();
            fetch(page);

            assertThat(bodies).hasSize(2);
            assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        }
    }

    @Test
    void a_second_ticket_is_refused_and_the_page_says_what_to_do() {
        try (var first = survey.browser(390, 844);
                var second = survey.browser(390, 844)) {
            var page = first.newPage();
            survey.enter(page, 3, "en");
            fetch(page);

            var other = second.newPage();
            survey.enter(other, 3, "en");
            other.locator(FETCH).click();

            assertThat(said(other)).contains("in another browser or on another device");
            assertThat(other.locator(HELD).count()).isZero();
        }
    }

    @Test
    void a_signature_of_a_key_that_is_not_listed_is_not_taken() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 4, "en");
            var other = otherKey();
            page.route("**/api/v1/pulses/**", route -> answerWith(route, other));

            page.locator(FETCH).click();

            assertThat(said(page)).contains("not the one that was announced");
            assertThat(wallet(page).has("ticket")).isFalse();
        }
    }

    @Test
    void a_ticket_is_fetched_with_the_keyboard_alone() {
        try (var desk = survey.browser(1200, 900)) {
            var page = desk.newPage();
            survey.enter(page, 5, "nl");

            tabTo(page, "[data-do=fetch]");
            page.keyboard().press("Enter");
            page.locator(HELD).waitFor();

            assertThat(page.evaluate("document.activeElement.matches('[data-held-title]')"))
                    .isEqualTo(true);
            tabTo(page, "[data-answer-link]");
            tabTo(page, "[data-when=held] summary");
            page.keyboard().press("Enter");
            tabTo(page, "[data-do=copy]");
        }
    }

    @Test
    void a_group_below_the_minimum_is_refused() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 9, "en");
            page.route(
                    "**/api/v1/pulses/peiling",
                    route -> answerWith(route, view -> {
                        ((ObjectNode) view.path("groups").get(0)).put("eligible", 4);
                        return view;
                    }));
            page.locator(FETCH).click();
            assertThat(said(page)).contains("too small");

            page.unroute("**/api/v1/pulses/peiling");
            fetch(page);
        }
    }

    @Test
    void the_pages_own_route_wants_a_session_a_token_of_the_page_and_an_employee() {
        var body = RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setMaxRedirects(0)
                .setData("{\"blindedMessages\": {\"group\": \"" + "A".repeat(342) + "==\"}}");
        try (var stranger = survey.browser(390, 844);
                var employee = survey.browser(390, 844);
                var office = survey.browser(390, 844)) {
            assertThat(stranger.request()
                            .post(survey.origin() + "/inbox/peiling/tickets", body)
                            .status())
                    .isEqualTo(403);

            var page = employee.newPage();
            survey.enter(page, 19, "nl");
            assertThat(employee.request()
                            .post(survey.origin() + "/inbox/peiling/tickets", body)
                            .status())
                    .isEqualTo(403);
            body.setHeader("X-CSRF-TOKEN", page.locator("[data-inbox]").getAttribute("data-csrf"));
            assertThat(employee.request()
                            .post(survey.origin() + "/inbox/peiling/tickets", body)
                            .status())
                    .isEqualTo(200);
            assertThat(employee.request()
                            .post(survey.origin() + "/inbox/missing/tickets", body)
                            .status())
                    .isEqualTo(404);

            var desk = office.newPage();
            survey.enterAs(desk, "hr", "nl");
            assertThat(desk.locator("[data-inbox] section").count()).isZero();
            body.setHeader("X-CSRF-TOKEN", desk.locator("[data-inbox]").getAttribute("data-csrf"));
            assertThat(office.request()
                            .post(survey.origin() + "/inbox/peiling/tickets", body)
                            .status())
                    .isEqualTo(403);
        }
    }
}
