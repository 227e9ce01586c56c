package org.groeipuls.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.programme.ProgrammeCommand.DefineProgramme;
import org.groeipuls.programme.ProgrammeCommand.HoldUpOccurrence;
import org.groeipuls.programme.ProgrammeCommand.NoteIssued;
import org.groeipuls.programme.ProgrammeCommand.SkipOccurrence;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceHeldUp;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceIssued;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceSkipped;
import org.groeipuls.programme.ProgrammeEvent.ProgrammeChanged;
import org.groeipuls.programme.ProgrammeEvent.ProgrammeDefined;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.refusal.Refused;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
    private static final Instant NOW = Instant.parse("2025-12-01T10:00:00Z");
    private static final ProgrammeId ID = Series.PROGRAMME;
    private static final LocalDate FIRST = Series.FIRST;
    private static final Turn TURN = new Turn(1, 0, false);
    private static final Reason KEY = new Reason("council-key-missing", "No key yet");

    private final AggregateTestFixture<Programme> programme = new AggregateTestFixture<>(Programme.class);
    private final Definition definition = new Series().definition();
    private final ProgrammeDefined defined = new ProgrammeDefined(ID, definition, FIRST);
    private final OccurrenceIssued issued = new OccurrenceIssued(ID, FIRST, ID.pulseOf(FIRST), TURN, true);

    private static DefineProgramme define(Series series, boolean demonstration, Instant now) {
        return new DefineProgramme(ID, series.definition(), series.days(10), demonstration, now);
    }

    @Test
    void a_programme_is_defined_and_said_again_it_stays() {
        programme.givenNoPriorActivity().when(define(new Series(), false, NOW)).expectEvents(defined);
        new AggregateTestFixture<>(Programme.class)
                .given(defined)
                .when(define(new Series(), false, NOW))
                .expectNoEvents();
    }

    @Test
    void only_what_can_still_be_issued_in_time_comes_of_it() {
        var late = FIRST.plusDays(27).atTime(8, 0).toInstant(java.time.ZoneOffset.UTC);
        programme
                .givenNoPriorActivity()
                .when(define(new Series(), false, late))
                .expectEvents(new ProgrammeDefined(ID, definition, FIRST.plusDays(29)));
    }

    @Test
    void a_change_counts_from_the_next_pulse_that_is_not_issued() {
        var other = new Series();
        other.workingDays = 5;
        programme
                .given(defined, issued)
                .when(define(other, false, NOW))
                .expectEvents(new ProgrammeChanged(ID, other.definition(), FIRST.plusDays(1)));
    }

    @Test
    void what_became_of_a_day_is_noted_once() {
        programme
                .given(defined)
                .when(new NoteIssued(ID, FIRST, ID.pulseOf(FIRST), TURN))
                .expectEvents(issued);
        new AggregateTestFixture<>(Programme.class)
                .given(defined, issued)
                .when(new NoteIssued(ID, FIRST, ID.pulseOf(FIRST), new Turn(2, 1, false)))
                .expectNoEvents();
        new AggregateTestFixture<>(Programme.class)
                .given(defined, issued)
                .when(new SkipOccurrence(ID, FIRST, Reason.MISSED))
                .expectNoEvents();
        new AggregateTestFixture<>(Programme.class)
                .given(defined, new OccurrenceSkipped(ID, FIRST, Reason.MISSED))
                .when(new SkipOccurrence(ID, FIRST, Reason.IN_A_BREAK))
                .expectNoEvents();
    }

    @Test
    void what_holds_a_pulse_up_is_said_once_and_again_when_it_is_something_else() {
        var heldUp = new OccurrenceHeldUp(ID, FIRST, KEY);
        programme.given(defined).when(new HoldUpOccurrence(ID, FIRST, KEY)).expectEvents(heldUp);
        new AggregateTestFixture<>(Programme.class)
                .given(defined, heldUp)
                .when(new HoldUpOccurrence(ID, FIRST, KEY))
                .expectNoEvents();
        new AggregateTestFixture<>(Programme.class)
                .given(defined, heldUp)
                .when(new HoldUpOccurrence(ID, FIRST, Reason.MISSED))
                .expectEvents(new OccurrenceHeldUp(ID, FIRST, Reason.MISSED));
        new AggregateTestFixture<>(Programme.class)
                .given(defined, heldUp, new ProgrammeChanged(ID, definition, FIRST))
                .when(new HoldUpOccurrence(ID, FIRST, KEY))
                .expectEvents(heldUp);
        new AggregateTestFixture<>(Programme.class)
                .given(defined, heldUp, issued)
                .when(new HoldUpOccurrence(ID, FIRST, Reason.MISSED))
                .expectNoEvents();
    }

    @Test
    void what_breaks_a_rule_is_refused_with_what_to_do() {
        refused("programme-name-missing", series -> series.name = " ");
        refused("cadence-too-close", series -> series.weeks = 1);
        refused("open-too-long", series -> {
            series.weeks = 2;
            series.workingDays = 11;
        });
        refused("cadence-number-not-allowed", series -> series.workingDays = 0);
        refused("cadence-number-not-allowed", series -> series.ticketsAhead = 0);
        refused("cadence-number-not-allowed", series -> series.issueAhead = 61);
        refused("programme-dates-not-allowed", series -> series.endsOn = FIRST.minusDays(1));
        refused("break-not-allowed", series -> series.breaks = List.of(new Break(FIRST, FIRST.minusDays(1), null)));
        refused("break-not-allowed", series -> series.breaks = List.of(new Break(FIRST, FIRST.plusDays(366), null)));
        refused("cycle-missing", series -> series.cycle = List.of());
        refused("programme-groups-missing", series -> series.groups = List.of());
        for (var days : List.of(List.of(0), List.of(3, 3), List.of(4, 2), List.of(8), List.of(1, 2, 3))) {
            refused("programme-reminders-not-allowed", series -> series.mails = new Mails(days, true));
        }
        refused("agreement-missing", series -> series.agreement = null);
        refused("agreement-missing", series -> series.agreement = new Agreement(" ", FIRST));
        refused(
                "minimum-group-not-allowed",
                series -> series.rules = new PulseRules(4, Disclosure.BANDED, 20, TicketMode.BLIND, 1));
    }

    private static void refused(String code, Consumer<Series> change) {
        var series = new Series();
        change.accept(series);
        new AggregateTestFixture<>(Programme.class)
                .givenNoPriorActivity()
                .when(define(series, false, NOW))
                .expectException(Refused.as(code))
                .expectNoEvents();
    }

    @Test
    void a_demonstration_needs_no_consent_and_a_sprint_of_six_fortnights_is_allowed() {
        var series = new Series();
        series.agreement = null;
        series.weeks = 2;
        programme
                .givenNoPriorActivity()
                .when(define(series, true, NOW))
                .expectEvents(new ProgrammeDefined(ID, series.definition(), FIRST));
    }

    @Test
    void reminders_go_on_working_days_at_the_hour_of_the_opening_and_before_the_close() {
        var series = new Series();
        var friday = LocalDate.of(2026, 3, 27);
        series.breaks = List.of(new Break(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 3, 31), null));
        series.mails = new Mails(List.of(1, 2), true);
        var times = series.definition().reminders(friday, Instant.parse("2026-04-02T07:00:00Z"));
        // over the last Sunday of March, on which clocks go forward
        assertThat(times).containsExactly(Instant.parse("2026-03-30T07:00:00Z"), Instant.parse("2026-04-01T07:00:00Z"));
        assertThat(series.definition().reminders(friday, Instant.parse("2026-04-01T07:00:00Z")))
                .hasSize(1);
        series.mails = new Mails(List.of(), true);
        assertThat(series.definition().reminders(friday, Instant.MAX)).isEmpty();
        series.mails = new Mails(null, false);
        assertThat(series.definition().reminders(friday, Instant.MAX)).isNull();
        series.mails = Mails.USUAL;
        assertThat(series.definition().mails()).isNull();
    }

    @Test
    void a_rule_has_a_day() {
        programme
                .givenNoPriorActivity()
                .when(new DefineProgramme(ID, definition, List.of(), false, NOW))
                .expectException(Refused.as("cadence-without-days"));
    }

    @Test
    void a_programme_that_ended_may_have_any_rule() {
        var series = new Series();
        series.ended = true;
        series.weeks = 1;
        programme
                .given(defined)
                .when(define(series, false, NOW))
                .expectEvents(new ProgrammeChanged(ID, series.definition(), FIRST));
    }
}
