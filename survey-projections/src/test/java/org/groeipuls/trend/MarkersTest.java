package org.groeipuls.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.register.KnownIntervention;
import org.groeipuls.release.Withheld;
import org.groeipuls.scoring.Interval;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Marker.Anchor;
import org.groeipuls.trend.TrendPoint.Gap;
import org.groeipuls.trend.TrendPoint.Shown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pulse n opens on day 10n, closes on day 10n + 5 and is counted on day 10n + 8. */
class MarkersTest {
    private static final LocalDate DAY_0 = LocalDate.parse("2027-01-01");
    private static final GroupId GROUP = new GroupId("green");
    private static final SortedSet<TeamId> BOTH = teams("parks", "water");

    @Test
    void the_anchor_is_the_last_own_point_whose_pulse_had_closed() {
        var trend = trend(own(1, 1), own(2, 1), own(3, 1));

        assertThat(marker(trend, began("a", 26, "parks")))
                .as("pulse 2 closed on day 25, though it was counted on day 28")
                .extracting(Marker::anchor, Marker::next)
                .containsExactly(new Anchor(new PulseId("p2"), 2, 1), new PulseId("p3"));
        assertThat(marker(trend, began("a", 25, "parks")))
                .as("on day 25 people could still answer pulse 2")
                .extracting(Marker::anchor, Marker::next)
                .containsExactly(new Anchor(new PulseId("p1"), 1, 1), new PulseId("p2"));
    }

    @Test
    void a_gap_is_no_anchor_and_comes_next_all_the_same() {
        var trend = trend(own(1, 1), gap(2, 1), gap(3, 1), own(4, 1));

        assertThat(marker(trend, began("a", 30, "parks")))
                .extracting(Marker::anchor, Marker::next)
                .containsExactly(new Anchor(new PulseId("p1"), 1, 1), new PulseId("p3"));
    }

    @Test
    void without_a_point_before_there_is_no_anchor_and_without_a_pulse_since_nothing_comes_next() {
        var trend = trend(own(1, 1), own(2, 1));

        assertThat(marker(trend, began("a", 3, "parks")).anchor()).isNull();
        assertThat(marker(trend, began("a", 26, "parks")).next()).isNull();
        assertThat(marker(trend(), began("a", 26, "parks")))
                .extracting(Marker::anchor, Marker::next)
                .containsExactly(null, null);
    }

    @Test
    void the_anchor_tells_which_line_it_is_on() {
        var trend = trend(own(1, 1), own(2, 2));

        assertThat(Objects.requireNonNull(marker(trend, began("a", 26, "parks")).anchor())
                        .line())
                .isEqualTo(2);
    }

    @Test
    void letters_follow_the_order_of_starting_and_are_the_same_in_every_trend_of_the_group() {
        var known = Stream.of(began("z", 12, "parks"), began("b", 30, "water"), began("a", 30, "parks"))
                .sorted()
                .toList();
        var markers = markers(rows(BOTH, 1, 2, 3), known);

        for (var trend : List.of(trend(own(1, 1), own(3, 1)), trend())) {
            assertThat(markers.on(trend).markers())
                    .extracting(marker -> marker.letter() + " " + marker.id().value() + " " + marker.teams())
                    .containsExactly("A z [team:parks]", "B a [team:parks]", "C b [team:water]");
        }
        assertThat(Stream.of(0, 25, 26, 51, 52, 701, 702).map(Markers::letter))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void a_marker_names_only_the_teams_of_the_group() {
        var one = began("a", 12, "parks", "roads", "water");

        assertThat(marker(trend(own(1, 1)), one).teams()).isEqualTo(BOTH);
        assertThat(markers(rows(BOTH, 1), List.of(began("a", 12, "roads")))
                        .on(trend(own(1, 1)))
                        .markers())
                .isEmpty();
    }

    @Test
    void a_team_that_comes_into_a_group_leaves_its_past_behind_and_one_that_leaves_does_not_take_it_along() {
        var rows = List.of(row(1, teams("parks", "roads")), row(2, teams("parks", "roads")), row(3, BOTH));
        var known = List.of(
                began("roads-then", 12, "roads"),
                began("water-then", 12, "water"),
                began("roads-now", 27, "roads"),
                began("water-now", 27, "water"),
                began("water-since", 37, "water"));

        assertThat(markers(rows, known).on(trend()).markers())
                .extracting(marker -> marker.id().value())
                .containsExactly("roads-then", "water-now", "water-since");
    }

    @Test
    void the_points_stay_what_they_were() {
        var trend = trend(own(1, 1), gap(2, 1));
        var marked = markers(rows(BOTH, 1, 2), List.of(began("a", 12, "parks"))).on(trend);

        assertThat(marked.points()).isEqualTo(trend.points());
        assertThat(marked.rule()).isEqualTo(trend.rule());
    }

    private static Marker marker(TeamTrend trend, KnownIntervention one) {
        var rows =
                trend.points().stream().map(point -> row(point.ordinal(), BOTH)).toList();
        return markers(rows, List.of(one)).on(trend).markers().getFirst();
    }

    private static Markers markers(List<TrendRow> rows, List<KnownIntervention> known) {
        Map<PulseId, Instant> closings = new TreeMap<>();
        for (int ordinal = 1; ordinal <= 9; ordinal++) {
            closings.put(
                    new PulseId("p" + ordinal),
                    DAY_0.plusDays(10L * ordinal + 5).atTime(16, 0).toInstant(ZoneOffset.UTC));
        }
        return new Markers(rows, BOTH, known, closings, pulse -> true);
    }

    private static KnownIntervention began(String id, int day, String... teams) {
        var what = new Particulars(
                LearningForm.INTERVISIE, DAY_0.plusDays(day), null, null, LeaderRole.PARTICIPANT, teams(teams));
        return new KnownIntervention(new InterventionId(id), what, false);
    }

    private static TeamTrend trend(TrendPoint... points) {
        return new TeamTrend(GROUP, "candour", List.of(points), List.of());
    }

    private static List<TrendRow> rows(SortedSet<TeamId> teams, int... ordinals) {
        return java.util.Arrays.stream(ordinals)
                .mapToObj(ordinal -> row(ordinal, teams))
                .toList();
    }

    private static TrendRow row(int ordinal, SortedSet<TeamId> teams) {
        return new TrendRow(
                GROUP, "candour", teams, gap(ordinal, 1), null, null, null, 8, null, null, null, null, null);
    }

    private static TrendPoint own(int ordinal, int line) {
        var around = new Interval(2.5, 3.5);
        return point(ordinal, line, new Shown(8, 3, around, 3, around, Participation.MOST), null);
    }

    private static TrendPoint gap(int ordinal, int line) {
        return point(ordinal, line, null, new Gap(Withheld.TOO_FEW_ANSWERS, null));
    }

    private static TrendPoint point(int ordinal, int line, @Nullable Shown shown, @Nullable Gap gap) {
        return new TrendPoint(
                new PulseId("p" + ordinal),
                DAY_0.plusDays(10L * ordinal + 8),
                ordinal,
                line,
                new InstrumentKey("short", 1),
                Disclosure.BANDED,
                "default@1",
                null,
                List.of(),
                shown,
                gap);
    }

    private static SortedSet<TeamId> teams(String... ids) {
        return new TreeSet<>(List.of(Stream.of(ids).map(TeamId::new).toArray(TeamId[]::new)));
    }
}
