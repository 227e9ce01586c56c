package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.groeipuls.api.Postgres;
import org.groeipuls.api.storage.ScratchSession.TakenOver;
import org.groeipuls.replay.Views;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two who would go on with the same views from the same place, both alive. */
class ScratchTurnTest {
    private static final String INSERT =
            "insert into trend_point (grp, construct, pulse, ordinal, line, own, content) values (?, ?, ?, ?, 1, true, '{}')";

    @Test
    void on_h2_the_second_waits_and_goes_on_after_the_first() throws Exception {
        takesTurns("jdbc:h2:mem:scratch-turn;DB_CLOSE_DELAY=-1", "h2");
    }

    @Test
    void on_postgresql_the_second_waits_and_goes_on_after_the_first() throws Exception {
        takesTurns(Postgres.database("scratch_turn"), "postgresql");
    }

    private static void takesTurns(String url, String vendor) throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            var scratch = made(pool, vendor);
            var second = handedOver(scratch);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(10);
            assertThat(position(scratch)).isEqualTo(20);
        }
    }

    private static CompletableFuture<Long> handedOver(Scratch scratch) throws Exception {
        try (var first = new ScratchSession(scratch)) {
            put(first, 1);
            first.client().sql("select 1").query(Integer.class).single(); // all is written, nothing committed
            var second = CompletableFuture.supplyAsync(() -> goneOn(scratch));
            assertThat(waits(second)).as("two at the same place").isTrue();
            first.commit(0, 10);
            try {
                first.settle();
            } catch (TakenOver afterItsStretch) {
                assertThat(position(scratch)).isEqualTo(20);
            }
            return second;
        }
    }

    /** As far as it is committed. */
    private static long position(Scratch scratch) {
        return JdbcClient.create(scratch.tables())
                .sql("select position from " + Views.POSITION)
                .query(Long.class)
                .single();
    }

    private static long goneOn(Scratch scratch) {
        try (var session = new ScratchSession(scratch)) {
            put(session, 2);
            session.commit(session.position(), 20);
            return session.position();
        }
    }

    @Test
    void what_stood_in_the_way_is_thrown_as_it_is_and_not_once_more_at_the_end() {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:scratch-thrown;DB_CLOSE_DELAY=-1");
            var scratch = made(pool, "h2");
            assertThatThrownBy(() -> {
                        try (var session = new ScratchSession(scratch)) {
                            session.commit(5, 10);
                            session.settle();
                        }
                    })
                    .isInstanceOf(TakenOver.class);
            assertThatThrownBy(() -> {
                        try (var session = new ScratchSession(scratch)) {
                            session.commit(5, 10);
                        }
                    })
                    .isInstanceOf(TakenOver.class);
        }
    }

    private static Scratch made(DataSource source, String vendor) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
        var scratch = new Scratch(source, "turn");
        scratch.make();
        return scratch;
    }

    private static void put(ScratchSession session, int ordinal) {
        session.rows().put(INSERT, List.<Object[]>of(new Object[] {"g", "a", "p" + ordinal, ordinal}));
    }

    private static boolean waits(CompletableFuture<Long> second) throws InterruptedException, ExecutionException {
        try {
            second.get(300, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException still) {
            return true;
        }
    }
}
