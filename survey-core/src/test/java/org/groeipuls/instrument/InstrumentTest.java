package org.groeipuls.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InstrumentTest {

    private final Instrument instrument = Catalogue.builtIn().getFirst();

    @Test
    void the_scored_items_are_those_presented_in_the_instruments_order() {
        assertThat(instrument.scored("error-talk", List.of("ETB1", "PS1", "ETL1")))
                .extracting(Item::id)
                .containsExactly("ETL1", "ETB1");
        assertThat(instrument.scored("candour", List.of("PS1"))).isEmpty();
    }

    @Test
    void the_leaders_answers_are_scored_apart_from_the_groups() {
        assertThat(instrument.scored("vision", instrument.form("leader").items()))
                .extracting(Item::id)
                .containsExactly("SV1-self", "SV2-self", "SV3-self");
        assertThat(instrument.scored("vision", instrument.form("F1").items()))
                .extracting(Item::id)
                .containsExactly("SV1", "SV2", "SV3");
    }

    @Test
    void asking_for_an_unknown_part_tells_which_there_are() {
        assertThatThrownBy(() -> instrument.form("F8"))
                .isInstanceOf(UnknownInstrumentPart.class)
                .hasMessageContaining("groeipuls@1 has no form with that name")
                .hasMessageContaining("F7");
        assertThatThrownBy(() -> instrument.item("PS7")).isInstanceOf(UnknownInstrumentPart.class);
        assertThatThrownBy(() -> instrument.construct("PS")).isInstanceOf(UnknownInstrumentPart.class);
        assertThatThrownBy(() -> instrument.scored("mood", List.of())).isInstanceOf(UnknownInstrumentPart.class);
    }

    @Test
    void a_text_is_dutch_for_a_dutch_reader_and_english_for_every_other() {
        Localised text = instrument.item("PS1").text();

        assertThat(text.in(Locale.forLanguageTag("nl-BE"))).isEqualTo("Wie een fout maakt, telt daarna nog volop mee.");
        assertThat(text.in(Locale.FRENCH)).isEqualTo("People who make a mistake still fully count afterwards.");
        assertThat(text.in("nl")).isEqualTo(text.nl());
        assertThatThrownBy(() -> text.in("de")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_item_reported_singly_cannot_be_reversed() {
        assertThatThrownBy(() -> new Item("B1", null, true, "agreement", new Localised("ja", "yes"), null))
                .isInstanceOf(InvalidInstrument.class)
                .hasMessageContaining("cannot be reversed");
    }

    @Test
    void a_key_is_one_string_in_JSON() {
        JsonMapper mapper = JsonMapper.builder().build();

        assertThat(mapper.writeValueAsString(new InstrumentKey("groeipuls", 12)))
                .isEqualTo("\"groeipuls@12\"");
        assertThat(mapper.readValue("\"groeipuls@12\"", InstrumentKey.class))
                .isEqualTo(InstrumentKey.parse("groeipuls@12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "groeipuls",
                "groeipuls@",
                "@1",
                "groeipuls@0",
                "groeipuls@01",
                "groeipuls@-1",
                "groeipuls@10000",
                "Groeipuls@1",
                "groei puls@1",
                "groeipuls@1@2",
                "groeipuls@1 ",
                "groeipuls@１"
            })
    void a_malformed_key_is_refused(String written) {
        assertThatThrownBy(() -> InstrumentKey.parse(written)).isInstanceOf(InvalidInstrument.class);
    }
}
