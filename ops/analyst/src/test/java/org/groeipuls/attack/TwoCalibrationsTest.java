package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Scale;
import org.groeipuls.scoring.ScaleItem;
import org.groeipuls.scoring.ScaleMoments;
import org.junit.jupiter.api.Test;

/** The arithmetic of the attack finds the one person where offsets of single statements are in the released squares. */
class TwoCalibrationsTest {
    private static final Calibration CHOSEN =
            new Calibration("chosen", TwoCalibrations.OFFSETS, Map.of(), Map.of(), Map.of(), 1, .0025, .5, false);

    private static final Scale SCALE = new Scale(
            "ps",
            TwoCalibrations.SCALE.stream()
                    .map(item -> new ScaleItem(item, item.equals("PS2")))
                    .toList());

    @Test
    void squares_with_the_offsets_of_single_statements_give_the_person_away() {
        assertThat(IntStream.range(0, 50).filter(seed -> found(ScaleMoments.of(SCALE, rows(seed), CHOSEN))))
                .hasSize(50);
    }

    @Test
    void squares_of_whole_steps_do_not() {
        assertThat(IntStream.range(0, 50).filter(seed -> found(released(rows(seed)))))
                .isEmpty();
    }

    /** As the count releases it: the variance of whole steps around the mean with offsets. */
    private static String released(List<Map<String, Integer>> rows) {
        var adjusted = ScaleMoments.of(SCALE, rows, CHOSEN);
        var steps = ScaleMoments.inWholeSteps(SCALE, rows, CHOSEN);
        return block(
                adjusted,
                steps.sumSquares()
                        + (adjusted.sumAdjusted() * adjusted.sumAdjusted() - steps.sumAdjusted() * steps.sumAdjusted())
                                / adjusted.n());
    }

    private static boolean found(ScaleMoments moments) {
        return found(block(moments, moments.sumSquares()));
    }

    private static String block(ScaleMoments moments, double squares) {
        return "{\"scales\":[{\"items\":[\"PS1\",\"PS2\",\"PS3\"],\"n\":%d,\"sumRaw\":%s,\"sumAdjusted\":%s,"
                        .formatted(moments.n(), moments.sumRaw(), moments.sumAdjusted())
                + "\"spread\":{\"sumAdjustedSquared\":%s}}]}".formatted(squares);
    }

    private static boolean found(String block) {
        var notes = new Notes();
        TwoCalibrations.solve(Answer.JSON.readTree(block), notes);
        assertThat(notes.finding().tries()).isEqualTo(3);
        return notes.finding().outcome() == Outcome.SUCCEEDED;
    }

    /** Twenty people, of whom one leaves out the last statement. */
    private static List<Map<String, Integer>> rows(int seed) {
        var chance = new SplittableRandom(seed);
        List<Map<String, Integer>> rows = new ArrayList<>();
        for (int person = 0; person < 20; person++) {
            Map<String, Integer> row = new HashMap<>();
            for (var item : TwoCalibrations.SCALE.subList(0, person == 0 ? 2 : 3)) {
                row.put(item, chance.nextInt(1, 6));
            }
            rows.add(row);
        }
        return rows;
    }
}
