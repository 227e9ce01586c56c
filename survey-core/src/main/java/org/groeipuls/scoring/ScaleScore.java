package org.groeipuls.scoring;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * One respondent's score on one scale: y = mean over the answered items of x' - b, where x' = 6 - x for reversed items
 * (measurement, section 2). Empty with fewer than {@link Scale#needed()} answers, so a scale presented with one item
 * never scores. Adjusted scores may pass 1..5 by the size of the offsets.
 */
public final class ScaleScore {
    private ScaleScore() {}

    /**
     * The adjusted score, offsets subtracted.
     *
     * @param answers item id to answer 1..5; items outside the scale are ignored, unanswered items are absent
     * @throws IllegalArgumentException when an answer to an item of the scale is not 1..5
     */
    public static OptionalDouble of(Scale scale, Map<String, Integer> answers, Calibration calibration) {
        return mean(scale, answers, calibration, scale.needed());
    }

    /** The raw score in 1..5: reversed, no offsets; otherwise as {@link #of}. */
    public static OptionalDouble raw(Scale scale, Map<String, Integer> answers) {
        return mean(scale, answers, Calibration.DEFAULT, scale.needed());
    }

    /** The mean of x' - b over the answered items, when at least {@code needed} of them are answered. */
    static OptionalDouble mean(Scale scale, Map<String, Integer> answers, Calibration calibration, int needed) {
        double sum = 0;
        int answered = 0;
        for (ScaleItem item : scale.items()) {
            Integer answer = answers.get(item.id());
            if (answer != null) {
                sum += item.score(answer) - calibration.offset(item.id());
                answered++;
            }
        }
        return answered >= needed ? OptionalDouble.of(sum / answered) : OptionalDouble.empty();
    }
}
