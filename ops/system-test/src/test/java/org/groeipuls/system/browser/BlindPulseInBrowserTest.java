package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.groeipuls.system.browser.Traffic.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * People fetch a ticket under their own name and answer with it under none: before the pulse opens, while it is open,
 * and after the count.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BlindPulseInBrowserTest {
    private static final String FETCH = "[data-do=fetch]";
    private static final String HELD = "[data-when=held]:not([hidden])";
    private static final String SHEET = "form[data-sheet]:not([hidden])";

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
    @Order(1)
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
                    .allSatisfy(BlindPulseInBrowserTest::namesNobody);
            assertThat(page.locator(HELD).textContent()).contains("tweede mail");
            assertThat(Looks.violations(page)).isEmpty();
        }
    }

    @Test
    @Order(2)
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
    @Order(3)
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
    @Order(4)
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
    @Order(5)
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
    @Order(6)
    void whoever_has_no_ticket_is_told_kindly_where_it_is() {
        survey.client().clock(BlindPulse.OPENS);
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
    @Order(7)
    void a_ballot_names_nobody_and_is_revised_and_taken_back() {
        try (var phone = survey.browser(390, 844)) {
            var page = phone.newPage();
            survey.enter(page, 6, "nl");
            fetch(page);
            assertThat(page.locator("[data-when=just-now]").isVisible()).isTrue();
            page.locator("[data-answer-link]").click();
            page.locator(SHEET).waitFor();
            assertThat(page.locator("[data-when=one-sitting]").textContent()).contains("in één keer");
            assertThat(page.locator("[data-sign-out]").textContent()).contains("nog ingelogd");
            var traffic = Traffic.of(page);

            String first = answer(page, 2);
            page.locator("[data-do=change]").click();
            String second = answer(page, 4);
            page.locator("[data-do=withdraw]").click();
            page.locator("[data-say=withdrawn]:not([hidden])").waitFor();

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
                    .allSatisfy(length -> assertThat(length)
                            .isCloseTo(ballots.getFirst().body().length(), Offset.offset(2)));
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
    @Order(8)
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
    @Order(9)
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
    @Order(10)
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
    @Order(11)
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
    @Order(12)
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
    @Order(13)
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
    @Order(14)
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

    @Test
    @Order(15)
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

    private static void fetch(Page page) {
        page.locator(FETCH).click();
        page.locator(HELD).waitFor();
    }

    private static void choose(Page page, int value) {
        page.locator("fieldset:has(input[name=PS1]) input[value='" + value + "']")
                .check();
    }

    /** Answers one statement, sends, and gives the receipt. */
    private static String answer(Page page, int value) {
        choose(page, value);
        page.locator("[data-send]").click();
        page.locator("[data-receipt]:not([hidden])").waitFor();
        return page.locator("[data-nonce]").textContent();
    }

    private static String said(Page page) {
        var alert = page.locator("[role=alert] [data-say]:not([hidden])").first();
        alert.waitFor();
        return alert.textContent();
    }

    private static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < 40; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not get to " + selector);
    }

    private static JsonNode wallet(Page page) {
        var kept = page.evaluate("localStorage.getItem('groeipuls-ticket:peiling') ?? '{}'");
        return json((String) Objects.requireNonNull(kept));
    }

    /** What only the device may know: the ticket, its parts, and the ballot key. */
    private static List<String> secrets(JsonNode held) {
        String ticket = held.path("ticket").asString();
        var key = held.path("ballotKey");
        return List.of(
                ticket.substring(0, 40),
                ticket.substring(ticket.length() - 40),
                key.path("x").asString(),
                key.path("y").asString(),
                key.path("d").asString());
    }

    private static void namesNobody(Sent sent) {
        assertThat(sent.headers())
                .as(sent.toString())
                .doesNotContainKeys("cookie", "authorization", "referer", "x-csrf-token");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** Puts another ticket key where the group's stands. */
    private static UnaryOperator<JsonNode> otherKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPublic().getEncoded();
            var print = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key));
            return view -> {
                ((ObjectNode) view.path("keys").path("tickets").path("team"))
                        .put("key", Base64.getEncoder().encodeToString(key))
                        .put("fingerprint", print);
                return view;
            };
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void answerWith(Route route, UnaryOperator<JsonNode> change) {
        var real = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(real)
                .setBody(change.apply(json(real.text())).toString()));
    }
}
