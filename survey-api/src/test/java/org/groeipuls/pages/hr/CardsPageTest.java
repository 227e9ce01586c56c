package org.groeipuls.pages.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.nayuki.qrcodegen.QrCode;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.groeipuls.api.mail.Links;
import org.groeipuls.pages.House;
import org.groeipuls.pages.StaticFiles;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Cards with a code: rendered once, without a number, in an order of chance, and nothing on them from elsewhere. */
class CardsPageTest {
    private static final List<String> CODES = IntStream.range(0, 12)
            .mapToObj(i -> "abcdefghijklmnopqrstuvwxy" + "abcdefghijkl".charAt(i))
            .toList();

    private final House house = new House();

    @BeforeEach
    void two_pulses() {
        house.pulse("open", PulseState.OPEN, House.RULES, null);
        house.pulse("blind", PulseState.OPEN, House.BLIND, null);
    }

    private MockHttpServletResponse printed(String pulse, String group, String language) throws Exception {
        return house.pages()
                .perform(post("/pulses/" + pulse + "/cards")
                        .param("group", group)
                        .param("lang", language)
                        .principal(House.HR))
                .andReturn()
                .getResponse();
    }

    private static List<String> found(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void everybody_has_a_card_with_a_code_of_its_own_in_an_order_of_chance() throws Exception {
        house.cards = (pulse, group) -> new Links.Codes(CODES, null);
        var html = printed("open", "green", "nl").getContentAsString();

        var codes = found("<b>([^<]+)</b>", html);
        assertThat(codes).containsExactlyInAnyOrderElementsOf(CODES).isNotEqualTo(CODES);
        assertThat(new HashSet<>(found(" d=\"([^\"]+)\"", html))).hasSize(CODES.size());
        var square = QrCode.encodeText("http://localhost/answer/open/green#" + codes.getFirst(), QrCode.Ecc.MEDIUM);
        long dark = IntStream.range(0, square.size * square.size)
                .filter(at -> square.getModule(at % square.size, at / square.size))
                .count();
        assertThat(found(" d=\"([^\"]+)\"", html)
                        .getFirst()
                        .chars()
                        .filter(c -> c == 'M')
                        .count())
                .isEqualTo(dark);
    }

    @Test
    void the_sheet_has_no_numbers_and_asks_nobody_else_for_anything() throws Exception {
        house.cards = (pulse, group) -> new Links.Codes(CODES, CODES);
        for (var language : List.of("nl", "en")) {
            var response = printed("open", "green", language);
            var html = response.getContentAsString();
            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(found("(?:src|href)=\"([^\"]+)\"", html))
                    .containsExactly(
                            StaticFiles.ADDRESS + "/pages/groeipuls.svg", StaticFiles.ADDRESS + "/pages/cards.css");
            assertThat(html)
                    .contains(CODES.getFirst() + "." + CODES.getFirst())
                    .doesNotContain("<script", "style=", "<img", "1/12", "??", "{0}", "th:");
        }
        assertThat(printed("open", "green", "en").getContentAsString())
                .contains(
                        "fold here",
                        "Destroy the cards that are left over",
                        "read this card",
                        "confidential, not anonymous")
                .doesNotContain("your mail");
    }

    @Test
    void looking_makes_no_codes() throws Exception {
        house.cards = (pulse, group) -> {
            throw new AssertionError("A GET made codes");
        };
        var html = house.pages()
                .perform(get("/pulses/open/cards").principal(House.HR))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains("name=\"group\" value=\"green\"", "12 kaarten");
        var blind = house.pages()
                .perform(get("/pulses/blind/cards").principal(House.HR))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(blind).contains("geen links").doesNotContain("<form");
    }

    @Test
    void what_is_refused_is_said_in_words() throws Exception {
        house.cards = (pulse, group) -> {
            throw new No("links-by-mail");
        };
        var mailed = printed("open", "green", "en");
        assertThat(mailed.getStatus()).isEqualTo(409);
        assertThat(mailed.getContentAsString()).contains("These links go by mail");
        house.cards = (pulse, group) -> {
            throw new No("group-unknown");
        };
        assertThat(printed("open", "green", "en").getContentAsString()).contains("These cards cannot be made");
        assertThat(printed("open", "none", "en").getStatus()).isEqualTo(404);
        assertThat(printed("none", "green", "en").getStatus()).isEqualTo(404);
    }

    private static final class No extends Refusal {
        private static final long serialVersionUID = 1;

        No(String code) {
            super(Kind.CONFLICT, code, "no");
        }
    }
}
