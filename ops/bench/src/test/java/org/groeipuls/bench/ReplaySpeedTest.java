package org.groeipuls.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;
import org.flywaydb.core.Flyway;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.Scratch;
import org.groeipuls.api.storage.ScratchSession;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.replay.TrendReplay;
import org.groeipuls.replay.Views;
import org.groeipuls.trend.BulkTrends.Instead;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast all of history is computed anew, beside a bare loop in the same run: a cursor, each event decoded, and as many
 * rows of the same size written to the same table in batches. Without folding, that is the least it can cost.
 * {@code -Dbench.events} says how many events; a million where it does not.
 */
@Tag("bench")
class ReplaySpeedTest {
    private static final int EVENTS = Integer.getInteger("bench.events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int STRETCH = 2000;
    private static final double LEAST_SHARE = .8;
    private static final double MOST_GROWTH = 2.1;

    private final EventNames names = EventNames.create();

    @TempDir
    Path folder;

    @Test
    void on_h2_a_replay_keeps_up_with_a_bare_cursor() throws SQLException {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("history").toAbsolutePath());
            measure(pool, "h2");
        }
    }

    @Test
    void on_postgresql_a_replay_keeps_up_with_a_bare_cursor() throws SQLException, IOException {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            measure(pool, "postgresql");
        }
    }

    private void measure(HikariDataSource pool, String vendor) throws SQLException {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
        int events = new LongHistory(new JdbcTemplate(pool)).write(EVENTS);
        replay(pool, events / 20); // warm
        bare(pool, events / 20);
        List<Double> bare = new ArrayList<>();
        List<Double> half = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(bare(pool, events));
            half.add(replay(pool, events / 2));
            whole.add(replay(pool, events));
        }
        double share = median(bare) / median(whole);
        double growth = median(whole) / median(half);
        System.out.printf(
                "%s: %d events; bare %.1f s (%.0f/s), replay %.1f s (%.0f/s), share %.2f; twice as many take %.2f times;"
                        + " heap at most %d MB%n",
                vendor,
                events,
                median(bare),
                events / median(bare),
                median(whole),
                events / median(whole),
                share,
                growth,
                Runtime.getRuntime().maxMemory() >> 20);
        assertThat(share).as("of the bare loop").isGreaterThanOrEqualTo(LEAST_SHARE);
        assertThat(growth).as("for twice as many").isLessThanOrEqualTo(MOST_GROWTH);
    }

    private static double median(List<Double> seconds) {
        var sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private interface Work {
        void on(ScratchSession session) throws SQLException;
    }

    private static double timed(HikariDataSource pool, Work work) throws SQLException {
        var scratch = new Scratch(pool, "bench");
        scratch.make();
        long begun = System.nanoTime();
        try (var session = new ScratchSession(scratch)) {
            work.on(session);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        scratch.drop();
        return seconds;
    }

    private double replay(HikariDataSource pool, int events) throws SQLException {
        var history = new BulkReader(pool, names);
        return timed(pool, session -> {
            var views = Views.over(session.client(), StrictJson.mapper());
            var replay = new TrendReplay(views, session.template(), StrictJson.mapper(), Instead.NOTHING);
            var extent = new BulkReader.Extent(events, events, null);
            long position = 0;
            while (position < events) {
                var stretch = history.read(position, extent, STRETCH, replay::on);
                replay.written();
                session.commit(position, stretch.position());
                position = stretch.position();
            }
            content = session.client()
                    .sql("select content from trend_point fetch first 1 rows only")
                    .query(String.class)
                    .single();
        });
    }

    /** As large as what a replay writes. */
    private String content = "";

    private double bare(HikariDataSource pool, int events) throws SQLException {
        return timed(pool, session -> {
            try (var connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                // H2 gathers the whole answer first, and loses old blocks under a lazy one that takes a minute
                boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
                int most = h2 ? STRETCH : events;
                for (int after = 0; after < events; after += most) {
                    bare(connection, session, after, Math.min(events, after + most));
                }
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private void bare(Connection connection, ScratchSession session, int after, int last) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        long committed = after;
        long position = after;
        try (var statement = connection.prepareStatement(
                "select global_index, payload_type, payload_revision, payload from history_event"
                        + " where global_index > ? and global_index <= ? order by global_index")) {
            statement.setFetchSize(500);
            statement.setInt(1, after);
            statement.setInt(2, last);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    position = row.getLong(1);
                    Object event = names.deserialize(new SimpleSerializedObject<>(
                            row.getString(4), String.class, row.getString(2), row.getString(3)));
                    if (event instanceof BlockReleased block) {
                        for (var construct : List.of("psychological-safety", "leader-role-modelling")) {
                            rows.add(new Object[] {
                                block.groups().first().value(),
                                construct,
                                block.pulse().value(),
                                (int) position,
                                1,
                                true,
                                content
                            });
                        }
                    }
                    if (position % STRETCH == 0) {
                        write(session, rows);
                        session.commit(committed, position);
                        committed = position;
                    }
                }
            }
        }
        write(session, rows);
        if (committed < position) {
            session.commit(committed, position);
        }
    }

    private static void write(ScratchSession session, List<Object[]> rows) {
        session.template()
                .batchUpdate(
                        "insert into trend_point (grp, construct, pulse, ordinal, line, own, content)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        rows);
        rows.clear();
    }
}
