package org.groeipuls.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccasionTest {
    private static List<Instant> usual(String opens, String closes) {
        return Occasion.usual(Instant.parse(opens), Instant.parse(closes));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void reminders_come_halfway_and_one_working_day_before_the_end() {
        assertThat(usual("2027-03-03T08:00:00Z", "2027-03-17T16:00:00Z"))
                .containsExactly(at("2027-03-10T12:00:00Z"), at("2027-03-16T16:00:00Z"));
    }

    @Test
    void a_weekend_is_passed_over() {
        // closes on a Monday
        assertThat(usual("2027-03-01T08:00:00Z", "2027-03-15T16:00:00Z").getLast())
                .isEqualTo(at("2027-03-12T16:00:00Z"));
    }

    @Test
    void the_hour_stays_when_the_clocks_change() {
        // the night of 28 March 2027
        assertThat(usual("2027-03-10T08:00:00Z", "2027-03-29T15:00:00Z").getLast())
                .isEqualTo(at("2027-03-26T16:00:00Z"));
    }

    @Test
    void a_short_pulse_has_one_reminder_or_none() {
        assertThat(usual("2027-03-01T08:00:00Z", "2027-03-03T16:00:00Z")).containsExactly(at("2027-03-02T16:00:00Z"));
        assertThat(usual("2027-03-01T08:00:00Z", "2027-03-02T16:00:00Z")).isEmpty();
    }

    @Test
    void results_are_told_two_working_days_after_the_count_in_the_morning() {
        assertThat(Occasion.results(LocalDate.of(2027, 3, 17))).isEqualTo(at("2027-03-19T07:00:00Z"));
        assertThat(Occasion.results(LocalDate.of(2027, 3, 19))).isEqualTo(at("2027-03-23T07:00:00Z"));
    }
}
