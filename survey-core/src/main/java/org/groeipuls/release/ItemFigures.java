package org.groeipuls.release;

import java.util.List;
import org.groeipuls.scoring.SumClass;
import org.jspecify.annotations.Nullable;

/**
 * What is released of one item in one block.
 *
 * @param n how many answered it; absent below the minimum
 * @param sum the class that the sum of the raw answers falls in, under {@code banded}
 * @param counts how many answered 1, 2, 3, 4 and 5, under {@code exact}
 * @param withheld why neither is there
 */
public record ItemFigures(
        String item,
        @Nullable Integer n,
        @Nullable SumClass sum,
        @Nullable List<Integer> counts,
        @Nullable Withheld withheld) {
    static ItemFigures banded(String item, int n, SumClass sum) {
        return new ItemFigures(item, n, sum, null, null);
    }

    static ItemFigures exact(String item, int n, List<Integer> counts) {
        return new ItemFigures(item, n, null, counts, null);
    }

    static ItemFigures withheld(String item, @Nullable Integer n, Withheld reason) {
        return new ItemFigures(item, n, null, null, reason);
    }
}
