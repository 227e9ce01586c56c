package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.ballot.BallotBoxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One box that cannot be read, among others that can. */
abstract class DamagedBoxContract {
    final Path folder = Server.folder();
    private Server server;
    private String damaged;
    private String whole;

    abstract List<String> store();

    /** Where the only box lies that there is now. */
    abstract String onlyBox() throws IOException;

    /** Damages that box while no node runs. */
    abstract void damage(String box) throws IOException;

    /** Names of all that the boxes have on disk or in their database. */
    abstract List<String> remains() throws IOException;

    private Server start() {
        List<String> arguments = new ArrayList<>(store());
        arguments.add("--groeipuls.vault=" + folder.resolve("vault"));
        return Server.alone(arguments.toArray(String[]::new));
    }

    @BeforeEach
    void the_box_of_one_of_two_closed_pulses_is_damaged() throws IOException {
        server = start();
        var survey = new Survey(server);
        var teams = List.of(survey.team("a", 8), survey.team("b", 8));
        damaged = survey.issue("damaged", "banded", teams.getFirst());
        var box = onlyBox();
        whole = survey.issue("whole", "banded", teams.getLast());
        survey.open();
        survey.answer(damaged, survey.codes(damaged, teams.getFirst()), 6);
        survey.answer(whole, survey.codes(whole, teams.getLast()), 6);
        server.context().close();
        damage(box);
        server = start();
        var reply = server.ask(
                "operator",
                "POST",
                "/api/v1/clock",
                "{\"instant\":\"" + survey.closesAt().plus(Duration.ofHours(1)) + "\"}");
        assertThat(reply.status()).as("it is reported: %s", reply).isGreaterThanOrEqualTo(500);
    }

    @AfterEach
    void stop() {
        server.context().close();
    }

    private String state(String pulse) {
        return server.get(null, "/api/v1/pulses/" + pulse).json().at("/state").asString();
    }

    @Test
    void the_other_is_counted_and_destroyed_and_this_one_waits_to_be_put_back() {
        assertThat(state(whole)).isEqualTo("counted");
        assertThat(server.bean(BallotBoxes.class).left(Set.of(damaged, whole))).containsExactly(damaged);
        assertThat(server.bean(Vault.class).pulses()).containsExactly(damaged);
        assertThat(state(damaged)).isEqualTo("closed");
    }

    @Test
    void who_issues_another_pulse_is_not_told_that_it_failed() {
        var survey = new Survey(server);

        survey.issue("later", "banded", survey.team("c", 8));
    }

    @Test
    void cancelling_it_leaves_neither_box_nor_key() throws IOException {
        var reply = server.ask(
                "hr", "POST", "/api/v1/pulses/" + damaged + "/cancel", "{\"reason\":\"De bus is beschadigd\"}");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(remains()).isEmpty();
        assertThat(server.bean(Vault.class).pulses()).isEmpty();
        server.clockTo(server.now());
    }
}
