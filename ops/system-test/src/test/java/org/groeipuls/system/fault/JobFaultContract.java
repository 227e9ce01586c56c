package org.groeipuls.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.groeipuls.simulation.SurveyClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server dies while it computes history anew: the job goes on where it was and gives what it would have given. A kill or
 * two with {@code -Pci}, five with {@code -Pfault}.
 */
abstract class JobFaultContract {
    /** Events after the few figures. While people are asked a job goes over 2,500 in a second, so this takes eight. */
    private static final int MORE = 20_000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private ServerProcess server;
    private SurveyClient client;

    /** Starts the server, or all of them, on what is in the folder, and returns the one to ask. */
    abstract ServerProcess start() throws Exception;

    abstract void stop() throws InterruptedException;

    /** Kills the one that was asked with SIGKILL and returns the one to ask after that. */
    abstract ServerProcess kill() throws Exception;

    /** How many kills there are in a short run. */
    abstract int few();

    /** The database of history; no server runs. */
    abstract Connection history() throws SQLException;

    /** A table with the numbers from 1 to this one in a column x. */
    abstract String numbers(int upTo);

    /** Whether what was committed may be lost by a kill. */
    abstract boolean losesTheLast();

    @BeforeEach
    void a_history_that_takes_a_while() throws Exception {
        ask(start());
        var survey = new FaultSurvey(server.origin(), 1);
        survey.establish();
        survey.answerAll("first");
        survey.count("first");
        survey.open("second");
        stop();
        addEvents();
        ask(start());
    }

    private void ask(ServerProcess node) {
        server = node;
        client = new SurveyClient(node.origin());
    }

    @AfterEach
    void nothing_goes_on() throws InterruptedException {
        stop();
    }

    private void addEvents() throws SQLException {
        try (var history = history();
                var insert = history.createStatement()) {
            insert.executeUpdate(
                    "insert into history_event (event_identifier, aggregate_identifier, sequence_number, type,"
                            + " payload_type, payload_revision, time_stamp, payload, meta_data)"
                            + " select 'more' || x, 'pulse:more' || x, 0, 'x', 'PulseOpened', '1', '2050-01-01T00:00:00.000Z',"
                            + " '{\"pulse\":\"more' || x || '\"}', '{}' from " + numbers(MORE));
        }
    }

    @Test
    @Tag("ci")
    void a_replay_that_is_killed_goes_on_where_it_was() throws Exception {
        replayed(few());
    }

    @Test
    @Tag("fault")
    void a_replay_that_is_killed_five_times_goes_on_where_it_was() throws Exception {
        replayed(5);
    }

    @Test
    @Tag("ci")
    void a_rebuild_that_is_killed_goes_on_where_it_was() throws Exception {
        rebuilt(few());
    }

    @Test
    @Tag("fault")
    void a_rebuild_that_is_killed_five_times_goes_on_where_it_was() throws Exception {
        rebuilt(5);
    }

    private void replayed(int kills) throws Exception {
        var replay = client.post("analyst", "/replays", Map.of("calibration", "default@1"))
                .json()
                .path("replay")
                .asString();
        killed("analyst", replay, kills);
        done("analyst", replay);
        var comparison = client.get("analyst", "/replays/" + replay + "/comparison");
        assertThat(comparison.path("points").asLong()).isPositive();
        assertThat(comparison.path("changed")).isEmpty();
    }

    private void rebuilt(int kills) throws Exception {
        var shown = client.get("analyst", "/teams/team-0/trends").toString();
        assertThat(shown).contains("first");
        var rebuild = client.post("operator", "/rebuilds", Map.of())
                .json()
                .path("job")
                .asString();
        killed("operator", rebuild, kills);
        done("operator", rebuild);
        var differed =
                client.get("operator", "/rebuilds").path("rebuilds").path(0).path("differed");
        assertThat(differed.asLong(-1)).isZero();
        assertThat(client.get("analyst", "/teams/team-0/trends").toString()).isEqualTo(shown);
    }

    /** Kills it each time it has come more than a second further, and starts it again. */
    private void killed(String who, String job, int times) throws Exception {
        for (int time = 1; time <= times; time++) {
            long further = (long) MORE * time / (times + 1);
            var seen = Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(PATIENCE)
                    .until(
                            () -> client.get(who, "/jobs/" + job),
                            read -> read.path("done").asLong() > further);
            assertThat(seen.path("state").asString()).isEqualTo("running");
            ask(kill());
            var found = client.get(who, "/jobs/" + job);
            System.out.printf("killed at %s, found at %s%n", seen.path("done"), found.path("done"));
            assertThat(found.path("done").asLong())
                    .isGreaterThanOrEqualTo(
                            losesTheLast() ? 1 : seen.path("done").asLong())
                    .isLessThanOrEqualTo(seen.path("total").asLong());
        }
    }

    private void done(String who, String job) {
        var over = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> client.get(who, "/jobs/" + job),
                        read -> !read.path("state").asString().equals("running")
                                && !read.path("state").asString().equals("waiting"));
        assertThat(over.path("state").asString()).isEqualTo("done");
    }
}
