package org.groeipuls.talk;

import java.util.List;
import java.util.Map;
import org.groeipuls.language.Category;
import org.groeipuls.release.ItemFigures;

/**
 * What was released of one statement about errors in one block.
 *
 * @param item its id in the questionnaire
 * @param n how many answered it
 * @param low the lowest that the sum of their answers can be
 * @param high the highest; the same under {@code exact}
 */
record SaidOfErrors(String item, int n, int low, int high) {
    /** The statements of {@code groeipuls} about how errors are talked of, and what each is about. */
    static final Map<String, Category> ABOUT = Map.of(
            "ETL1", Category.LEARNING,
            "ETL2", Category.LEARNING,
            "ETL3", Category.LEARNING,
            "ETB1", Category.BLAME,
            "ETB2", Category.BLAME,
            "ETB3", Category.SILENCE,
            "HL", Category.LEARNING,
            "HB", Category.BLAME,
            "HS", Category.SILENCE);

    /** The released statements about errors among these. */
    static List<SaidOfErrors> among(List<ItemFigures> items) {
        return items.stream()
                .filter(figures -> ABOUT.containsKey(figures.item()))
                .flatMap(figures -> of(figures).stream())
                .toList();
    }

    private static List<SaidOfErrors> of(ItemFigures figures) {
        var n = figures.n();
        var sum = figures.sum();
        var counts = figures.counts();
        if (n != null && sum != null) {
            return List.of(new SaidOfErrors(figures.item(), n, sum.low(), sum.high()));
        }
        if (n == null || counts == null) {
            return List.of();
        }
        int exact = 0;
        for (int answer = 1; answer <= counts.size(); answer++) {
            exact += answer * counts.get(answer - 1);
        }
        return List.of(new SaidOfErrors(figures.item(), n, exact, exact));
    }
}
