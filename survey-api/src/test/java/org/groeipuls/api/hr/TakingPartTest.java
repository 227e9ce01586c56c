package org.groeipuls.api.hr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.groeipuls.api.hr.Overview.Part;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.Participation;
import org.groeipuls.trend.Trends.Latest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TakingPartTest {
    private static final UnitId CITY = new UnitId("city");
    private static final UnitId PARKS = new UnitId("parks");
    private static final UnitId ROADS = new UnitId("roads");

    private final List<KnownTeam> teams = new ArrayList<>();
    private final List<KnownGroup> groups = new ArrayList<>();
    private final List<Latest> latest = new ArrayList<>();

    private void teams(UnitId unit, @Nullable Participation... steps) {
        IntStream.range(0, steps.length).forEach(at -> {
            var id = unit.value() + at;
            teams.add(new KnownTeam(new TeamId(id), id, unit, 8));
            latest.add(new Latest(new GroupId(id), new TreeSet<>(List.of(new TeamId(id))), steps[at], true, false));
        });
    }

    /** In the next of the groups that are there a clearly smaller part answered. */
    private void fell() {
        var first = latest.removeFirst();
        latest.addLast(new Latest(first.group(), first.teams(), first.participation(), true, true));
    }

    /** The last of the groups that are there is too small for a fall to be told. */
    private void small() {
        var last = latest.removeLast();
        latest.addLast(new Latest(last.group(), last.teams(), last.participation(), false, false));
    }

    private List<Part> parts() {
        var now = new Organisation(
                List.of(
                        new KnownUnit(CITY, "City", null, 0),
                        new KnownUnit(PARKS, "Parks", CITY, 0),
                        new KnownUnit(ROADS, "Roads", CITY, 0)),
                teams,
                groups);
        return TakingPart.of(latest, now, unit -> true, 3);
    }

    @Test
    void a_unit_of_two_groups_says_nothing_and_nothing_less_than_three_groups_can_be_taken_from_what_is_said() {
        teams(PARKS, Participation.MOST, null, Participation.UNDER_HALF);
        teams(ROADS, Participation.MOST, Participation.MOST);

        // the city minus the parks would be the roads, so the city says nothing either
        assertThat(parts()).containsExactly(new Part(PARKS, "Parks", 3, 1, 0, 1, 1, 0));
    }

    @Test
    void what_is_left_is_told_once_it_is_enough() {
        teams(PARKS, Participation.MOST, Participation.MOST, Participation.MOST);
        fell();
        fell();
        teams(ROADS, Participation.MOST, Participation.HALF_AND_MORE);
        teams(CITY, Participation.MOST);

        assertThat(parts())
                .containsExactly(new Part(PARKS, "Parks", 3, 0, 0, 3, 0, 2), new Part(null, null, 3, 0, 1, 2, 0, 0));
    }

    /** Teams of a unit each that are a group now, and no longer one by themselves. */
    @Test
    void a_group_over_two_units_is_in_neither_and_what_its_teams_were_before_is_in_none() {
        teams(PARKS, Participation.MOST, Participation.MOST, Participation.MOST, Participation.UNDER_HALF);
        teams(ROADS, Participation.MOST, Participation.MOST, Participation.MOST, Participation.UNDER_HALF);
        var both =
                new KnownGroup(new GroupId("both"), new TreeSet<>(List.of(new TeamId("parks3"), new TeamId("roads3"))));
        groups.add(both);
        latest.add(new Latest(both.group(), both.teams(), Participation.HALF_AND_MORE, true, true));

        assertThat(parts())
                .containsExactly(
                        new Part(PARKS, "Parks", 3, 0, 0, 3, 0, 0), new Part(ROADS, "Roads", 3, 0, 0, 3, 0, 0));
    }

    @Test
    void of_fewer_than_three_groups_that_can_fall_it_is_not_told_in_how_many_they_did() {
        teams(PARKS, Participation.MOST, Participation.MOST, Participation.MOST);
        small();
        fell();
        teams(ROADS, Participation.MOST, Participation.MOST, Participation.MOST, Participation.MOST);
        small();
        assertThat(parts()).extracting(Part::fewerAnswered).containsExactly(null, 0);
    }
}
