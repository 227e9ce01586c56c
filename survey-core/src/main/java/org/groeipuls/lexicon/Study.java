package org.groeipuls.lexicon;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groeipuls.language.Category;
import org.groeipuls.language.CodedTexts;
import org.groeipuls.language.ConfusionMatrix;
import org.groeipuls.language.Lexicon;
import org.groeipuls.language.Reading;
import org.groeipuls.language.Validity;
import org.jspecify.annotations.Nullable;

/**
 * How well a list did on labelled answers (measurement, section 4): figures only, nothing of any text.
 *
 * @param method version of the way of reading
 * @param texts how many labelled texts there were in the language of the list
 * @param categories for each category how it went
 */
public record Study(String method, int texts, SortedMap<Category, Trial> categories) {
    public Study {
        categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
    }

    /**
     * @param list the list against the settled labels, in the half of the texts that nobody tuned on
     * @param coders one coder against the other, in all texts; absent where they are not known
     * @param phrases how many different phrases of the category stood in the texts
     */
    public record Trial(Tally list, @Nullable Tally coders, int phrases) {}

    /**
     * Tries a list on texts in its language.
     *
     * @throws IllegalArgumentException when the coders had other texts
     */
    public static Study of(Lexicon lexicon, CodedTexts coded) {
        var texts = coded.in(lexicon.language());
        var one = texts.one();
        var other = texts.other();
        var list = Validity.tried(lexicon, texts.gold().locked());
        Map<Category, ConfusionMatrix> coders =
                one == null || other == null ? Map.of() : Validity.agreement(one, other);
        var phrases = lexicon.phrasesIn(texts.gold());
        var categories = new TreeMap<Category, Trial>();
        list.forEach((category, matrix) -> {
            var people = coders.get(category);
            categories.put(
                    category,
                    new Trial(
                            Tally.of(matrix),
                            people == null ? null : Tally.of(people),
                            phrases.getOrDefault(category, 0)));
        });
        return new Study(Reading.METHOD, texts.gold().all().size(), categories);
    }

    /** The gates that a category did not pass; all of them where it was not tried. */
    public Set<Gate> failed(Category category) {
        var trial = categories.get(category);
        return trial == null ? EnumSet.allOf(Gate.class) : Gate.failed(trial);
    }

    /** The categories that may be shown. */
    public Set<Category> shown() {
        var shown = EnumSet.allOf(Category.class);
        shown.removeIf(category -> !failed(category).isEmpty());
        return shown;
    }
}
