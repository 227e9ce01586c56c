package org.groeipuls.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.groeipuls.programme.Turn.Taken;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.team.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final int YEARS = 10;
    private static final UnitId ONE = unitOfPhase(0);

    private final Series series = new Series();

    private static UnitId unitOfPhase(int phase) {
        for (int i = 0; ; i++) {
            var unit = new UnitId("unit-" + i);
            if (Math.floorMod(unit.value().hashCode(), 4) == phase) {
                return unit;
            }
        }
    }

    private static List<Planned> kept(List<Planned> planned) {
        return planned.stream().filter(one -> one.skipped() == null).toList();
    }

    private static PulseDates dates(Planned planned) {
        return Objects.requireNonNull(planned.dates());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"})
    void ten_years_keep_fourteen_days_holidays_and_eight_working_days(String zone) {
        series.zone = ZoneId.of(zone);
        series.breaks = Series.holidays(2026, 2036);
        for (int weeks : new int[] {2, 3, 4, 5}) {
            series.weeks = weeks;
            var kept = kept(series.planned(YEARS));
            assertThat(kept).hasSizeGreaterThan(YEARS * 40 / weeks - YEARS);
            for (int i = 0; i < kept.size(); i++) {
                var day = kept.get(i).day();
                assertThat(series.cadence().off(day)).isFalse();
                assertThat(openWorkingDays(kept.get(i)))
                        .as("%s every %d weeks", day, weeks)
                        .isEqualTo(8);
                if (i > 0) {
                    assertThat(day).isAfterOrEqualTo(kept.get(i - 1).day().plusDays(14));
                }
            }
        }
    }

    /** Counted anew: the days on which it is open at noon, without weekends and holidays. */
    private long openWorkingDays(Planned planned) {
        var noon = LocalTime.NOON;
        return planned.day()
                .datesUntil(planned.day().plusDays(60))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day ->
                        series.breaks.stream().noneMatch(off -> !day.isBefore(off.from()) && !day.isAfter(off.to())))
                .map(day -> day.atTime(noon).atZone(series.zone).toInstant())
                .filter(at -> !at.isBefore(dates(planned).opensAt())
                        && at.isBefore(dates(planned).closesAt()))
                .count();
    }

    @Test
    void openings_stay_at_nine_for_ten_years() {
        assertThat(series.planned(YEARS))
                .allMatch(one ->
                        dates(one).opensAt().atZone(series.zone).toLocalTime().equals(LocalTime.of(9, 0)))
                .allMatch(one ->
                        dates(one).closesAt().atZone(series.zone).toLocalTime().equals(LocalTime.of(9, 0)));
    }

    @Test
    void forms_follow_the_cycle_and_the_slow_ones_take_turns_by_year() {
        series.breaks = Series.holidays(2026, 2036);
        var kept = kept(series.planned(YEARS));
        var expected = List.of("baseline", "F1", "F2", "F3", "F5", "F6", "F1", "F2", "F3", "F5", "F7");

        for (int i = 0; i < kept.size(); i++) {
            var wanted = expected.get(i % 11);
            int year = kept.get(i).day().getYear();
            if (wanted.equals("F6") && year % 2 == 0) {
                wanted = "F4";
            }
            assertThat(series.definition().form(kept.get(i).turn(), Series.GROEIPULS, ONE, year))
                    .as("pulse %d on %s", i, kept.get(i).day())
                    .isEqualTo(wanted);
        }
        assertThat(kept.stream().map(one -> one.day().getYear() % 2)).contains(0, 1);
    }

    @Test
    void units_get_the_forms_of_the_round_in_turns_of_their_own() {
        var second = series.planned(1).get(1).turn();
        var forms = List.of(0, 1, 2, 3).stream()
                .map(phase -> series.definition().form(second, Series.GROEIPULS, unitOfPhase(phase), 2026))
                .toList();

        assertThat(forms).containsExactly("F1", "F2", "F3", "F5");
    }

    @Test
    void a_yearly_form_opens_every_later_year_and_takes_no_turn() {
        series.yearly = "baseline";
        series.cycle = List.of("F6", "F7");
        series.startsOn = LocalDate.of(2027, 11, 1);
        var planned = series.planned(2);
        var forms = planned.stream()
                .limit(5)
                .map(one -> series.definition()
                        .form(one.turn(), Series.GROEIPULS, ONE, one.day().getYear()))
                .toList();

        assertThat(planned.get(3).day()).isEqualTo(LocalDate.of(2028, 1, 24));
        assertThat(forms).containsExactly("F6", "F7", "F6", "baseline", "F7");
    }

    @Test
    void leads_look_in_the_mirror_at_every_third_pulse() {
        assertThat(series.planned(1).stream().limit(7).map(one -> one.turn().leadersAsked()))
                .containsExactly(true, false, false, true, false, false, true);
    }

    @Test
    void a_skipped_pulse_takes_no_turn_and_says_why() {
        series.breaks = List.of(new Break(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 2), null));
        var planned = series.planned(1);

        assertThat(planned.get(1).skipped()).isEqualTo(Reason.IN_A_BREAK);
        assertThat(planned.get(2).turn()).isEqualTo(new Turn(2, 1, false));
    }

    @Test
    void a_changed_rule_keeps_fourteen_days_from_the_last_pulse() {
        var last = new Taken(Series.FIRST.minusDays(13), new Turn(7, 6, false));
        var planned = Plan.of(Series.PROGRAMME, series.definition(), series.days(1), last);

        assertThat(planned.get(0).skipped()).isEqualTo(Reason.TOO_SOON);
        assertThat(planned.get(1).turn()).isEqualTo(new Turn(8, 7, false));
    }

    @Test
    void days_off_never_make_a_pulse_last_longer_than_until_the_next() {
        series.weeks = 2;
        series.breaks = List.of(new Break(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 16), "Week off"));
        var first = series.planned(1).getFirst();

        assertThat(dates(first).closesAt()).isEqualTo(series.cadence().opening(LocalDate.of(2026, 1, 19)));
    }

    @Test
    void the_pulse_of_a_day_has_always_the_same_id() {
        assertThat(series.planned(1).getFirst().pulse().value()).isEqualTo("monthly-2026-01-05");
    }
}
