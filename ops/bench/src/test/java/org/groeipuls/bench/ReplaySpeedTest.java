package org.groeipuls.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * How fast all of history is computed anew, beside a {@link BareLoop} over the same history, which is the least it can cost
 * on one thread. Both go over it in twenty parts, in turn, and take turns at going first, so that whatever else the
 * computer does at the time slows both. {@code -Dbench.events} says how many events; a million where it does not.
 */
@Tag("bench")
class ReplaySpeedTest {
    private static final int EVENTS = Integer.getInteger("bench.events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int PARTS = 20;
    private static final int STRETCH = 2000;
    private static final double LEAST_SHARE = .8;
    private static final double MOST_GROWTH = 2.1;
    private static final long FLAT_MEGABYTES = 32;

    private final EventNames names = EventNames.create();

    /** What the last replay wrote of a point. */
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
        round(pool, events / PARTS); // warms up, and says how long a row is
        var shares = new double[ROUNDS];
        var growths = new double[ROUNDS];
        var grown = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var measured = round(pool, events);
            shares[round] = measured.share();
            growths[round] = measured.growth();
            grown[round] = measured.grown();
            System.out.printf("%s: %d events, round %d: %s%n", vendor, events, round + 1, measured);
        }
        System.out.printf(
                "%s: medians of %d: share %.2f, twice as many take %.2f times; heap at most %d MB%n",
                vendor,
                ROUNDS,
                median(shares),
                median(growths),
                Runtime.getRuntime().maxMemory() >> 20);
        assertThat(median(shares)).as("of the bare loop").isGreaterThanOrEqualTo(LEAST_SHARE);
        assertThat(median(growths)).as("for twice as many").isLessThanOrEqualTo(MOST_GROWTH);
        assertThat(median(grown)).as("megabytes more for twice as many").isLessThanOrEqualTo(FLAT_MEGABYTES);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /**
     * One going over all of it.
     *
     * @param bare seconds of the bare loop by part
     * @param replay seconds of the replay by part
     * @param half megabytes that were in use in the middle
     * @param end megabytes that were in use at the end
     */
    private record Measured(double[] bare, double[] replay, long half, long end) {
        double share() {
            return Arrays.stream(bare).sum() / Arrays.stream(replay).sum();
        }

        double growth() {
            return growth(replay);
        }

        private static double growth(double[] parts) {
            return Arrays.stream(parts).sum()
                    / Arrays.stream(parts).limit(PARTS / 2).sum();
        }

        /**
         * The same by the usual part of each half: what a database writes to disk every few minutes falls into one or two
         * parts, sometimes in the first half and sometimes in the second.
         */
        private static double usual(double[] parts) {
            return 1
                    + median(Arrays.copyOfRange(parts, PARTS / 2, PARTS))
                            / median(Arrays.copyOfRange(parts, 0, PARTS / 2));
        }

        /** Seconds of each quarter. */
        private static String quarters(double[] parts) {
            return IntStream.range(0, 4)
                    .mapToObj(quarter -> "%.1f"
                            .formatted(Arrays.stream(parts, quarter * PARTS / 4, (quarter + 1) * PARTS / 4)
                                    .sum()))
                    .collect(Collectors.joining(" "));
        }

        double grown() {
            return end - half;
        }

        @Override
        public String toString() {
            return "bare %.1f s, replay %.1f s, share %.2f (by part %.2f); twice as many take %.2f times (bare %.2f), by the usual part %.2f (%.2f); quarters %s (bare %s); %d and %d MB in use"
                    .formatted(
                            Arrays.stream(bare).sum(),
                            Arrays.stream(replay).sum(),
                            share(),
                            median(IntStream.range(0, PARTS)
                                    .mapToDouble(part -> bare[part] / replay[part])
                                    .toArray()),
                            growth(),
                            growth(bare),
                            usual(replay),
                            usual(bare),
                            quarters(replay),
                            quarters(bare),
                            half,
                            end);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static double seconds(Work work) throws SQLException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private Measured round(HikariDataSource pool, int events) throws SQLException {
        var plain = new Scratch(pool, "bench_bare");
        var beside = new Scratch(pool, "bench_replay");
        plain.make();
        beside.make();
        var bare = new double[PARTS];
        var replayed = new double[PARTS];
        long half = 0;
        long end;
        try (var session = new ScratchSession(beside);
                var loop = new BareLoop(pool, plain, names, content)) {
            var replay = new Replayed(pool, session);
            for (int part = 0; part < PARTS; part++) {
                int after = (int) ((long) events * part / PARTS);
                int last = (int) ((long) events * (part + 1) / PARTS);
                if (part % 2 == 0) {
                    bare[part] = seconds(() -> loop.run(after, last, STRETCH));
                    replayed[part] = seconds(() -> replay.run(after, last));
                } else {
                    replayed[part] = seconds(() -> replay.run(after, last));
                    bare[part] = seconds(() -> loop.run(after, last, STRETCH));
                }
                if (part == PARTS / 2 - 1) {
                    half = inUse();
                }
            }
            end = inUse();
            replay.run(events, events); // it still holds what it needs to go on
            content = session.client()
                    .sql("select content from trend_point fetch first 1 rows only")
                    .query(String.class)
                    .single();
        }
        plain.drop();
        beside.drop();
        return new Measured(bare, replayed, half, end);
    }

    private static long inUse() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    /** What the server does for a replay, without its job. */
    private final class Replayed {
        private final BulkReader history;
        private final ScratchSession session;
        private final TrendReplay replay;

        Replayed(HikariDataSource pool, ScratchSession session) {
            this.history = new BulkReader(pool, names);
            this.session = session;
            this.replay = new TrendReplay(
                    Views.over(session.client(), StrictJson.mapper()),
                    session.rows(),
                    StrictJson.mapper(),
                    Instead.NOTHING);
        }

        void run(int after, int last) {
            var extent = new BulkReader.Extent(last, last, null);
            long position = after;
            while (position < last) {
                var stretch = history.read(position, extent, STRETCH, replay::on);
                replay.written();
                session.commit(position, stretch.position());
                position = stretch.position();
            }
            session.settle();
        }
    }
}
