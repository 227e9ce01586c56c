package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.groeipuls.system.browser.OpenedBallot.Opener;
import org.groeipuls.system.browser.OpenedBallot.Sizes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page's modules do with what people write: sealing, carrying the second ticket, and warning. */
class PageTextsTest {
    private static final String CODE = "abcdefghijklmnopqrstuvwxyz";
    private static final Opener OPERATOR = Opener.fresh();
    private static final Opener COUNCIL = Opener.fresh();

    private static PageModules page;

    @BeforeAll
    static void open() {
        page = PageModules.load();
    }

    @AfterAll
    static void close() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void a_text_opens_layer_by_layer_with_the_keys_of_its_own_box() throws InvalidCipherTextException {
        var opened = opened(sealed("Eerst vragen,\ndan doen ✓"), "peiling/texts");

        assertThat(opened.group()).isEqualTo("dienst-ü");
        assertThat(opened.sequence()).isEqualTo(1_000_000_000_007L);
        assertThat(HexFormat.of().formatHex(opened.sheet()))
                .startsWith("01001a")
                .isEqualTo("01001a"
                        + HexFormat.of()
                                .formatHex(
                                        "Eerst vragen,\ndan doen ✓".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(opened.rest()).containsOnly(0);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> opened(sealed("a"), "peiling"))
                .isInstanceOf(InvalidCipherTextException.class);
    }

    @Test
    void a_text_is_as_long_as_nothing_and_as_taking_back() throws InvalidCipherTextException {
        var nothing = sealed("");

        assertThat(sealed("é".repeat(500))).hasSameSizeAs(nothing);
        assertThat(sealed("🌱".repeat(500))).hasSameSizeAs(nothing);
        assertThat(sealed(null)).hasSameSizeAs(nothing);
        assertThat(opened(nothing, "peiling/texts").sheet()).containsExactly(1, 0, 0);
        assertThat(opened(sealed(null), "peiling/texts").sheet()).containsExactly(2);
    }

    @Test
    void what_the_count_would_drop_is_taken_out_before_and_refused_after() {
        assertThat(page.text("cleaned", "a\tb\r\nc\u0007d\u0085é🌱")).isEqualTo("a b\ncdé🌱");
        assertThat(page.text("refusedText", "a".repeat(501))).isNotEmpty();
        assertThat(page.text("refusedText", "a\u0007")).isNotEmpty();
        assertThat(page.text("refusedText", "a\né🌱")).isEmpty();
    }

    @Test
    void two_tickets_are_carried_as_one_line_and_one_ticket_as_before() {
        var answers = page.fields("madeUp", null);
        var texts = page.fields("madeUp", null);
        var both = new HashMap<String, Object>(answers);
        both.put("text", texts);

        String line = page.text("written", both);
        assertThat(line).matches("Ag?[A-Za-z0-9_-]{1026,1027}").hasSize(1028);
        assertThat(page.fields("read", "https://example.org/answer/p/g#" + line))
                .isEqualTo(both);
        String single = page.text("written", answers);
        assertThat(single).hasSize(515);
        assertThat(page.fields("read", single)).isEqualTo(answers);
        for (var other : List.of(
                line.substring(0, 1024),
                line + "AAAA",
                single + single,
                "AQ" + line.substring(2),
                "Ag" + single.substring(2),
                "Aw" + line.substring(2))) {
            assertThat(page.ask("read", other))
                    .as("%d characters", other.length())
                    .isNull();
        }
    }

    @Test
    void nobody_writes_in_the_name_of_fewer_than_ten_or_of_a_unit_that_is_not_listed() {
        assertThat(page.text("unitOf", List.of(terms(6, 4, 10), "north"))).isEmpty();
        assertThat(page.text("unitOf", List.of(terms(6, 4, 9), "north"))).isEqualTo("too-small");
        assertThat(page.text("unitOf", List.of(terms(6, 3, 40), "north")))
                .as("the groups count, and not what the unit says of itself")
                .isEqualTo("too-small");
        assertThat(page.text("unitOf", List.of(terms(6, 4, 10), "east"))).isEqualTo("unlisted");
    }

    /** A key whose fingerprint is not the listed one: who gets so far was not refused for a small group. */
    private String refused(int minimum, int eligible, String... teams) {
        var group = Map.of("group", "north", "eligible", eligible, "teams", List.of(teams));
        var key = Map.of("key", "AAAA", "fingerprint", "none");
        return page.text(
                "keyOfGroupRefused",
                List.of(
                        Map.of(
                                "rules", Map.of("minimumGroup", minimum),
                                "groups", List.of(group),
                                "keys", Map.of("tickets", Map.of("north", key))),
                        "north"));
    }

    @Test
    void the_page_refuses_no_group_that_issuing_accepts() {
        assertThat(refused(5, 3)).as("three leads at the root").isEqualTo("unlisted");
        assertThat(refused(10, 2)).as("leads of a pulse with another minimum").isEqualTo("unlisted");
        assertThat(refused(5, 1)).as("one lead alone").isEqualTo("too-small");
        assertThat(refused(10, 10, "parks")).isEqualTo("unlisted");
        assertThat(refused(10, 8, "parks")).isEqualTo("too-small");
        assertThat(refused(5, 4, "parks")).isEqualTo("too-small");
    }

    private static Map<String, Object> terms(int north, int south, int eligible) {
        var unit = Map.of("unit", "service", "groups", List.of("north", "south"), "eligible", eligible);
        return Map.of(
                "groups",
                List.of(
                        Map.of("group", "north", "eligible", north),
                        Map.of("group", "south", "eligible", south),
                        Map.of("group", "east", "eligible", 30)),
                "openText",
                Map.of("units", List.of(unit)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ik mailde jan@gemeente.nl. Geen antwoord  | mail    | jan@gemeente.nl
                    bel 06-12345678                           | phone   | 06-12345678
                    bel (020) 123 45 67                       | phone   | (020) 123 45 67
                    bel +31 6 1234 5678                       | phone   | +31 6 1234 5678
                    het was op 1234 AB                        | address | 1234 AB
                    het was op 1234ab                         | address | 1234ab
                    het was in de kerkstraat 12b              | address | kerkstraat 12b
                    it was 12 church street                   | address | 12 church street
                    zijn nummer is 123456782                  | number  | 123456782
                    zijn nummer is 1234.56.782                | number  | 1234.56.782
                    ik was als enige aanwezig                 | only    | als enige
                    ik zei het als de enige                   | only    | als de enige
                    it fell to me as the only woman           | only    | as the only
                    i was the only one                        | only    | the only one
                    Toen zei Jan dat het fout was             | name    | Jan
                    Fout. Toen bleek dhr. Jansen ziek         | name    | Jansen
                    Dat zei IJsbrand                          | name    | IJsbrand
                    """)
    void what_may_tell_who_wrote_it_is_found(String text, String kind, String fragment) {
        assertThat(page.fields("recognised", text)).containsOnly(Map.entry(kind, List.of(fragment)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "We leerden veel. Iedereen dacht mee.\nNu doen we het anders.",
                "- Meer overleg\n- Beter plannen",
                "Op 01-02-2024 van 09:00-17:30 ging het mis, en in 2026 HR ook",
                "We learned on Monday that I should ask. “Good,” she said.",
                "Het nummer 123456789 is geen BSN, zaak 2026-00012345 ook niet",
                "We waren onderweg 2 keer te laat; de enige oplossing was bellen",
                "Met HR en de OR in Teams besproken: Vraag eerder om hulp"
            })
    void what_tells_nothing_is_left_alone(String text) {
        assertThat(page.fields("recognised", text)).isEmpty();
    }

    private static byte[] sealed(@Nullable String text) {
        var keys = Map.of(
                "operator",
                encoded(OPERATOR),
                "council",
                encoded(COUNCIL),
                "units",
                List.of(Map.of("unit", "dienst-ü"), Map.of("unit", "a-longer-unit")));
        var argument = new HashMap<String, Object>(Map.of(
                "pulse",
                Map.of("pulse", "peiling", "rules", Map.of("tickets", "link"), "openText", keys),
                "code",
                CODE,
                "unit",
                "dienst-ü",
                "sequence",
                1_000_000_000_007.0));
        if (text != null) {
            argument.put("text", text);
        }
        return HexFormat.of().parseHex(page.text("text", argument));
    }

    private static OpenedBallot opened(byte[] ballot, String box) throws InvalidCipherTextException {
        var sizes = new Sizes(64, "a-longer-unit".length(), 0, 2003);
        var opened = OpenedBallot.of(box, OPERATOR, COUNCIL, sizes, ballot);
        assertThat(Arrays.copyOf(opened.ticket(), 26))
                .isEqualTo(CODE.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return Objects.requireNonNull(opened);
    }

    private static String encoded(Opener opener) {
        return Base64.getEncoder().encodeToString(opener.spki());
    }
}
