package org.groeipuls.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.language.Category.BLAME;
import static org.groeipuls.language.Category.LEARNING;
import static org.groeipuls.language.Category.SILENCE;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private final Lexicon small = WordLists.small();

    @Test
    void a_word_of_the_list_is_a_mention_of_its_category() {
        assertThat(mentioned("Wij leren van fouten.")).containsExactly(LEARNING);
        assertThat(mentioned("Het was zijn schuld, daarna bleef het stil.")).containsExactlyInAnyOrder(BLAME, SILENCE);
    }

    @Test
    void a_text_without_words_of_the_list_says_nothing() {
        assertThat(small.read("De lunch is op woensdag gratis.")).isEqualTo(small.read(""));
        assertThat(mentioned("!!! ... ()")).isEmpty();
    }

    @Test
    void only_whole_words_count() {
        assertThat(mentioned("De schuldhulpverlening en de leerling")).isEmpty();
    }

    @Test
    void several_mentions_in_one_text_count_once() {
        assertThat(mentioned("Leren. Leren. Leren.")).containsExactly(LEARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"niet leren", "niet nu of later leren", "geen een twee drie leren"})
    void a_negator_up_to_four_words_before_denies(String text) {
        assertThat(mentioned(text)).isEmpty();
        assertThat(small.read(text).denied()).containsExactly(LEARNING);
    }

    @Test
    void a_negator_five_words_before_denies_nothing() {
        assertThat(mentioned("niet een twee drie vier leren")).containsExactly(LEARNING);
    }

    @Test
    void in_dutch_a_negator_up_to_three_words_after_denies() {
        assertThat(mentioned("wij leren van fouten niet")).isEmpty();
        assertThat(mentioned("wij leren van de fouten niet")).containsExactly(LEARNING);
    }

    @Test
    void in_english_a_negator_after_denies_nothing() {
        Lexicon english = WordLists.lexicon(WordLists.SMALL.replace("LANGUAGE\tnl", "LANGUAGE\ten"));
        assertThat(english.read("wij leren niet").mentioned()).containsExactly(LEARNING);
        assertThat(english.read("niet leren").mentioned()).isEmpty();
    }

    @Test
    void what_is_denied_never_becomes_the_opposite() {
        Reading reading = small.read("Niemand kreeg de schuld");
        assertThat(reading.mentioned()).isEmpty();
        assertThat(reading.denied()).containsExactly(BLAME);
    }

    @Test
    void two_negators_take_each_other_away() {
        assertThat(mentioned("nooit zonder schuld")).containsExactly(BLAME);
    }

    @Test
    void a_negator_that_is_spent_on_a_mention_does_not_count_for_the_next() {
        assertThat(small.read("niet stil en geen schuld").denied()).containsExactlyInAnyOrder(SILENCE, BLAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "niet stil, leren",
                "niet; leren",
                "niet (leren)",
                "niet! leren",
                "niet maar leren",
                "niet\nleren"
            })
    void a_negator_does_not_leave_its_clause(String text) {
        assertThat(mentioned(text)).contains(LEARNING);
    }

    @Test
    void a_particle_that_looks_like_a_conjunction_does_not_cut_the_clause() {
        assertThat(mentioned("geen schuld dan maar")).isEmpty();
        assertThat(mentioned("zeggen dan maar niet")).containsExactly(SILENCE);
        assertThat(mentioned("zeggen maar niet")).isEmpty();
    }

    @Test
    void a_pseudo_negator_denies_nothing() {
        assertThat(mentioned("niet alleen leren")).containsExactly(LEARNING);
    }

    @Test
    void a_negator_of_what_follows_denies_nothing_before_it() {
        assertThat(mentioned("wij leren zonder schuld")).containsExactly(LEARNING);
    }

    @Test
    void a_negator_does_not_reach_back_over_the_word_that_begins_a_subclause() {
        assertThat(mentioned("schuld dat ik niet oplette")).containsExactly(BLAME);
    }

    @Test
    void talk_that_is_denied_is_silence() {
        assertThat(mentioned("Wij bespreken fouten niet")).containsExactly(SILENCE);
        assertThat(mentioned("Ik durf niets te zeggen")).isEmpty();
        assertThat(mentioned("Niemand durft iets te zeggen")).containsExactly(SILENCE);
    }

    @Test
    void to_talk_errors_over_is_learning_and_to_say_something_is_nothing() {
        assertThat(mentioned("Wij bespreken fouten")).containsExactly(LEARNING);
        assertThat(mentioned("Hij wilde iets zeggen")).isEmpty();
    }

    @Test
    void a_phrase_that_means_nothing_takes_its_words_along() {
        assertThat(mentioned("Het is stil op kantoor")).isEmpty();
        assertThat(mentioned("Het is stil")).containsExactly(SILENCE);
    }

    @Test
    void a_denial_by_itself_is_no_mention() {
        Reading reading = small.read("We worden er wijzer noch beter van, dus wijzer van niks");
        assertThat(reading.mentioned()).isEmpty();
        assertThat(reading.denied()).containsExactly(LEARNING);
    }

    @Test
    void an_english_auxiliary_with_not_in_it_denies_with_or_without_its_apostrophe() {
        assertThat(WordLists.EN.read("We don't learn from it").mentioned()).isEmpty();
        assertThat(WordLists.EN.read("We dont learn from it").mentioned()).isEmpty();
        assertThat(WordLists.EN.read("We don’t learn from it").mentioned()).isEmpty();
        assertThat(WordLists.EN.read("We do learn from it").mentioned()).containsExactly(LEARNING);
    }

    private Set<Category> mentioned(String text) {
        return small.read(text).mentioned();
    }
}
