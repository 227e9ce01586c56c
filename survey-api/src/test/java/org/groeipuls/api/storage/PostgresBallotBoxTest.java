package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groeipuls.ballot.BoxDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresBallotBoxTest extends BallotBoxContract {
    private static BoxPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = new BoxPostgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    BoxDatabases node() {
        return new PostgresBoxDatabases(postgres.pool());
    }

    @AfterEach
    void drop_the_boxes() {
        node().drop("pulse:1");
        node().drop("pulse:2");
    }

    @Override
    String arrivalOrder(String ballotTable) {
        return "SELECT mark FROM " + ballotTable + " ORDER BY xmin::text::bigint";
    }

    @Override
    boolean remains(String pulse) throws SQLException {
        try (Connection connection = postgres.pool().getConnection();
                PreparedStatement find = connection.prepareStatement(
                        "SELECT relname FROM pg_catalog.pg_class WHERE position(? in relname) > 0")) {
            find.setString(1, PulseHash.of(pulse));
            try (ResultSet row = find.executeQuery()) {
                return row.next();
            }
        }
    }

    @Test
    void nodes_that_destroy_the_same_box_at_once_all_succeed() throws Exception {
        var hash = PulseHash.of("pulse:3");
        for (int round = 0; round < 20; round++) {
            try (Connection connection = postgres.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                for (var table : List.of("terms_", "ballot_", "ticket_", "share_")) {
                    statement.execute("create table " + table + hash + " (mark bigint primary key)");
                }
            }
            var go = new CountDownLatch(1);
            try (var threads = Executors.newFixedThreadPool(4)) {
                List<Future<?>> done = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    done.add(threads.submit(() -> {
                        go.await();
                        node().drop("pulse:3");
                        return true;
                    }));
                }
                go.countDown();
                for (var one : done) {
                    one.get();
                }
            }
            assertThat(remains("pulse:3")).isFalse();
        }
    }

    @Test
    void a_server_that_may_lose_what_it_committed_is_not_taken() {
        try (HikariDataSource careless = new HikariDataSource()) {
            careless.setDataSource(postgres.database());
            careless.setConnectionInitSql("SET synchronous_commit = off");

            assertThatThrownBy(() -> new PostgresBoxDatabases(careless))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("synchronous_commit");
        }
    }
}
