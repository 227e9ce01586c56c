package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.groeipuls.system.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One page in all looks, without being fetched again: a fault is found in the looks that show it, and in no other. */
class StageTest {
    private static final String ORIGIN = "https://page.test";
    private static final String PAGE = """
        <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Pagina</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">
        <link rel="stylesheet" href="/page.css"></head><body><main><h1>Kop</h1><p>Lees <a href="/a">dit</a> eerst.</p>
        <details><summary>Meer</summary>%s</details></main></body></html>
        """;
    private static final String STYLE = """
        body { margin: 0; font: 16px/1.5 sans-serif; background: #fff; color: #000; }
        a { color: #00f; text-decoration: underline; }
        summary { min-height: 48px; }
        .shown { display: none; }
        svg { width: 300px; height: 100px; }
        @media (prefers-color-scheme: dark) { body { background: #000; color: #fff; } a { color: #9cf; } }
        @media %s {
          .pale { color: #555; }
          .wide { width: 1500px; }
          .shown { display: block; }
          .small { display: inline-block; width: 12px; height: 12px; overflow: hidden; margin: 0 -4px; }
          .drawn { width: 150px; height: 50px; }
          .scrolls { height: 30px; overflow: auto; }
        }
        """;

    /** Asked for by whoever wants to know the window, the scheme or the pixels. */
    private static final Pattern ASKS = Pattern.compile(
            "matchMedia|inner(Width|Height)|outer(Width|Height)|devicePixelRatio|visualViewport|ResizeObserver"
                    + "|IntersectionObserver|'resize'|\\bscreen\\.|getBoundingClientRect|(client|offset|scroll)(Width|Height)");

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

    private static Set<String> looksWith(String kind, String body, String media) {
        var looks = Look.in("nl");
        var found = new TreeSet<String>();
        try (var browser = chromium.visitor(looks.getFirst().kind())) {
            var stage = new Stage(browser.newPage());
            stage.page().route("**/*", route -> answer(route, PAGE.formatted(body), STYLE.formatted(media)));
            var judge = Judge.of(stage.page(), ORIGIN);
            stage.page().navigate(ORIGIN + "/");
            Walk.unfold(stage.page());
            for (var look : looks) {
                if (judge.look(look, stage).stream().anyMatch(fault -> fault.startsWith(kind))) {
                    found.add(look.toString());
                }
            }
        }
        return found;
    }

    private static void answer(Route route, String page, String style) {
        var answer = new Route.FulfillOptions();
        switch (route.request().url().substring(ORIGIN.length())) {
            case "/" -> route.fulfill(answer.setContentType("text/html").setBody(page));
            case "/page.css" -> route.fulfill(answer.setContentType("text/css").setBody(style));
            default -> route.fulfill(answer.setContentType("image/svg+xml").setBody("<svg/>"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        axe color-contrast    | <p class="pale">bleek</p>
        axe label             | <form class="shown"><input type="text"></form>
        axe image-alt         | <img class="shown" src="/icon.svg">
        axe target-size       | <p><a class="small" href="/a">een</a><a class="small" href="/b">twee</a></p>
        axe scrollable-region | <div class="scrolls"><p>een</p><p>twee</p><p>drie</p></div>
        overflow              | <p class="wide">een brede regel</p>
        small text            | <svg class="drawn" viewBox="0 0 300 100" role="img" aria-label="x"><text x="9" y="50" font-size="13">klein</text></svg>
        low row               | <form class="shown"><label><input type="radio" name="a"> ja</label></form>
        """)
    void what_is_wrong_in_one_window_and_scheme_is_found_there_only(String kind, String body) {
        var media = "(min-width: 700px) and (max-width: 1000px) and (prefers-color-scheme: dark)";
        assertThat(looksWith(kind, body, media)).containsExactly("768-dark-nl");
        assertThat(looksWith(kind, body, "not all")).isEmpty();
    }

    @Test
    void what_is_wrong_on_the_narrowest_phone_or_at_200_percent_is_found_with_phones() {
        for (var media :
                List.of("(max-width: 320px)", "(min-width: 600px) and (max-width: 700px)", "(height: 450px)")) {
            assertThat(looksWith("at ", "<p class=\"wide\">een brede regel</p>", media))
                    .as(media)
                    .containsExactly("360-dark-nl", "360-light-nl");
        }
    }

    @Test
    void what_only_two_pixels_for_one_show_is_found_with_phones() {
        assertThat(looksWith("overflow", "<p class=\"wide\">een brede regel</p>", "(resolution: 2dppx)"))
                .containsExactly("360-dark-nl", "360-light-nl");
    }

    @Test
    void a_picture_shows_the_window_and_the_scheme_that_it_is_named_after(@TempDir Path folder) throws IOException {
        var pictures = new Pictures(folder);
        try (var browser = chromium.visitor(Look.in("nl").getFirst().kind())) {
            var stage = new Stage(browser.newPage());
            var corner = "body { background-image: linear-gradient(#f00, #f00); background-size: 40px 40px;"
                    + " background-repeat: no-repeat; background-position: top right; }";
            stage.page().route("**/*", route -> answer(route, PAGE, STYLE.formatted("not all") + corner));
            stage.page().navigate(ORIGIN + "/");
            for (var look : Look.in("nl")) {
                pictures.take("page", look, stage);
                var picture =
                        ImageIO.read(folder.resolve("page-" + look + ".jpg").toFile());

                assertThat(picture.getWidth()).isEqualTo(look.width());
                var right = new Color(picture.getRGB(look.width() - 20, 20));
                assertThat(right.getRed() - right.getGreen())
                        .as("%s: %s", look, right)
                        .isGreaterThan(150);
                var left = new Color(picture.getRGB(2, picture.getHeight() - 3));
                assertThat(left.getGreen() < 128).as("%s: %s", look, left).isEqualTo(look.dark());
            }
        }
    }

    /** Or a page would have to be fetched for every look. */
    @Test
    void no_module_of_a_page_asks_for_its_window() throws IOException {
        List<String> asking = new ArrayList<>();
        var modules = new PathMatchingResourcePatternResolver().getResources("classpath*:static/pages/*.js");
        for (var module : modules) {
            if (ASKS.matcher(module.getContentAsString(StandardCharsets.UTF_8)).find()) {
                asking.add(String.valueOf(module.getFilename()));
            }
        }
        assertThat(modules).hasSizeGreaterThan(2);
        assertThat(asking).isEmpty();
        assertThat(ASKS.matcher("if (matchMedia('(max-width: 30rem)').matches) {")
                        .find())
                .isTrue();
    }
}
