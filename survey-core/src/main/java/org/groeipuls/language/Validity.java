package org.groeipuls.language;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Whether a word list may be believed, for each category: what it finds in labelled texts against the labels, and whether
 * two people agreed on these (measurement, section 4). A category that does not pass is not shown anywhere.
 *
 * @param lexicon the list on trial
 * @param listAgainstGold rows what the list says, columns the labels; class 0 is "has it"
 * @param humans rows one coder, columns the other, before they settled their differences
 */
public record Validity(
        LexiconKey lexicon, Map<Category, ConfusionMatrix> listAgainstGold, Map<Category, ConfusionMatrix> humans) {
    /** Two trained coders agree at least this well, kappa. */
    public static final double HUMAN_KAPPA = .70;

    /** The list agrees with the settled labels at least this well, kappa. */
    public static final double LIST_KAPPA = .60;

    /** Of the texts that the list finds at least this share is right. */
    public static final double PRECISION = .80;

    /** Of the texts that it should find it finds at least this share. */
    public static final double RECALL = .60;

    public Validity {
        listAgainstGold = Map.copyOf(listAgainstGold);
        humans = Map.copyOf(humans);
    }

    /**
     * Tries a list on texts in its language; pass the locked half, else the figures flatter.
     *
     * @param gold settled labels
     * @param one labels of one coder
     * @param other labels of the other coder, of the same texts in the same order
     * @throws IllegalArgumentException unless both coders had the same texts
     */
    public static Validity of(Lexicon lexicon, LabelledTexts gold, LabelledTexts one, LabelledTexts other) {
        return new Validity(lexicon.key(), tried(lexicon, gold), agreement(one, other));
    }

    /** What the list finds in texts of its language against their labels, for each category. */
    public static Map<Category, ConfusionMatrix> tried(Lexicon lexicon, LabelledTexts gold) {
        List<LabelledText> texts = gold.in(lexicon.language()).all();
        List<Reading> readings =
                texts.stream().map(text -> lexicon.read(text.text())).toList();
        return perCategory(
                texts.size(),
                (i, category) -> readings.get(i).mentioned().contains(category),
                (i, category) -> texts.get(i).labels().contains(category));
    }

    /**
     * How two coders agree on the same texts, for each category.
     *
     * @throws IllegalArgumentException unless both have the same texts in the same order
     */
    public static Map<Category, ConfusionMatrix> agreement(LabelledTexts one, LabelledTexts other) {
        if (!texts(one).equals(texts(other))) {
            throw new IllegalArgumentException("Both coders must have labelled the same texts, in the same order");
        }
        return perCategory(
                one.all().size(),
                (i, category) -> one.all().get(i).labels().contains(category),
                (i, category) -> other.all().get(i).labels().contains(category));
    }

    /** The categories that may be shown; the others are not. */
    public Set<Category> shown() {
        Set<Category> shown = EnumSet.allOf(Category.class);
        shown.removeIf(category -> !passes(category));
        return shown;
    }

    private boolean passes(Category category) {
        ConfusionMatrix list = listAgainstGold.get(category);
        ConfusionMatrix people = humans.get(category);
        return list != null
                && people != null
                && atLeast(HUMAN_KAPPA, people.kappa())
                && atLeast(LIST_KAPPA, list.kappa())
                && atLeast(PRECISION, list.precision(0))
                && atLeast(RECALL, list.recall(0));
    }

    /** A figure that is not there has not passed. */
    private static boolean atLeast(double bar, OptionalDouble figure) {
        return figure.isPresent() && figure.getAsDouble() >= bar;
    }

    private static List<String> texts(LabelledTexts labelled) {
        return labelled.all().stream().map(LabelledText::text).toList();
    }

    private static Map<Category, ConfusionMatrix> perCategory(
            int n, BiPredicate<Integer, Category> tried, BiPredicate<Integer, Category> reference) {
        Map<Category, ConfusionMatrix> matrices = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            int[][] counts = new int[2][2];
            for (int i = 0; i < n; i++) {
                counts[tried.test(i, category) ? 0 : 1][reference.test(i, category) ? 0 : 1]++;
            }
            matrices.put(category, ConfusionMatrix.ofTwo(counts[0][0], counts[0][1], counts[1][0], counts[1][1]));
        }
        return matrices;
    }
}
