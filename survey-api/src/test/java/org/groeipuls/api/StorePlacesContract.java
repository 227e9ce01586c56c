package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.anonymity.OtherVault;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.ballot.BallotBoxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What becomes of a pulse that people have answered when a node is given the wrong vault, or the wrong boxes. */
abstract class StorePlacesContract {
    final Path folder = Server.folder();
    private final List<Server> started = new ArrayList<>();
    private Server server;
    private Survey survey;
    private String team;
    private String pulse;
    private Instant afterTheClose;

    /** Where history and boxes of this test lie. */
    abstract List<String> store();

    /** Exchanges the place of the boxes for an empty one while no node runs, and says how a node is given it. */
    abstract List<String> otherBoxes() throws IOException;

    /** Exchanges the place of the boxes for another one while a node runs. */
    abstract void exchangeBoxes() throws IOException;

    /** Undoes {@link #otherBoxes()} and {@link #exchangeBoxes()}. */
    abstract void rightBoxes() throws IOException;

    @BeforeEach
    void people_have_answered() {
        server = start("vault");
        survey = new Survey(server);
        team = survey.team("a", 8);
        pulse = survey.opened("p", team);
        survey.answer(pulse, survey.codes(pulse, team), 6);
        afterTheClose = survey.closesAt().plus(Duration.ofHours(1));
    }

    @AfterEach
    void stop() {
        started.forEach(node -> node.context().close());
    }

    private List<String> arguments(String vault, String... more) {
        List<String> arguments = new ArrayList<>(store());
        arguments.add("--groeipuls.vault=" + folder.resolve(vault));
        arguments.addAll(List.of(more));
        return arguments;
    }

    Server start(String vault, String... more) {
        return start(arguments(vault, more));
    }

    private Server start(List<String> arguments) {
        var node = Server.alone(arguments.toArray(String[]::new));
        started.add(node);
        return node;
    }

    private static Throwable starting(List<String> arguments) {
        var failure = catchThrowable(
                () -> Server.alone(arguments.toArray(String[]::new)).context().close());
        assertThat(failure).as("it started").isNotNull();
        return NestedExceptionUtils.getMostSpecificCause(failure);
    }

    private void stopAll() {
        started.forEach(node -> node.context().close());
        started.clear();
    }

    static JsonNode read(Server node, String pulse) {
        return node.get(null, "/api/v1/pulses/" + pulse).json();
    }

    private static Reply tick(Server node, Instant at) {
        return node.ask("operator", "POST", "/api/v1/clock", "{\"instant\":\"" + at + "\"}");
    }

    /** Nothing is cancelled or issued, and nothing counted, for that might be what it misses. */
    private void doesNothingWithPulses(int status) {
        assertThat(tick(server, afterTheClose).status()).isEqualTo(status);
        assertThat(server.ask("hr", "POST", "/api/v1/pulses/" + pulse + "/cancel", "{\"reason\":\"Fout\"}")
                        .status())
                .isEqualTo(status);
        var next = "/api/v1/pulses/" + survey.id("next");
        assertThat(server.ask("hr", "PUT", next, survey.asked("banded", team)).status())
                .isEqualTo(status);
        assertThat(server.get(null, next).status()).isEqualTo(404);
        assertThat(read(server, pulse).at("/state").asString()).isEqualTo("closed");
    }

    private void isCountedBy(Server node) {
        node.clockTo(afterTheClose);
        assertThat(read(node, pulse).at("/state").asString()).isEqualTo("counted");
        assertThat(read(node, pulse).at("/count/inclusion")).hasSize(6);
    }

    @Test
    void a_node_with_an_empty_vault_does_not_start_and_the_pulse_is_counted_with_the_right_one() {
        var identity = server.bean(Vault.class).identity();
        stopAll();

        assertThat(starting(arguments("not-mounted")))
                .isInstanceOf(OtherVault.class)
                .hasMessageContaining("groeipuls.vault (" + folder.resolve("not-mounted") + ")")
                .hasMessageContaining("groeipuls.vault-lost=" + identity);

        isCountedBy(start("vault"));
    }

    @Test
    void a_vault_that_is_lost_for_ever_is_given_up_by_its_name_and_once() {
        var lost = "--groeipuls.vault-lost=" + server.bean(Vault.class).identity();
        stopAll();
        assertThat(starting(arguments("fresh", "--groeipuls.vault-lost=another")))
                .isInstanceOf(OtherVault.class);

        var node = start("fresh", lost);
        assertThat(starting(arguments("vault"))).isInstanceOf(OtherVault.class);
        node.clockTo(afterTheClose);

        assertThat(read(node, pulse).at("/state").asString()).isEqualTo("cancelled");
        assertThat(read(node, pulse).at("/cancelled").asString()).contains("lost");
        stopAll();
        assertThat(starting(arguments("third", lost))).isInstanceOf(OtherVault.class);
        start("fresh", lost);
    }

    @Test
    void a_store_of_an_earlier_version_belongs_to_the_vault_that_has_its_keys() {
        server.bean(JdbcClient.class).sql("delete from store_place").update();
        stopAll();

        assertThat(starting(arguments("empty")))
                .isInstanceOf(OtherVault.class)
                .hasMessageContaining("groeipuls.vault-lost=unrecorded");

        isCountedBy(start("vault"));
    }

    @Test
    void a_vault_whose_disk_goes_away_stops_issuing_and_counting_and_cancels_nothing() throws IOException {
        var vault = folder.resolve("vault");
        Files.move(vault, folder.resolve("away"));
        Files.createDirectory(vault); // an empty mount point

        doesNothingWithPulses(503);
        assertThat(server.bean(BallotBoxes.class).holds(pulse)).isTrue();

        FileSystemUtils.deleteRecursively(vault);
        Files.move(folder.resolve("away"), vault);
        isCountedBy(server);
    }

    @Test
    void boxes_that_are_exchanged_while_a_node_runs_stop_issuing_and_counting_and_nothing_is_cancelled()
            throws IOException {
        exchangeBoxes();

        doesNothingWithPulses(503);

        rightBoxes();
        isCountedBy(server);
    }

    @Test
    void a_node_with_other_boxes_does_not_start_and_the_pulse_is_counted_with_the_right_ones() throws IOException {
        stopAll();
        List<String> arguments = new ArrayList<>(otherBoxes());
        arguments.add("--groeipuls.vault=" + folder.resolve("vault"));

        assertThat(starting(arguments)).isInstanceOf(OtherVault.class).hasMessageContaining("groeipuls.boxes-lost=");

        rightBoxes();
        isCountedBy(start("vault"));
    }

    /** For a store that two nodes share. */
    final void what_another_node_cannot_find_this_one_counts() throws IOException {
        var copied = folder.resolve("copied");
        FileSystemUtils.copyRecursively(folder.resolve("vault"), copied);
        var other = start("copied");
        FileSystemUtils.deleteRecursively(copied);
        Files.createDirectory(copied);

        assertThat(tick(other, afterTheClose).status()).isEqualTo(503);
        assertThat(read(server, pulse).at("/state").asString()).isEqualTo("closed");
        assertThat(server.bean(BallotBoxes.class).holds(pulse)).isTrue();

        isCountedBy(server);
    }
}
