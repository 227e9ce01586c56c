package org.groeipuls.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is released of one scale in one block under {@code exact}.
 *
 * @param items the items of the scale that were asked
 * @param n how many answered enough of them to have a score
 * @param sumRaw sum of the scores (reversed items turned, no offsets); 1n to 5n
 * @param sumAdjusted sum of the scores after item offsets
 * @param spread measures of spread, from the pulse's spreadMinimum up
 */
public record ScaleFigures(
        String construct,
        List<String> items,
        int n,
        double sumRaw,
        double sumAdjusted,
        @Nullable SpreadFigures spread) {}
