package org.groeipuls.team;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.refusal.Refused;
import org.groeipuls.team.TeamCommand.EstablishTeam;
import org.groeipuls.team.TeamEvent.TeamChanged;
import org.groeipuls.team.TeamEvent.TeamEstablished;
import org.junit.jupiter.api.Test;

class TeamTest {
    private static final TeamId PARKS = new TeamId("parks");
    private static final UnitId WORKS = new UnitId("works");
    private static final TeamEstablished ESTABLISHED = new TeamEstablished(PARKS, "Parks", WORKS, 8);

    private final AggregateTestFixture<Team> team = new AggregateTestFixture<>(Team.class);

    @Test
    void a_team_comes_to_be() {
        team.givenNoPriorActivity()
                .when(new EstablishTeam(PARKS, "Parks", WORKS, 8))
                .expectEvents(ESTABLISHED);
    }

    @Test
    void the_same_said_twice_changes_nothing() {
        team.given(ESTABLISHED)
                .when(new EstablishTeam(PARKS, "Parks", WORKS, 8))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_size_is_a_change_and_said_again_it_is_none() {
        var changed = new TeamChanged(PARKS, "Parks", WORKS, 9);
        team.given(ESTABLISHED)
                .when(new EstablishTeam(PARKS, "Parks", WORKS, 9))
                .expectEvents(changed);
        new AggregateTestFixture<>(Team.class)
                .given(ESTABLISHED, changed)
                .when(new EstablishTeam(PARKS, "Parks", WORKS, 9))
                .expectNoEvents();
    }

    @Test
    void a_team_has_a_name_and_a_size_that_can_be() {
        refuses(new EstablishTeam(PARKS, "", WORKS, 8), "name-not-allowed");
        refuses(new EstablishTeam(PARKS, "Parks", WORKS, -1), "size-not-allowed");
    }

    @Test
    void a_team_does_not_take_the_id_of_the_leads_of_a_unit() {
        refuses(new EstablishTeam(new TeamId("leads.works"), "Parks", WORKS, 8), "id-reserved");
    }

    private static void refuses(EstablishTeam command, String code) {
        new AggregateTestFixture<>(Team.class)
                .givenNoPriorActivity()
                .when(command)
                .expectNoEvents()
                .expectException(Refused.as(code));
    }
}
