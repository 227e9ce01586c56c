package org.groeipuls.api.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.groeipuls.ballot.BoxDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class BlindBoxOnPostgresTest extends BlindBoxContract {
    private static final HikariDataSource POOL = new HikariDataSource();
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        POOL.setDataSource(server.getPostgresDatabase());
        POOL.setMaximumPoolSize(10);
        POOL.setConnectionInitSql("SET lock_timeout = 5000");
    }

    @AfterAll
    static void stop() throws IOException {
        POOL.close();
        server.close();
    }

    @Override
    BoxDatabases node() {
        return new PostgresBoxDatabases(POOL);
    }

    @AfterEach
    void drop_the_box() {
        node().drop("pulse:1");
    }
}
