package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.pulse.AskedGroup.Moves;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.roster.Invitations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many came to a group and left it from one pulse to the next, whichever store stands behind it. */
abstract class TurnoverContract {
    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final String roads = survey.team("roads", 20);

    abstract Server server();

    private String issued(String name) {
        var pulse = survey.id(name);
        survey.put("/pulses/" + pulse, survey.askedBlind(1, roads).replace('\'', '"'), 201);
        return pulse;
    }

    private @Nullable Moves moves(String pulse) {
        return server.bean(PulseAgenda.class).find(new PulseId(pulse)).orElseThrow().issued().groups().stream()
                .filter(group -> group.group().value().equals(roads))
                .findFirst()
                .orElseThrow()
                .moves();
    }

    @Test
    void who_came_before_a_pulse_that_is_still_open_is_counted_there_and_not_again() {
        survey.people(10, roads);
        var first = issued("first");
        survey.open();
        survey.close();
        survey.people(13, roads);
        var second = issued("second");
        survey.open();

        survey.people(12, roads);
        var third = issued("third");

        assertThat(moves(first)).isNull();
        assertThat(moves(second)).isEqualTo(new Moves(3, 0));
        assertThat(moves(third)).as("one left since the second was issued").isEqualTo(new Moves(0, 1));
        assertThat(server.bean(Invitations.class).awaiting()).doesNotContain(new PulseId(first));
    }

    @Test
    void what_a_cancelled_pulse_would_have_told_the_next_one_tells() {
        survey.people(10, roads);
        issued("first");
        survey.open();
        survey.close();
        survey.people(13, roads);
        var second = issued("second");
        var cancelled = survey.post("hr", "/pulses/" + second + "/cancel", "{'reason':'A mistake'}");
        assertThat(cancelled.status()).as(cancelled.toString()).isBetween(200, 204);

        assertThat(moves(issued("third"))).isEqualTo(new Moves(3, 0));
    }
}
