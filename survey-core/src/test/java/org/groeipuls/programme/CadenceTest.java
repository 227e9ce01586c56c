package org.groeipuls.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    private final Series series = new Series();

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam, 09:00, 2026-03-23, 2026-03-23T08:00:00Z",
        "Europe/Amsterdam, 09:00, 2026-03-30, 2026-03-30T07:00:00Z",
        "Europe/Amsterdam, 09:00, 2026-10-19, 2026-10-19T07:00:00Z",
        "Europe/Amsterdam, 09:00, 2026-10-26, 2026-10-26T08:00:00Z",
        "America/New_York, 09:00, 2026-03-06, 2026-03-06T14:00:00Z",
        "America/New_York, 09:00, 2026-03-09, 2026-03-09T13:00:00Z",
        "Australia/Lord_Howe, 09:00, 2026-04-04, 2026-04-03T22:00:00Z",
        "Australia/Lord_Howe, 09:00, 2026-04-06, 2026-04-05T22:30:00Z",
        "Asia/Kathmandu, 09:00, 2026-03-30, 2026-03-30T03:15:00Z",
        "Europe/Amsterdam, 02:30, 2026-03-29, 2026-03-29T01:30:00Z",
        "Africa/Cairo, 00:00, 2026-04-24, 2026-04-23T22:00:00Z",
        "Europe/Amsterdam, 02:30, 2026-10-25, 2026-10-25T00:30:00Z",
    })
    void the_clock_on_the_wall_says_when_a_pulse_opens(ZoneId zone, LocalTime time, LocalDate day, Instant opens) {
        series.zone = zone;
        series.opensAt = time;

        assertThat(series.cadence().opening(day)).isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-30, 2026-03-29T07:00:00Z", // the day before has 24 hours at nine
        "2026-03-29, 2026-03-28T07:00:00Z", // the night between has an hour less, and tickets come an hour earlier
        "2026-10-25, 2026-10-24T07:00:00Z", // it has an hour more
        "2026-06-15, 2026-06-14T07:00:00Z",
    })
    void tickets_can_be_fetched_for_a_whole_day_at_least(LocalDate day, Instant from) {
        assertThat(series.cadence().ticketsFrom(day)).isEqualTo(from);
        assertThat(Duration.between(from, series.cadence().opening(day))).isGreaterThanOrEqualTo(Duration.ofDays(1));
        assertThat(series.cadence().issueFrom(day)).isEqualTo(from.minus(Duration.ofDays(7)));
    }

    @Test
    void a_pulse_is_open_for_eight_working_days() {
        assertThat(series.cadence().closingDay(day("2026-01-05"))).contains(day("2026-01-15"));
        assertThat(series.cadence().closingDay(day("2026-01-07"))).contains(day("2026-01-17"));
        assertThat(series.cadence().closingDay(day("2026-01-10"))).contains(day("2026-01-22"));
    }

    @Test
    void a_day_off_makes_it_a_day_longer() {
        series.breaks = List.of(new Break(day("2026-04-03"), day("2026-04-06"), "Easter"));

        assertThat(series.cadence().closingDay(day("2026-03-30"))).contains(day("2026-04-11"));
    }

    @Test
    void nobody_is_asked_in_the_holidays_or_mostly_in_them() {
        series.breaks = List.of(new Break(day("2026-12-21"), day("2027-01-03"), "Christmas"));
        var cadence = series.cadence();

        assertThat(cadence.closingDay(day("2026-12-21"))).isEmpty();
        assertThat(cadence.closingDay(day("2027-01-03"))).isEmpty();
        assertThat(cadence.closingDay(day("2026-12-14")))
                .as("10 of 18 weekdays are off")
                .isEmpty();
        assertThat(cadence.closingDay(day("2026-12-09")))
                .as("all 8 lie before it")
                .contains(day("2026-12-19"));
        assertThat(cadence.closingDay(day("2027-01-04"))).contains(day("2027-01-14"));
        series.breaks = List.of(new Break(day("2026-12-21"), day("2026-12-30"), "Short"));
        assertThat(series.cadence().closingDay(day("2026-12-14"))).as("8 of 16").contains(day("2027-01-05"));
    }

    @Test
    void results_come_two_working_days_after_the_close() {
        var closes = series.cadence().opening(day("2026-01-15"));

        assertThat(series.cadence().resultsOn(closes)).isEqualTo(day("2026-01-19"));
    }
}
