package org.groeipuls.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.language.Category.BLAME;
import static org.groeipuls.language.Category.LEARNING;
import static org.groeipuls.language.Category.SILENCE;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that the product ships. */
class WordListTest {
    /** What the lists reach on the sentences they were tuned on; lower means that a row broke another. */
    private static final double TUNED = .95;

    @ParameterizedTest
    @EnumSource
    void a_list_loads_without_complaint_and_says_which_it_is(Language language) {
        Lexicon lexicon = Lexicon.builtIn(language);
        assertThat(lexicon.key()).hasToString("error-talk-%s@1".formatted(language.code()));
        assertThat(lexicon.language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"leren", "leer", "leert", "leerde", "leerden", "geleerd", "lerend", "leerpunt", "leerpunten"})
    void full_forms_stand_in_the_list_because_stems_do_not_join_them(String word) {
        assertThat(WordLists.NL.read(word).mentioned()).containsExactly(LEARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lessen", "nabesproken", "geëvalueerd", "teruggekeken", "oorzaken", "intervisie", "debriefing"})
    void looking_back_is_learning(String word) {
        assertThat(WordLists.NL.read(word).mentioned()).containsExactly(LEARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hij gaf mij de schuld",
                "Wie heeft dit gedaan?",
                "Ze kreeg de zwarte piet",
                "Ik moest op het matje komen",
                "Ze praten achter mijn rug",
                "Je wordt erop afgerekend"
            })
    void looking_for_who_did_it_is_blame(String text) {
        assertThat(WordLists.NL.read(text).mentioned()).contains(BLAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Daar wordt over gezwegen",
                "Niemand zegt iets",
                "Ik durf het niet te melden",
                "Het verdwijnt in de doofpot",
                "We vegen het onder het tapijt",
                "We praten er niet over"
            })
    void not_saying_it_is_silence(String text) {
        assertThat(WordLists.NL.read(text).mentioned()).containsExactly(SILENCE);
    }

    @Test
    void feelings_alone_are_no_category() {
        assertThat(WordLists.NL
                        .read("Ik ben boos en verdrietig, later blij en opgelucht.")
                        .mentioned())
                .isEmpty();
        assertThat(WordLists.EN
                        .read("I am angry and sad, later happy and relieved.")
                        .mentioned())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_list_keeps_what_it_reached_on_the_sentences_it_was_tuned_on(Language language) {
        LabelledTexts development = WordLists.development(language);
        assertThat(development.all()).hasSizeGreaterThanOrEqualTo(150);
        Validity.tried(WordLists.of(language), development)
                .forEach((category, matrix) -> assertThat(matrix.f1(0).orElseThrow())
                        .as("%s %s", language, category)
                        .isGreaterThan(TUNED));
    }

    @Test
    void the_published_sentences_are_read_as_well_as_agreed() {
        LabelledTexts published = WordLists.published();
        assertThat(f1(published, LEARNING)).isGreaterThanOrEqualTo(.90);
        assertThat(f1(published, BLAME)).isGreaterThanOrEqualTo(.80);
        assertThat(f1(published, SILENCE)).isGreaterThanOrEqualTo(.80);
    }

    @Test
    void a_list_without_words_for_blame_would_be_noticed() {
        Map<Category, ConfusionMatrix> tried = Validity.tried(WordLists.small(), WordLists.development(Language.NL));
        assertThat(tried.get(BLAME)).isNotNull();
        assertThat(f1(tried)).allSatisfy(f1 -> assertThat(f1.orElse(0)).isLessThan(TUNED));
    }

    private static Set<OptionalDouble> f1(Map<Category, ConfusionMatrix> tried) {
        return tried.values().stream().map(matrix -> matrix.f1(0)).collect(Collectors.toSet());
    }

    /** Both languages together: 2·tp/(found + labelled). */
    private static double f1(LabelledTexts texts, Category category) {
        double hits = 0;
        double all = 0;
        for (LabelledText text : texts.all()) {
            boolean found =
                    WordLists.of(text.language()).read(text.text()).mentioned().contains(category);
            boolean labelled = text.labels().contains(category);
            hits += found && labelled ? 2 : 0;
            all += (found ? 1 : 0) + (labelled ? 1 : 0);
        }
        return hits / all;
    }
}
