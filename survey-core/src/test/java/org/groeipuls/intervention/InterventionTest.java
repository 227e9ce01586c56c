package org.groeipuls.intervention;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.intervention.InterventionCommand.RecordIntervention;
import org.groeipuls.intervention.InterventionCommand.WithdrawIntervention;
import org.groeipuls.intervention.InterventionEvent.InterventionCorrected;
import org.groeipuls.intervention.InterventionEvent.InterventionEnded;
import org.groeipuls.intervention.InterventionEvent.InterventionRecorded;
import org.groeipuls.intervention.InterventionEvent.InterventionWithdrawn;
import org.groeipuls.refusal.Refused;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterventionTest {
    private static final InterventionId OWN_CASE = new InterventionId("own-case");
    private static final TeamId PARKS = new TeamId("parks");
    private static final TeamId ROADS = new TeamId("roads");
    private static final LocalDate TODAY = LocalDate.parse("2027-03-10");
    private static final LocalDate START = LocalDate.parse("2027-03-02");
    private static final LocalDate END = LocalDate.parse("2027-03-09");
    private static final Particulars GOES_ON = from(START, null, null, LeaderRole.BRINGS_OWN_CASE, "parks");
    private static final InterventionRecorded RECORDED = new InterventionRecorded(OWN_CASE, GOES_ON);

    private final AggregateTestFixture<Intervention> intervention = new AggregateTestFixture<>(Intervention.class);

    @Test
    void what_took_place_is_recorded() {
        intervention.givenNoPriorActivity().when(say(GOES_ON)).expectEvents(RECORDED);
    }

    @Test
    void the_same_said_twice_changes_nothing_however_much_later() {
        intervention
                .given(RECORDED)
                .when(new RecordIntervention(OWN_CASE, PARKS, GOES_ON, TODAY.plusYears(20)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_content_is_a_correction_and_said_again_it_is_none() {
        var corrected = from(START, null, 3, LeaderRole.FACILITATOR, "parks", "roads");
        intervention.given(RECORDED).when(say(corrected)).expectEvents(new InterventionCorrected(OWN_CASE, corrected));
        fixture()
                .given(RECORDED, new InterventionCorrected(OWN_CASE, corrected))
                .when(say(corrected))
                .expectNoEvents();
    }

    @Test
    void what_went_on_ends_and_the_sessions_are_counted_then() {
        var ended = from(START, END, 4, LeaderRole.BRINGS_OWN_CASE, "parks");
        intervention.given(RECORDED).when(say(ended)).expectEvents(new InterventionEnded(OWN_CASE, END, 4));
        fixture()
                .given(RECORDED, new InterventionEnded(OWN_CASE, END, 4))
                .when(say(ended))
                .expectNoEvents();
    }

    @Test
    void another_end_or_no_end_any_more_is_a_correction() {
        var later = from(START, END.plusDays(1), null, LeaderRole.BRINGS_OWN_CASE, "parks");
        intervention
                .given(RECORDED, new InterventionEnded(OWN_CASE, END, null))
                .when(say(later))
                .expectEvents(new InterventionCorrected(OWN_CASE, later));
        fixture()
                .given(RECORDED, new InterventionEnded(OWN_CASE, END, null))
                .when(say(GOES_ON))
                .expectEvents(new InterventionCorrected(OWN_CASE, GOES_ON));
        var otherRole = from(START, END, null, LeaderRole.ABSENT, "parks");
        fixture().given(RECORDED).when(say(otherRole)).expectEvents(new InterventionCorrected(OWN_CASE, otherRole));
    }

    @Test
    void a_mistake_is_withdrawn_once_and_does_not_come_back() {
        intervention
                .given(RECORDED)
                .when(new WithdrawIntervention(OWN_CASE, PARKS))
                .expectEvents(new InterventionWithdrawn(OWN_CASE));
        fixture()
                .given(RECORDED, new InterventionWithdrawn(OWN_CASE))
                .when(new WithdrawIntervention(OWN_CASE, PARKS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture()
                .given(RECORDED, new InterventionWithdrawn(OWN_CASE))
                .when(say(GOES_ON))
                .expectNoEvents()
                .expectException(Refused.as("intervention-already-withdrawn"));
    }

    @Test
    void an_id_of_other_teams_is_not_theirs_to_change() {
        var forRoads = from(START, null, null, LeaderRole.ABSENT, "roads");
        intervention
                .given(RECORDED)
                .when(new RecordIntervention(OWN_CASE, ROADS, forRoads, TODAY))
                .expectNoEvents()
                .expectException(Refused.as("intervention-of-other-teams"));
        fixture()
                .given(RECORDED)
                .when(new WithdrawIntervention(OWN_CASE, ROADS))
                .expectNoEvents()
                .expectException(Refused.as("intervention-of-other-teams"));
    }

    @Test
    void the_team_of_the_address_is_one_of_the_teams() {
        refuses(from(START, null, null, LeaderRole.ABSENT, "roads"), "intervention-without-team");
        refuses(from(START, null, null, LeaderRole.ABSENT), "intervention-without-team");
    }

    @Test
    void it_does_not_end_before_it_starts() {
        refuses(from(START, START.minusDays(1), null, LeaderRole.ABSENT, "parks"), "intervention-ends-too-early");
        accepts(from(START, START, 1, LeaderRole.ABSENT, "parks"));
    }

    @Test
    void it_starts_within_a_quarter_and_not_in_another_age() {
        accepts(from(TODAY.plusDays(92), null, null, LeaderRole.ABSENT, "parks"));
        refuses(from(TODAY.plusDays(93), null, null, LeaderRole.ABSENT, "parks"), "intervention-day-not-allowed");
        accepts(from(TODAY.minusYears(10), null, null, LeaderRole.ABSENT, "parks"));
        refuses(
                from(LocalDate.parse("0027-03-02"), null, null, LeaderRole.ABSENT, "parks"),
                "intervention-day-not-allowed");
        refuses(from(START, TODAY.plusDays(93), null, LeaderRole.ABSENT, "parks"), "intervention-day-not-allowed");
    }

    @Test
    void sessions_are_a_number_that_can_be() {
        accepts(from(START, null, 500, LeaderRole.ABSENT, "parks"));
        refuses(from(START, null, 501, LeaderRole.ABSENT, "parks"), "sessions-not-allowed");
        refuses(from(START, null, 0, LeaderRole.ABSENT, "parks"), "sessions-not-allowed");
    }

    @Test
    void a_correction_keeps_to_the_same_rules() {
        intervention
                .given(RECORDED)
                .when(say(from(START, null, 0, LeaderRole.ABSENT, "parks")))
                .expectNoEvents()
                .expectException(Refused.as("sessions-not-allowed"));
    }

    private static RecordIntervention say(Particulars particulars) {
        return new RecordIntervention(OWN_CASE, PARKS, particulars, TODAY);
    }

    private static Particulars from(
            LocalDate start, @Nullable LocalDate end, @Nullable Integer sessions, LeaderRole role, String... teams) {
        return new Particulars(LearningForm.INTERVISIE, start, end, sessions, role, teams(teams));
    }

    private static SortedSet<TeamId> teams(String... ids) {
        return new TreeSet<>(List.of(Stream.of(ids).map(TeamId::new).toArray(TeamId[]::new)));
    }

    private static AggregateTestFixture<Intervention> fixture() {
        return new AggregateTestFixture<>(Intervention.class);
    }

    private static void accepts(Particulars particulars) {
        fixture().givenNoPriorActivity().when(say(particulars)).expectSuccessfulHandlerExecution();
    }

    private static void refuses(Particulars particulars, String code) {
        fixture().givenNoPriorActivity().when(say(particulars)).expectNoEvents().expectException(Refused.as(code));
    }
}
