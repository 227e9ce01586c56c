package org.groeipuls.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An instrument file is read strictly, and a fault is told with file and line. */
class CatalogueTest {

    private static final String FILE = "instruments/small-1.json";

    /** Lines 1 to 36; each test plants one defect in it. */
    private static final String SMALL = """
            {
              "key": "small@1",
              "title": {"nl": "Klein", "en": "Small"},
              "scales": [
                {
                  "id": "agree",
                  "stem": {"nl": "Eens?", "en": "Agree?"},
                  "labels": [
                    {"nl": "een", "en": "one"},
                    {"nl": "twee", "en": "two"},
                    {"nl": "drie", "en": "three"},
                    {"nl": "vier", "en": "four"},
                    {"nl": "vijf", "en": "five"}
                  ]
                }
              ],
              "constructs": [
                {"key": "safety", "code": "S", "name": {"nl": "Rust", "en": "Calm"}, "level": "GROUP", "kind": "REFLECTIVE"}
              ],
              "items": [
                {"id": "S1", "construct": "safety", "reversed": false, "scale": "agree",
                  "text": {"nl": "Ik durf.", "en": "I dare."}},
                {"id": "S2", "construct": "safety", "reversed": true, "scale": "agree",
                  "text": {"nl": "Ik zwijg.", "en": "I keep quiet."}},
                {"id": "S1-self", "construct": "safety", "reversed": false, "scale": "agree", "mirrors": "S1",
                  "text": {"nl": "Wij durven.", "en": "We dare."}}
              ],
              "forms": [
                {"name": "F1", "audience": "GROUP", "openQuestion": false, "items": ["S1", "S2"]},
                {"name": "self", "audience": "LEADER", "openQuestion": false, "items": ["S1-self"]}
              ],
              "cycle": ["F1"],
              "patterns": [
                {"code": "M1", "say": ["S1"], "does": ["S2"], "form": "F1"}
              ]
            }
            """;

    @Test
    void a_sound_file_is_read() {
        Instrument instrument = Catalogue.parse(FILE, SMALL);

        assertThat(instrument.key()).hasToString("small@1");
        assertThat(instrument.item("S2").reversed()).isTrue();
        assertThat(instrument.form("self").audience()).isEqualTo(Form.Audience.LEADER);
        assertThat(instrument.scale("agree").labels().get(4).in("en")).isEqualTo("five");
    }

