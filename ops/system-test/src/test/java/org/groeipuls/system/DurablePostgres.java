package org.groeipuls.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL of a test's own, which keeps what it acknowledged as the server asks of it. */
public final class DurablePostgres implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    public DurablePostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** Makes an empty database and returns its address, which names the user too. */
    public String database(String name) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    /** What a server is told so that its history and its boxes are in new databases here. */
    public List<String> settings(String name) throws SQLException {
        return List.of(
                "--spring.datasource.url=" + database(name + "_history"),
                "--spring.datasource.username=postgres",
                "--groeipuls.box.url=" + database(name + "_box"),
                "--groeipuls.box.user=postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
