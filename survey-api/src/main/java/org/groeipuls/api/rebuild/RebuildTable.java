package org.groeipuls.api.rebuild;

import java.sql.Date;
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
import org.groeipuls.api.rebuild.RebuildJob.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rebuilds of all nodes, as rows. */
final class RebuildTable {
    private static final String SELECT =
            "select job, state, done, total, millis, differed, started_on from rebuild_job ";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Turns turns;

    RebuildTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.turns = new Turns(jdbc, "rebuild_job", clock);
    }

    /**
     * A job that was taken.
     *
     * @param headway of those who worked on it before
     */
    record Claimed(String job, Headway headway) {
        boolean begun() {
            return headway.done() > 0;
        }
    }

    void add(String job) {
        jdbc.sql("insert into rebuild_job (job, place, state, done, total, millis, started_on, alive_at) values (:job,"
                        + " (select coalesce(max(place), 0) + 1 from rebuild_job), 'WAITING', 0, 0, 0, :on, 0)")
                .param("job", job)
                .param("on", Date.valueOf(today()))
                .update();
    }

    Optional<RebuildJob> find(String job) {
        return jdbc.sql(SELECT + "where job = :job")
                .param("job", job)
                .query((row, n) -> read(row))
                .optional();
    }

    /** All, the newest first. */
    List<RebuildJob> all() {
        return jdbc.sql(SELECT + "order by place desc")
                .query((row, n) -> read(row))
                .list();
    }

    /** Takes the oldest job that waits, or whose node has fallen silent. */
    Optional<Claimed> claim(String node) {
        return all().reversed().stream()
                .filter(job -> !job.state().isOver() && turns.take(job.job(), node))
                .findFirst()
                .flatMap(job -> jdbc.sql(SELECT + "where job = :job")
                        .param("job", job.job())
                        .query((row, n) -> new Claimed(row.getString("job"), headway(row)))
                        .optional());
    }

    /** Says how far it is; no when it is this node's no longer. */
    boolean goesOn(String job, String node, Headway headway) {
        return turns.goesOn(job, node, headway);
    }

    /** Says that its node is there. */
    void alive(String job, String node) {
        turns.alive(job, node);
    }

    Turns turns() {
        return turns;
    }

    void done(String job, String node, long differed) {
        jdbc.sql("update rebuild_job set state = 'DONE', node = null, done = total, differed = :differed"
                        + " where job = :job and node = :node and state = 'RUNNING'")
                .param("differed", differed)
                .param("job", job)
                .param("node", node)
                .update();
    }

    void deleteOverBefore(LocalDate day) {
        jdbc.sql("delete from rebuild_job where state in ('DONE', 'FAILED') and started_on < :day")
                .param("day", Date.valueOf(day))
                .update();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Headway headway(ResultSet row) throws SQLException {
        return new Headway(row.getLong("done"), row.getLong("total"), Duration.ofMillis(row.getLong("millis")));
    }

    private static RebuildJob read(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var headway = headway(row);
        long rows = row.getLong("differed");
        var differed = row.wasNull() ? null : rows;
        return new RebuildJob(
                row.getString("job"),
                state,
                headway.done(),
                headway.total(),
                state == State.RUNNING ? headway.eta() : null,
                differed,
                row.getDate("started_on").toLocalDate());
    }
}
