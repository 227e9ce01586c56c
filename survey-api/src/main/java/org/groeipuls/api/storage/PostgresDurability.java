package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What a PostgreSQL server must be set to, so that what it commits is on disk. */
public final class PostgresDurability {
    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private PostgresDurability() {}

    /** @throws IllegalStateException when the server may lose what it committed; names the setting */
    public static void require(DataSource source) {
        try (Connection connection = source.getConnection()) {
            for (String setting : SETTINGS) {
                require(connection, setting);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database of history does not answer: check that it runs", e);
        }
    }

    private static void require(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + setting)) {
            // synchronous_commit has safe values besides "on"; "off" alone answers before the disk
            if (!row.next() || "off".equals(row.getString(1))) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + " = off and may lose what it"
                        + " acknowledged: set it to on");
            }
        }
    }
}
