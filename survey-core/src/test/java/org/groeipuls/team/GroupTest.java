package org.groeipuls.team;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.refusal.Refused;
import org.groeipuls.team.GroupCommand.FormGroup;
import org.groeipuls.team.GroupEvent.GroupChanged;
import org.groeipuls.team.GroupEvent.GroupFormed;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final GroupId GREEN = new GroupId("green");

    private final AggregateTestFixture<Group> group = new AggregateTestFixture<>(Group.class);

    @Test
    void teams_are_combined_into_a_group() {
        group.givenNoPriorActivity()
                .when(new FormGroup(GREEN, teams("parks", "water"), 12))
                .expectEvents(new GroupFormed(GREEN, teams("parks", "water")));
    }

    @Test
    void the_same_teams_again_change_nothing() {
        group.given(new GroupFormed(GREEN, teams("parks", "water")))
                .when(new FormGroup(GREEN, teams("water", "parks"), 14))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_teams_change_a_group() {
        group.given(new GroupFormed(GREEN, teams("parks", "water")))
                .when(new FormGroup(GREEN, teams("parks", "roads"), 12))
                .expectEvents(new GroupChanged(GREEN, teams("parks", "roads")));
    }

    @Test
    void teams_that_a_group_got_by_a_change_are_its_teams() {
        group.given(new GroupFormed(GREEN, teams("parks")), new GroupChanged(GREEN, teams("parks", "roads")))
                .when(new FormGroup(GREEN, teams("parks", "roads"), 12))
                .expectNoEvents();
    }

    @Test
    void six_people_are_a_group_and_five_are_not() {
        group.givenNoPriorActivity()
                .when(new FormGroup(GREEN, teams("parks"), 6))
                .expectSuccessfulHandlerExecution();
        refuses(new FormGroup(GREEN, teams("parks"), 5), "group-too-small");
    }

    @Test
    void a_group_has_a_team() {
        refuses(new FormGroup(GREEN, teams(), 12), "group-without-teams");
    }

    @Test
    void a_group_does_not_take_the_id_of_the_leads_of_a_unit() {
        refuses(new FormGroup(new GroupId("leads.works"), teams("parks"), 12), "id-reserved");
    }

    private static void refuses(FormGroup command, String code) {
        new AggregateTestFixture<>(Group.class)
                .givenNoPriorActivity()
                .when(command)
                .expectNoEvents()
                .expectException(Refused.as(code));
    }

    private static SortedSet<TeamId> teams(String... ids) {
        return new TreeSet<>(List.of(Stream.of(ids).map(TeamId::new).toArray(TeamId[]::new)));
    }
}