    @Test
    void a_broken_reference_names_file_line_and_part() {
        String json =
                SMALL.replace("\"reversed\": true, \"scale\": \"agree\"", "\"reversed\": true, \"scale\": \"agreed\"");

        assertThatThrownBy(() -> Catalogue.parse(FILE, json))
                .isInstanceOf(InvalidInstrument.class)
                .hasMessage(
                        "instruments/small-1.json, line 23: item S2 names scale 'agreed', which this file does not define");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what stands there      | what is planted                        | line | what the message says
            "construct": "safety", "reversed": true | "construct": "unsafe", "reversed": true | 23 | item S2 names construct 'unsafe'
            "id": "S2"               | "id": "S1"                             | 23   | item S1 is defined twice
            "id": "S2"               | "id": "S 2"                            | 23   | must be 1 to 40 letters, digits or hyphens
            "mirrors": "S1"          | "mirrors": "S9"                        | 25   | item S1-self names item 'S9'
            "mirrors": "S1"          | "mirrors": "S2"                        | 25   | must share construct, scale and direction
            "mirrors": "S1"          | "mirrors": "S1-self"                   | 25   | item S1-self mirrors itself
            "items": ["S1", "S2"]    | "items": ["S1", "S3"]                  | 29   | form F1 names item 'S3'
            "items": ["S1", "S2"]    | "items": ["S1", "S1"]                  | 29   | form F1 asks item S1 twice
            "items": ["S1", "S2"]    | "items": ["S1", "S1-self"]             | 29   | must be a group's own item
            "items": ["S1", "S2"]    | "items": []                            | 29   | F1 needs 1 to 200 items, and has 0
            "items": ["S1-self"]     | "items": ["S1"]                        | 30   | must mirror a group's item
            "name": "self"           | "name": "F1"                           | 30   | form F1 is defined twice
            "cycle": ["F1"]          | "cycle": ["F9"]                        | 32   | the cycle names form 'F9'
            "cycle": ["F1"]          | "cycle": ["self"]                      | 32   | which is not for groups
            "does": ["S2"]           | "does": ["S7"]                         | 34   | pattern M1 pairs item S7, which form F1 does not ask
            "does": ["S2"]           | "does": ["S1"]                         | 34   | pattern M1 has item S1 on both sides
            "form": "F1"             | "form": "F5"                           | 34   | pattern M1 names form 'F5'
            "nl": "Ik durf."         | "nl": "   "                            | 22   | The Dutch text (nl) is missing or blank
            , "en": "I dare."        |                                        | 22   | The English text (en) is missing or blank
            {"nl": "vijf", "en": "five"} | {"nl": "vijf", "en": "five"}, {"nl": "zes", "en": "six"} | 6 | agree needs exactly 5 labels, and has 6
            "key": "small@1"         | "key": "small"                         | 2    | such as groeipuls@1
            "does": ["S2"]           | "does": ["S 2"]                        | 34   | must be 1 to 40 letters, digits or hyphens
            "key": "safety"          | "key": "calm"                          | 21   | item S1 names construct 'safety'
            """)
    void a_planted_defect_is_found_on_its_line(String sound, String planted, int line, String says) {
        assertThat(SMALL).contains(sound);
        String json = SMALL.replace(sound, planted == null ? "" : planted);

        assertThatThrownBy(() -> Catalogue.parse(FILE, json))
                .isInstanceOf(InvalidInstrument.class)
                .hasMessageStartingWith(FILE + ", line " + line + ": ")
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "audience": "GROUP"      | "audience": "GROUP", "weight": 2           | 29 | unknown field 'weight': use one of
            "audience": "GROUP"      | "audience": "GROUP", "audience": "LEADER"  | 29 | Duplicate Object property "audience"
            "reversed": true         | "reversed": "true"                         | 23 | items[1].reversed must be true or false
            "reversed": true         | "reversed": 1                              | 23 | items[1].reversed must be true or false
            "reversed": true         | "reversed": null                           | 23 | items[1].reversed must be true or false
            , "reversed": true       |                                            | 24 | items[1].reversed must be true or false
            "nl": "Ik durf."         | "nl": 4                                    | 22 | items[0].text.nl must be a text in quotes
            "nl": "Ik durf."         | "nl": true                                 | 22 | items[0].text.nl must be a text in quotes
            "audience": "GROUP"      | "audience": 0                              | 29 | forms[0].audience must be one of [GROUP, LEADER]
            "audience": "GROUP"      | "audience": "group"                        | 29 | forms[0].audience must be one of [GROUP, LEADER]
            "audience": "GROUP"      | "audience": ""                             | 29 | forms[0].audience must be one of [GROUP, LEADER]
            "cycle": ["F1"]          | "cycle": "F1"                              | 32 | cycle must be a list in square brackets
            "cycle": ["F1"]          | "cycle": [1]                               | 32 | cycle[0] must be a text in quotes
            "key": "small@1"         | "key": 1                                   | 2  | key must be a text such as "groeipuls@1"
            "key": "small@1"         | "key": 1.5                                 | 2  | key must be a text such as "groeipuls@1"
            {"nl": "Klein", "en": "Small"} | "Small"                              | 3  | title must be an object in braces
            "cycle"                  | // "cycle"                                 | 32 | maybe a (non-standard) comment?
            "key": "small@1",        | "key": "small@1"                           | 3  | was expecting comma
            """)
    void what_is_not_exactly_asked_for_is_refused(String sound, String planted, int line, String says) {
        assertThat(SMALL).contains(sound);
        String json = SMALL.replace(sound, planted == null ? "" : planted);

        assertThatThrownBy(() -> Catalogue.parse(FILE, json))
                .isInstanceOf(InvalidInstrument.class)
                .hasMessageStartingWith(FILE + ", line " + line + ": ")
                .hasMessageContaining(says);
    }

