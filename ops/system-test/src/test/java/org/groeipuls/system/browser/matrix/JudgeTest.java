package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groeipuls.system.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page with one fault for everything that is looked for, and one without any. */
class JudgeTest {
    private static final String ORIGIN = "https://page.test";
    private static final String POLICY = "default-src 'self'; object-src 'none'";
    private static final String PAGE = """
        <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Pagina</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">
        <link rel="stylesheet" href="/page.css"></head><body><main><h1>Kop</h1>%s</main></body></html>
        """;
    private static final String STYLE = """
        body { margin: 0; font: 16px/1.5 sans-serif; }
        svg { display: block; width: 300px; height: 100px; }
        .wide { width: 700px; }
        .row { display: block; min-height: 3rem; }
        .box { width: 60px; }
        .hides { width: 60px; overflow: hidden; white-space: nowrap; }
        .runs { width: 60px; white-space: nowrap; }
        .left { position: relative; left: -30px; }
        .pale { color: #ccc; background: #fff; }
        button { min-width: 44px; min-height: 44px; }
        button.low { height: 30px; min-height: 0; }
        .near a { display: block; height: 14px; line-height: 14px; }
        """;

    private static Chromium chromium;

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

    private static List<String> faults(String body, String policy) {
        try (var browser = chromium.visitor(
                new Browser.NewContextOptions().setViewportSize(600, 700).setBypassCSP(false))) {
            var page = browser.newPage();
            page.route("**/*", route -> answer(route, body, policy));
            var judge = Judge.of(page, ORIGIN);
            List<String> faults = new ArrayList<>(
                    Judge.answer(Objects.requireNonNull(page.navigate(ORIGIN + "/?said=" + Walk.ECHO)), 200));
            faults.addAll(judge.layout("nl"));
            faults.addAll(judge.axe());
            faults.addAll(judge.noticed());
            return faults;
        }
    }

    private static void answer(Route route, String body, String policy) {
        var path = route.request().url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
        var answer = new Route.FulfillOptions().setHeaders(Map.of("Content-Security-Policy", policy));
        switch (path) {
            case "/" -> route.fulfill(answer.setContentType("text/html").setBody(body));
            case "/page.css" -> route.fulfill(answer.setContentType("text/css").setBody(STYLE));
            case "/throws.js" ->
                route.fulfill(answer.setContentType("text/javascript").setBody("throw new Error('planted')"));
            default -> route.fulfill(answer.setContentType("image/svg+xml").setBody("<svg/>"));
        }
    }

    @Test
    void a_page_without_a_fault_has_none() {
        var body = """
            <p>Lees <a href="/a">dit</a> eerst. <b>Dan</b> de rest.</p>
            <svg viewBox="0 0 300 100" role="img" aria-label="lijn"><text x="5" y="30" font-size="13">een</text>
            <text x="5" y="60" font-size="13">twee</text></svg>
            <form><label class="row"><input type="radio" name="a"> ja</label><button>Verstuur</button></form>
            """;
        assertThat(faults(PAGE.formatted(body), POLICY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        overflow     | <p class="wide">een brede regel</p>
        small text   | <svg viewBox="0 0 600 200" role="img" aria-label="x"><text x="9" y="50" font-size="13">klein</text></svg>
        cut off      | <svg viewBox="0 0 300 100" role="img" aria-label="x"><text x="280" y="50" font-size="13">te lang</text></svg>
        overlap      | <svg viewBox="0 0 300 100" role="img" aria-label="x"><text x="9" y="50" font-size="13">een</text><text x="12" y="54" font-size="13">twee</text></svg>
        low row      | <form><label><input type="radio" name="a"> ja</label></form>
        small target | <button class="low">Laag</button>
        small target | <div class="near"><a href="/a">een</a><a href="/b">twee</a></div>
        cut off      | <p class="hides">een regel die er niet in past</p>
        cut off      | <p class="runs">eenregeldieuitzijnvakloopt</p>
        cut off      | <p class="left">begint buiten het venster</p>
        h1           | <h1>Nog een kop</h1>
        inline       | <p style="color: red">rood</p>
        inline       | <button onclick="alert(1)">Druk</button>
        inline       | <script>1</script>
        inline       | <style>p { color: red }</style>
        console      | <script src="/throws.js"></script>
        console      | <img src="https://elsewhere.test/a.png" alt="plaatje">
        axe color    | <p class="pale">bleek</p>
        axe label    | <form><input type="text"></form>
        """)
    void a_planted_fault_is_found(String kind, String body) {
        assertThat(faults(PAGE.formatted(body), POLICY))
                .anySatisfy(fault -> assertThat(fault).startsWith(kind));
    }

    @Test
    void a_loose_policy_is_found_and_what_it_lets_through_too() {
        var page = PAGE.formatted("<img src=\"https://elsewhere.test/a.png\" alt=\"plaatje\">");
        assertThat(faults(page, "default-src 'self' https: 'unsafe-inline'"))
                .anySatisfy(fault -> assertThat(fault).startsWith("policy"))
                .anySatisfy(fault -> assertThat(fault).startsWith("elsewhere"));
        assertThat(faults(PAGE.formatted(""), "img-src 'self'"))
                .anySatisfy(fault -> assertThat(fault).startsWith("policy"));
    }

    @Test
    void another_language_no_title_and_what_an_address_says_are_found() {
        var page = PAGE.replace("lang=\"nl\"", "lang=\"en\"").replace("Pagina", " ");
        assertThat(faults(page.formatted("<p>" + Walk.ECHO + "</p>"), POLICY))
                .anySatisfy(fault -> assertThat(fault).startsWith("lang"))
                .anySatisfy(fault -> assertThat(fault).startsWith("title"))
                .anySatisfy(fault -> assertThat(fault).startsWith("echo"));
    }
}
