package org.groeipuls.api.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.groeipuls.programme.ProgrammeNotDefinable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    private static List<LocalDate> days(String rule, LocalDate startsOn, int most) {
        return new RecurrenceRules().days(rule, startsOn).limit(most).toList();
    }

    private static LocalDate[] dates(String... days) {
        return Stream.of(days).map(LocalDate::parse).toArray(LocalDate[]::new);
    }

    @Test
    void every_four_weeks_goes_on_for_ever_on_the_same_weekday() {
        var days = days("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO", MONDAY, 131);

        assertThat(days).hasSize(131);
        for (int i = 0; i < 131; i++) {
            assertThat(days.get(i)).isEqualTo(MONDAY.plusWeeks(4L * i));
        }
    }

    @Test
    void a_sprint_of_twelve_weeks_is_six_fortnights() {
        assertThat(days("FREQ=WEEKLY;INTERVAL=2;COUNT=6", MONDAY, 100))
                .containsExactly(
                        dates("2026-01-05", "2026-01-19", "2026-02-02", "2026-02-16", "2026-03-02", "2026-03-16"));
        assertThat(days("FREQ=WEEKLY;INTERVAL=2;UNTIL=20260329", MONDAY, 100)).hasSize(6);
    }

    @Test
    void a_rule_by_month_finds_its_days() {
        assertThat(days("FREQ=MONTHLY;BYDAY=2TU", MONDAY, 3))
                .containsExactly(dates("2026-01-13", "2026-02-10", "2026-03-10"));
        assertThat(days("FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1WE", MONDAY, 3))
                .containsExactly(dates("2026-03-25", "2026-10-28", "2027-03-31"));
    }

    @Test
    void a_first_day_that_the_rule_does_not_give_is_none() {
        assertThat(days("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO", MONDAY.plusDays(1), 2))
                .containsExactly(dates("2026-02-02", "2026-03-02"));
    }

    @Test
    @Timeout(10)
    void a_rule_without_a_day_ends() {
        assertThat(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", MONDAY, 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every four weeks",
                "FREQ=HOURLY",
                "FREQ=SECONDLY",
                "FREQ=DAILY;BYHOUR=9,10",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;COUNT=3;UNTIL=20260101",
                "FREQ=WEEKLY;UNTIL=20260101T090000Z",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY\r\nX:1",
            })
    void what_is_no_rule_for_days_is_refused_with_an_example(String rule) {
        assertThatExceptionOfType(ProgrammeNotDefinable.class)
                .isThrownBy(() -> days(rule, MONDAY, 1))
                .withMessageContaining("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("cadence-not-readable"));
    }
}
