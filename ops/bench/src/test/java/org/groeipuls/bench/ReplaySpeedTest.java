package org.groeipuls.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.Scratch;
import org.groeipuls.api.storage.ScratchSession;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.replay.TrendReplay;
import org.groeipuls.replay.Views;
import org.groeipuls.trend.BulkTrends.Instead;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast all of history is computed anew, beside a {@link BareLoop} in the same run, which is the least it can cost on
 * one thread. The two take turns at going first. {@code -Dbench.events} says how many events; a million where it does not.
 */
@Tag("bench")
class ReplaySpeedTest {
    private static final int EVENTS = Integer.getInteger("bench.events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int STRETCH = 2000;
    private static final double LEAST_SHARE = .8;
    private static final double MOST_GROWTH = 2.1;
    private static final long FLAT_MEGABYTES = 32;

    private final EventNames names = EventNames.create();

    /** Megabytes in use at the end of the last replay, while it still holds what it needs to go on. */
    private long held;

    /** As large as what a replay writes. */
    private String content = "";

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
        long grown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean bareFirst = round % 2 == 0;
            if (bareFirst) {
                bare.add(bare(pool, events));
            }
            whole.add(replay(pool, events));
            grown = held;
            if (!bareFirst) {
                bare.add(bare(pool, events));
            }
            half.add(replay(pool, events / 2));
            grown -= held;
            System.out.printf(
                    "%s: round %d: bare %.1f s, replay %.1f s, of half %.1f s; in use %d MB, after half %d MB%n",
                    vendor, round + 1, bare.getLast(), whole.getLast(), half.getLast(), held + grown, held);
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
        assertThat(grown).as("megabytes more for twice as many").isLessThanOrEqualTo(FLAT_MEGABYTES);
    }

    private static double median(List<Double> seconds) {
        var sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private double bare(HikariDataSource pool, int events) throws SQLException {
        var scratch = new Scratch(pool, "bench");
        scratch.make();
        long begun = System.nanoTime();
        new BareLoop(pool, names, content).run(scratch, events, STRETCH);
        double seconds = seconds(begun);
        scratch.drop();
        return seconds;
    }

    /** What the server does for a replay, without its job. */
    private double replay(HikariDataSource pool, int events) {
        var history = new BulkReader(pool, names);
        var scratch = new Scratch(pool, "bench");
        scratch.make();
        long begun = System.nanoTime();
        double seconds;
        try (var session = new ScratchSession(scratch)) {
            var views = Views.over(session.client(), StrictJson.mapper());
            var replay = new TrendReplay(views, session.rows(), StrictJson.mapper(), Instead.NOTHING);
            var extent = new BulkReader.Extent(events, events, null);
            long position = 0;
            while (position < events) {
                var stretch = history.read(position, extent, STRETCH, replay::on);
                replay.written();
                session.commit(position, stretch.position());
                position = stretch.position();
            }
            session.settle();
            seconds = seconds(begun);
            System.gc();
            held = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
            replay.written();
            content = session.client()
                    .sql("select content from trend_point fetch first 1 rows only")
                    .query(String.class)
                    .single();
        }
        scratch.drop();
        return seconds;
    }
}
