package org.groeipuls.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every text, tried on all development sentences. */
class ReadingPropertiesTest {
    private static final List<String> OF_NO_CATEGORY =
            List.of("De lift is kapot.", "Ik werk op dinsdag.", "The lift is broken.", "Lunch is at noon!");

    /** Of texts that are compared more than once; a test reads one language. */
    private final Map<String, Reading> readings = new HashMap<>();

    @ParameterizedTest
    @EnumSource
    void a_sentence_of_no_category_changes_nothing(Language language) {
        for (LabelledText text : WordLists.development(language).all()) {
            for (String other : OF_NO_CATEGORY) {
                assertSame(language, text.text(), text.text() + " " + other);
                assertSame(language, text.text(), other + " " + text.text());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_order_of_sentences_does_not_matter(Language language) {
        Random chance = new Random(20261126);
        List<LabelledText> texts = WordLists.development(language).all();
        for (int round = 0; round < 200; round++) {
            List<String> sentences = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sentences.add(texts.get(chance.nextInt(texts.size())).text());
            }
            String before = String.join(" ", sentences);
            Collections.shuffle(sentences, chance);
            assertSame(language, before, String.join(" ", sentences));
        }
    }

    @ParameterizedTest
    @EnumSource
    void capitals_accents_and_apostrophes_do_not_matter(Language language) {
        for (LabelledText text : WordLists.development(language).all()) {
            assertSame(language, text.text(), text.text().toUpperCase(Locale.ROOT));
            assertSame(
                    language, text.text(), text.text().replace("e", "e\u0301").replace("o", "\u00f6"));
            assertSame(language, text.text(), Normalizer.normalize(text.text(), Normalizer.Form.NFD));
            assertSame(language, text.text(), text.text().replace("'", "\u2019"));
            assertSame(language, text.text(), text.text().replace("'", ""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_text_mentions_what_its_sentences_mention(Language language) {
        Lexicon lexicon = WordLists.of(language);
        List<LabelledText> texts = WordLists.development(language).all();
        for (int i = 1; i < texts.size(); i++) {
            Reading one = lexicon.read(texts.get(i - 1).text());
            Reading two = lexicon.read(texts.get(i).text());
            Reading both =
                    lexicon.read(texts.get(i - 1).text() + "\n" + texts.get(i).text());
            assertThat(both.mentioned()).containsAll(one.mentioned()).containsAll(two.mentioned());
            assertThat(both.mentioned())
                    .hasSizeLessThanOrEqualTo(
                            one.mentioned().size() + two.mentioned().size());
        }
    }

    private void assertSame(Language language, String text, String other) {
        Lexicon lexicon = WordLists.of(language);
        assertThat(lexicon.read(other)).as(other).isEqualTo(readings.computeIfAbsent(text, lexicon::read));
    }
}
