package org.groeipuls.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.junit.jupiter.api.Test;

class AnswerModelTest {
    private static final Instrument INSTRUMENT = Catalogue.builtIn().getFirst();
    private static final List<String> F2 = INSTRUMENT.form("F2").items();

    @Test
    void the_same_seed_gives_the_same_answers_whatever_is_asked_first() {
        var forward = model(1);
        var backward = model(1);
        forward.sheets("balie", 24, 1, F2);

        assertThat(backward.sheet("balie", 24, 9, F2.reversed())
                        .map(sheet -> sheet.answers().get("PS1")))
                .isEqualTo(forward.sheet("balie", 24, 9, F2)
                        .map(sheet -> sheet.answers().get("PS1")));
        assertThat(backward.sheets("balie", 24, 1, F2)).isEqualTo(forward.sheets("balie", 24, 1, F2));
    }

    @Test
    void another_seed_gives_other_answers() {
        assertThat(model(1).sheets("balie", 24, 1, F2)).isNotEqualTo(model(2).sheets("balie", 24, 1, F2));
    }

    @Test
    void about_four_in_five_take_part_and_hardly_anybody_in_a_busy_pulse() {
        double usual = IntStream.rangeClosed(1, 26)
                .map(place -> model(1).sheets("klantcontact", 40, place, F2).size())
                .average()
                .orElseThrow();

        assertThat(usual / 40).isCloseTo(.8, within(.03));
        AnswerModel.BUSY_PULSES.forEach((group, places) -> places.forEach(place -> assertThat(model(DemoFill.SEED)
                        .sheets(group, size(group), place, F2)
                        .size())
                .as(group + " in pulse " + place)
                .isLessThan(5)));
    }

    @Test
    void reversed_items_are_answered_the_other_way_round() {
        assertThat(mean("klantcontact", "PS1", 1, 26)).isGreaterThan(3.2);
        assertThat(mean("klantcontact", "PS2", 1, 26)).isLessThan(2.8);
    }

    @Test
    void one_item_is_often_skipped_and_the_others_rarely() {
        var sheets = model(1).sheets("klantcontact", 400, 1, F2);

        assertThat(skipped(sheets, AnswerModel.SHUNNED)).isCloseTo(.5, within(.08));
        assertThat(skipped(sheets, "PS1")).isCloseTo(.015, within(.02));
    }

    @Test
    void answers_rise_by_the_true_effect_after_the_leader_brings_an_own_case() {
        double before = (mean(DemoOrganisation.NORTH, "LR1", 1, 13) + mean(DemoOrganisation.NORTH, "LR2", 1, 13)) / 2;
        double after = (mean(DemoOrganisation.NORTH, "LR1", 14, 26) + mean(DemoOrganisation.NORTH, "LR2", 14, 26)) / 2;

        assertThat(after - before).isCloseTo(level(14, 26) - level(1, 13), within(.15));
        assertThat(level(14, 26) - level(1, 13)).isCloseTo(.8, within(.2));
    }

    /** The true level of the same, which wanders. */
    private static double level(int from, int to) {
        var levels = new DemoLevels(1);
        return IntStream.rangeClosed(from, to)
                .mapToDouble(place -> levels.level(DemoOrganisation.NORTH, "leader-role-modelling", place))
                .average()
                .orElseThrow();
    }

    @Test
    void easy_and_hard_items_of_a_construct_balance() {
        for (String construct : DemoLevels.constructs()) {
            double sum = INSTRUMENT.items().stream()
                    .filter(item -> construct.equals(item.construct()) && item.mirrors() == null)
                    .mapToDouble(model(1)::ease)
                    .sum();

            assertThat(sum).as(construct).isCloseTo(0, within(1e-12));
        }
    }

    private static AnswerModel model(long seed) {
        return new AnswerModel(INSTRUMENT, new DemoLevels(seed), seed);
    }

    private static int size(String group) {
        return DemoOrganisation.groups().stream()
                .filter(one -> one.id().equals(group))
                .findFirst()
                .orElseThrow()
                .size();
    }

    /** Over 140 simulated people, so that chance does not drown what is looked at. */
    private static double mean(String group, String item, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .boxed()
                .flatMap(place -> model(1).sheets(group, 140, place, List.of(item)).stream())
                .map(sheet -> sheet.answers().get(item))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    private static double skipped(List<AnswerSheet> sheets, String item) {
        return sheets.stream()
                        .filter(sheet -> sheet.answers().get(item) == null)
                        .count()
                / (double) sheets.size();
    }
}
