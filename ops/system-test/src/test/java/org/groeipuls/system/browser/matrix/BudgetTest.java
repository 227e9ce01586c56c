package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.TreeSet;
import org.groeipuls.system.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much a page loads, packed; that it comes packed; and what comes when it is not there. */
@ExtendWith(Worlds.class)
class BudgetTest {
    private static final int ANSWERING = 40 * 1024;
    private static final int DASHBOARD = 60 * 1024;
    private static final Look PHONE = new Look(360, 740, false, "nl");
    private static final int LEAST_PACKED = 1024;

    private static final String ANNOUNCED =
            "[...document.querySelectorAll('link[rel=modulepreload]')].map(link => link.href).sort()";

    private static final String NEEDED = modules("<");
    private static final String LATER = modules(">=");

    private static Chromium chromium;

    private static String modules(String than) {
        return "performance.getEntriesByType('resource').filter(each => each.name.endsWith('.js') && each.startTime "
                + than + " globalThis.usableAfter).map(each => each.name).sort()";
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Bytes loaded(World world, String name) {
        return loaded(world, chromium, name);
    }

    private static Bytes loaded(World world, Chromium chromium, String name) {
        var scene = Scenes.named(name);
        try (var browser = world.browser(chromium, scene.who(), PHONE.kind())) {
            var page = browser.newPage();
            var bytes = Bytes.of(page);
            page.navigate(world.address(scene.path(), PHONE.language()));
            scene.then().accept(page);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            bytes.measure();
            return bytes;
        }
    }

    @Test
    void the_answering_page_stays_within_40_kilobytes(World world) {
        for (var scene : List.of("answer-link", "answer-link-open-question", "answer-blind")) {
            var bytes = loaded(world, scene);
            assertThat(bytes.perAddress()).as(scene).hasSizeGreaterThan(10);
            assertThat(bytes.total()).as(scene + bytes.perAddress()).isLessThanOrEqualTo(ANSWERING);
        }
    }

    @Test
    void a_dashboard_stays_within_60_kilobytes(World world) {
        fits(world, chromium);
    }

    static void fits(World world, Chromium chromium) {
        for (var scene : List.of("dashboard", "dashboard-gaps", "dashboard-large")) {
            var bytes = loaded(world, chromium, scene);
            assertThat(bytes.total()).as(scene + bytes.perAddress()).isBetween(4096, DASHBOARD);
        }
    }

    @Test
    void what_can_be_packed_comes_packed(World world) {
        assertThat(loaded(world, "answer-blind").unpacked(LEAST_PACKED)).isEmpty();
        assertThat(loaded(world, "dashboard").unpacked(LEAST_PACKED)).isEmpty();
    }

    /** Packed, a secret in a page could be guessed at by its length if an address were repeated beside it. */
    @Test
    void a_form_token_is_another_in_every_answer(World world) {
        try (var browser = world.browser(chromium, World.LEAD, PHONE.kind())) {
            var page = browser.newPage();
            var tokens = new TreeSet<String>();
            for (int visit = 0; visit < 3; visit++) {
                page.navigate(world.address("/teams/" + World.TEAM + "/actions", "nl"));
                tokens.add(page.locator("input[name=_csrf]").first().getAttribute("value"));
            }
            assertThat(tokens).hasSize(3);
        }
    }

    /** Whoever asks with a browser gets a page that says what to do, a program one line. */
    @Test
    void what_is_not_there_is_said_as_it_was_asked_for(World world) {
        try (var browser = world.browser(chromium, World.ANYBODY, PHONE.kind())) {
            for (var accept : List.of("text/html,*/*;q=0.8", "*/*", "application/json")) {
                var answer = browser.request()
                        .get(world.origin() + "/answer", RequestOptions.create().setHeader("Accept", accept));
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.headers().get("content-type"))
                        .startsWith(accept.startsWith("text/html") ? "text/html" : "text/plain");
            }
        }
    }

    /** What is needed only for sending comes later: on a slow line it would stand in the way. */
    @Test
    void just_the_modules_are_announced_that_are_needed_before_the_first_choice(World world) {
        for (var name : List.of("answer-link", "answer-link-open-question", "answer-blind")) {
            var scene = Scenes.named(name);
            try (var browser = world.browser(chromium, scene.who(), PHONE.kind())) {
                var page = browser.newPage();
                page.addInitScript(Acts.WATCH);
                page.navigate(world.address(scene.path(), PHONE.language()));
                Acts.usableAfter(page);
                assertThat(page.evaluate(ANNOUNCED)).as(name).isEqualTo(page.evaluate(NEEDED));
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat((List<?>) page.evaluate(LATER))
                        .anySatisfy(module -> assertThat(module.toString()).endsWith("/hpke.js"));
            }
        }
    }
}
