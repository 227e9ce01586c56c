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

    @Test
    void squares_with_the_offsets_of_single_statements_give_the_person_away() {
        assertThat(IntStream.range(0, 50).filter(seed -> found(seed, CHOSEN))).hasSize(50);
    }

    @Test
    void squares_in_which_all_scores_are_moved_alike_do_not() {
        assertThat(IntStream.range(0, 50).filter(seed -> found(seed, CHOSEN.withEvenOffsets(TwoCalibrations.SCALE))))
                .isEmpty();
    }

    private static boolean found(int seed, Calibration calibration) {
        var scale = new Scale(
                "ps",
                TwoCalibrations.SCALE.stream()
                        .map(item -> new ScaleItem(item, item.equals("PS2")))
                        .toList());
        var moments = ScaleMoments.of(scale, rows(new SplittableRandom(seed)), calibration);
        var block = "{\"scales\":[{\"items\":[\"PS1\",\"PS2\",\"PS3\"],\"n\":%d,\"sumRaw\":%s,"
                        .formatted(moments.n(), moments.sumRaw())
                + "\"spread\":{\"sumAdjustedSquared\":%s}}]}".formatted(moments.sumSquares());
        var notes = new Notes();
        TwoCalibrations.solve(Answer.JSON.readTree(block), notes);
        assertThat(notes.finding().tries()).isEqualTo(1);
        return notes.finding().outcome() == Outcome.SUCCEEDED;
    }

    /** Twenty people, of whom one leaves out the last statement. */
    private static List<Map<String, Integer>> rows(SplittableRandom chance) {
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
