package org.groeipuls.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
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
 * The whole server dies while it computes history anew, and is started again: the job goes on where it was and gives what it
 * would have given. A kill with {@code -Pci}, five with {@code -Pfault}.
 */
class JobFaultTest {
    /** Events after the few figures. While people are asked a job goes over 2,500 in a second, so this takes eight. */
    private static final int MORE = 20_000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private ServerProcess server;
    private SurveyClient client;

    @BeforeEach
    void a_history_that_takes_a_while() throws Exception {
        start();
        var survey = new FaultSurvey(server.origin(), 1);
        survey.establish();
        survey.answerAll("first");
        survey.count("first");
        survey.open("second");
        server.close();
        addEvents();
        start();
    }

    @AfterEach
    void nothing_goes_on() throws InterruptedException {
        server.close();
    }

    private void start() throws Exception {
        server = ServerProcess.start(folder);
        client = new SurveyClient(server.origin());
    }

    private void addEvents() throws SQLException {
        try (var history = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/history"));
                var insert = history.createStatement()) {
            insert.executeUpdate(
                    "insert into history_event (event_identifier, aggregate_identifier, sequence_number, type,"
                            + " payload_type, payload_revision, time_stamp, payload, meta_data)"
                            + " select 'more' || x, 'pulse:more' || x, 0, 'x', 'PulseOpened', '1', '2050-01-01T00:00:00.000Z',"
                            + " '{\"pulse\":\"more' || x || '\"}', '{}' from system_range(1, " + MORE + ")");
        }
    }

    @Test
    @Tag("ci")
    void a_replay_that_is_killed_goes_on_where_it_was() throws Exception {
        replayed(1);
    }

    @Test
    @Tag("fault")
    void a_replay_that_is_killed_five_times_goes_on_where_it_was() throws Exception {
        replayed(5);
    }

    @Test
    @Tag("ci")
    void a_rebuild_that_is_killed_goes_on_where_it_was() throws Exception {
        rebuilt(1);
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
            server.kill();
            start();
            var found = client.get(who, "/jobs/" + job);
            System.out.printf("killed at %s, found at %s%n", seen.path("done"), found.path("done"));
            // H2 writes what was committed half a second later; only history and ballots are synced at once
            assertThat(found.path("done").asLong())
                    .isPositive()
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