    @Test
    void a_pair_of_items_with_different_stems_or_labels_is_refused() {
        String second = """
                  ]},
                {"id": "often", "stem": {"nl": "Vaak?", "en": "Often?"}, "labels": [
                    {"nl": "a", "en": "b"}, {"nl": "c", "en": "d"}, {"nl": "e", "en": "f"},
                    {"nl": "g", "en": "h"}, {"nl": "i", "en": "j"}
                  ]
                }
              ],
              "constructs\"""";
        String json = SMALL.replaceFirst("(?s) {6}\\]\n {4}}\n {2}],\n {2}\"constructs\"", second)
                .replace("\"reversed\": true, \"scale\": \"agree\"", "\"reversed\": true, \"scale\": \"often\"");

        assertThatThrownBy(() -> Catalogue.parse(FILE, json))
                .hasMessageContaining("pattern M1 pairs items of different scales");
    }

    @Test
    void a_construct_without_items_is_refused() {
        String json = SMALL.replace(
                "\"constructs\": [",
                "\"constructs\": [{\"key\": \"idle\", \"code\": \"I\", \"name\": {\"nl\": \"a\", \"en\": \"b\"}, "
                        + "\"level\": \"UNIT\", \"kind\": \"FORMATIVE\"},");

        assertThatThrownBy(() -> Catalogue.parse(FILE, json))
                .hasMessage(FILE + ", line 17: construct idle has no items: add some or drop it");
    }

    @Test
    void a_message_never_repeats_a_long_or_forging_text() {
        String json = SMALL.replace("\"id\": \"S2\"", "\"id\": \"" + "S\\n".repeat(5_000) + "\"");

        assertThatThrownBy(() -> Catalogue.parse(FILE, json))
                .satisfies(refusal -> assertThat(String.valueOf(refusal.getMessage()))
                        .hasSizeLessThan(300)
                        .doesNotContain("\n"));
    }

    @Test
    void text_after_the_end_is_refused() {
        assertThatThrownBy(() -> Catalogue.parse(FILE, SMALL + "{}"))
                .isInstanceOf(InvalidInstrument.class)
                .hasMessage(FILE + ", line 37: the file must be one JSON object with nothing after it");
    }

    @Test
    void an_empty_file_and_a_bare_null_are_refused() {
        assertThatThrownBy(() -> Catalogue.parse(FILE, "")).isInstanceOf(InvalidInstrument.class);
        assertThatThrownBy(() -> Catalogue.parse(FILE, "null")).isInstanceOf(InvalidInstrument.class);
    }

    @Test
    void a_text_of_300_characters_is_accepted_and_one_of_301_refused() {
        assertThat(Catalogue.parse(FILE, SMALL.replace("Ik durf.", "a".repeat(300)))
                        .item("S1")
                        .text()
                        .nl())
                .hasSize(300);
        assertThatThrownBy(() -> Catalogue.parse(FILE, SMALL.replace("Ik durf.", "a".repeat(301))))
                .hasMessageContaining("line 22")
                .hasMessageContaining("shorten it to 300");
    }

    @Test
    void two_hundred_items_are_accepted_and_201_refused() {
        assertThat(Catalogue.parse(FILE, withItems(200)).items()).hasSize(200);
        assertThatThrownBy(() -> Catalogue.parse(FILE, withItems(201))).hasMessageContaining("1 to 200 items");
    }

    @Test
    void invisible_characters_in_a_text_are_refused() {
        assertThatThrownBy(() -> Catalogue.parse(FILE, SMALL.replace("Ik durf.", "Ik \\u202Edurf.")))
                .hasMessageContaining("line 22")
                .hasMessageContaining("invisible control character");
    }

    @Test
    void an_instrument_written_as_JSON_reads_back_the_same() {
        Instrument builtIn = Catalogue.builtIn().getFirst();
        String json = JsonMapper.builder().build().writeValueAsString(builtIn);

        assertThat(json).startsWith("{\"key\":\"groeipuls@1\"");
        assertThat(Catalogue.parse("copy", json)).isEqualTo(builtIn);
    }

    private static String withItems(int count) {
        StringBuilder more = new StringBuilder();
        for (int i = 4; i <= count; i++) {
            more.append(
                    "{\"id\": \"X%d\", \"reversed\": false, \"scale\": \"agree\", \"text\": {\"nl\": \"a\", \"en\": \"b\"}},"
                            .formatted(i));
        }
        return SMALL.replace("{\"id\": \"S1\",", more + "{\"id\": \"S1\",");
    }
}
