package org.groeipuls.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedGroup.Moves;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FallTest {
    private static final GroupId GROUP = new GroupId("green");
    private static final TreeSet<TeamId> TEAMS = new TreeSet<>(List.of(new TeamId("green")));
    private static final int FEWEST = 5;

    private static TrendRow before(@Nullable Integer answered, int eligible) {
        var point = new TrendPoint(
                new PulseId("p1"),
                LocalDate.EPOCH,
                1,
                1,
                new InstrumentKey("groeipuls", 1),
                Disclosure.BANDED,
                "default@1",
                Participation.MOST,
                List.of(),
                null,
                null);
        return new TrendRow(
                GROUP, "candour", TEAMS, point, null, null, answered, eligible, null, null, null, null, null);
    }

    private static AskedGroup now(int eligible, @Nullable Moves moves) {
        return new AskedGroup(GROUP, "Green", TEAMS, new UnitId("city"), eligible, "f1", List.of(), moves);
    }

    private static boolean told(int answered, int eligible, int answeredNow) {
        return Fall.of(before(answered, eligible), answeredNow, now(eligible, null))
                .told();
    }

    @Test
    void nothing_that_is_told_or_not_told_says_that_everybody_answered() {
        int falls = 0;
        for (int eligible = 6; eligible <= 60; eligible++) {
            for (int answered = FEWEST; answered <= eligible; answered++) {
                boolean told = told(eligible, eligible, answered);
                assertThat(told).as("%s of %s", answered, eligible).isEqualTo(told(eligible - 1, eligible, answered));
                falls += told ? 1 : 0;
            }
        }
        assertThat(falls).isGreaterThan(500);
    }

    @Test
    void what_is_never_told_of_any_numbers_is_said_to_be_impossible_and_nothing_else_is() {
        for (int asked = 6; asked <= 30; asked++) {
            boolean ever = false;
            for (int answered = FEWEST; answered <= asked; answered++) {
                for (int answeredNow = FEWEST; answeredNow <= asked; answeredNow++) {
                    ever |= told(answered, asked, answeredNow);
                }
            }
            assertThat(Fall.possible(asked, asked, FEWEST)).as("of %s", asked).isEqualTo(ever);
        }
        assertThat(Fall.possible(11, 11, FEWEST)).isFalse();
        assertThat(Fall.possible(12, 12, FEWEST)).isTrue();
        assertThat(Fall.possible(null, 12, FEWEST)).isFalse();
        assertThat(Fall.possible(40, 9, 10))
                .as("fewer people than are ever shown")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 20, true", "0, 6, 20, true", "7, 0, 20, false", "0, 7, 20, false", "8, 8, 20, false"})
    void of_a_group_that_changed_too_much_for_a_conclusion_nothing_is_told(
            int joined, int left, int eligible, boolean told) {
        var fall = Fall.of(before(19, 20), 8, now(eligible, new Moves(joined, left)));
        assertThat(fall.told()).isEqualTo(told);
        assertThat(fall.askedBefore()).isEqualTo(told ? 20 : null);
    }

    @ParameterizedTest
    @CsvSource({"20, true", "26, true", "27, false", "14, true", "13, false"})
    void where_only_sizes_are_known_they_say_how_much_changed_at_least(int eligible, boolean compared) {
        assertThat(Fall.of(before(19, 20), 8, now(eligible, null)).askedBefore())
                .isEqualTo(compared ? 20 : null);
    }

    @Test
    void who_was_not_shown_before_or_was_other_people_has_no_fall() {
        assertThat(Fall.of(null, 5, now(20, null))).isEqualTo(new Fall(false, null));
        assertThat(Fall.of(before(null, 20), 5, now(20, null))).isEqualTo(new Fall(false, null));
    }
}
