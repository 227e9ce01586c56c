package org.groeipuls.api.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.groeipuls.api.job.Headway;
import org.groeipuls.api.job.Turns;
import org.groeipuls.api.replay.Job.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The replays of all nodes, as rows. */
final class JobTable {
    private static final String SELECT =
            "select job, state, done, total, head, millis, started_on, content from replay_job ";

    private static final int PLACES = 3;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Turns turns;

    JobTable(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.turns = new Turns(jdbc, "replay_job", clock);
    }

    Optional<Job> find(ReplayId id) {
        return jdbc.sql(SELECT + "where job = :job")
                .param("job", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** All, the oldest first. */
    List<Job> all() {
        return jdbc.sql(SELECT + "order by place").query((row, n) -> read(row)).list();
    }

    void add(ReplayId id, ReplayTerms terms) {
        for (int more = PLACES; ; more--) {
            try {
                put(id, terms);
                return;
            } catch (DuplicateKeyException another) {
                if (more == 0) {
                    throw another; // another node took this place, and the next ones too
                }
            }
        }
    }

    private void put(ReplayId id, ReplayTerms terms) {
        jdbc.sql(
                        "insert into replay_job"
                                + " (job, place, state, done, total, head, millis, started_on, alive_at, content) values (:job,"
                                + " (select coalesce(max(place), 0) + 1 from replay_job), :state, 0, 0, 0, 0, :on, 0, :content)")
                .param("job", id.value())
                .param("state", State.WAITING.name())
                .param("on", today())
                .param("content", json.writeValueAsString(terms))
                .update();
    }

    /** Takes the oldest job that waits, or whose node has fallen silent. */
    Optional<Job> claim(String node) {
        return all().stream()
                .filter(job -> !job.state().isOver() && turns.take(job.id().value(), node))
                .findFirst()
                .flatMap(job -> find(job.id()));
    }

    void begin(ReplayId id, long head, long total) {
        jdbc.sql("update replay_job set head = :head, total = :total where job = :job")
                .param("head", head)
                .param("total", total)
                .param("job", id.value())
                .update();
    }

    /** Says how far it is; no when it is this node's no longer. */
    boolean goesOn(ReplayId id, String node, Headway headway) {
        return turns.goesOn(id.value(), node, headway);
    }

    Turns turns() {
        return turns;
    }

    /** Whether there was anything to cancel. */
    boolean cancel(ReplayId id) {
        return jdbc.sql("update replay_job set state = 'CANCELLED' where job = :job"
                                + " and state in ('WAITING', 'RUNNING')")
                        .param("job", id.value())
                        .update()
                == 1;
    }

    boolean delete(ReplayId id) {
        return jdbc.sql("delete from replay_job where job = :job")
                        .param("job", id.value())
                        .update()
                == 1;
    }

    void deleteOverBefore(LocalDate day) {
        all().stream()
                .filter(job -> job.state().isOver() && job.startedOn().isBefore(day))
                .forEach(job -> delete(job.id()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Job read(ResultSet row) throws SQLException {
        return new Job(
                new ReplayId(row.getString("job")),
                State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("head"),
                Duration.ofMillis(row.getLong("millis")),
                row.getDate("started_on").toLocalDate(),
                json.readValue(row.getString("content"), ReplayTerms.class));
    }
}
