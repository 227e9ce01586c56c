package org.groeipuls.api.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;

/** A PostgreSQL that is as careful as boxes ask, for the tests of one class. */
final class BoxPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final HikariDataSource pool = new HikariDataSource();

    BoxPostgres() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        pool.setDataSource(server.getPostgresDatabase());
        pool.setMaximumPoolSize(10);
        pool.setConnectionInitSql("SET lock_timeout = 5000");
    }

    HikariDataSource pool() {
        return pool;
    }

    /** The same database for a pool of another kind. */
    DataSource database() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }
}
