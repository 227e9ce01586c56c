package org.groeipuls.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.groeipuls.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elke maandag een kwartier: wat ging er vorige week mis?",
                "Vanaf 01-03-2026 om 09.30 uur, in zaal 2.14.",
                "In 2026 doen we dit 12 keer; het kost 1.250 euro.",
                "Zaaknummer 123456789 blijft zoals het is.",
                "We praten @ de koffie."
            })
    void an_ordinary_sentence_is_taken(String text) {
        assertThat(WordingRules.checked("  " + text + " ", 200)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Mail naar p.jansen@stad.example,wording-holds-mail",
        "Bel 06-12 34 56 78 bij vragen,wording-holds-phone",
        "Bel (020) 123 45 67,wording-holds-phone",
        "Bel +31 6 12345678,wording-holds-phone",
        "Bel ０６１２３４５６７８,wording-holds-phone",
        "Het gaat om 111222333,wording-holds-number",
        "Het gaat om 1112 22 333,wording-holds-number",
        "'',wording-not-allowed",
        "'   ',wording-not-allowed"
    })
    void what_points_at_a_person_is_refused_and_never_quoted(String text, String code) {
        assertThatThrownBy(() -> WordingRules.checked(text, 200))
                .isInstanceOfSatisfying(
                        WordingNotAllowed.class, no -> assertThat(no.code()).isEqualTo(code))
                .hasMessageNotContainingAny("jansen", "1234", "111222");
    }

    @Test
    void a_wording_is_as_long_as_is_said_and_stands_on_one_line() {
        assertThat(WordingRules.checked("x".repeat(200), 200)).hasSize(200);
        assertThatThrownBy(() -> WordingRules.checked("x".repeat(201), 200)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> WordingRules.checked("a\nb", 200)).isInstanceOf(Refusal.class);
    }
}
