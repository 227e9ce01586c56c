package org.groeipuls.analyst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * History as Parquet, by way of a DuckDB file that goes away afterwards. DuckDB may fetch nothing from anywhere: what
 * writes Parquet is built in.
 */
final class ParquetRows implements Rows {
    private static final String BASE = "history.duckdb";
    private final Path file;
    private final Path folder;
    private final Connection duck;
    private final DuckDBAppender rows;

    ParquetRows(Path file) throws IOException {
        this.file = file;
        this.folder = Files.createTempDirectory("groeipuls-parquet");
        folder.toFile().deleteOnExit(); // where it is stopped; what is named last goes first
        folder.resolve(BASE).toFile().deleteOnExit();
        folder.resolve(BASE + ".wal").toFile().deleteOnExit();
        try {
            var settings = new Properties();
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            this.duck = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(BASE), settings);
            try (var statement = duck.createStatement()) {
                statement.execute("create table history (position bigint not null, type varchar not null,"
                        + " revision varchar not null, aggregate varchar not null, sequence bigint not null,"
                        + " time varchar not null, day date not null, data varchar not null, salt varchar not null)");
            }
            this.rows = duck.unwrap(DuckDBConnection.class).createAppender("main", "history");
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot be started", e);
        }
    }

    @Override
    public void write(ExportedEvent exported) throws IOException {
        var event = exported.event();
        try {
            rows.beginRow();
            rows.append(event.position());
            rows.append(event.type());
            rows.append(event.revision());
            rows.append(event.aggregate());
            rows.append(event.sequence());
            rows.append(event.time());
            rows.append(LocalDate.parse(event.time().substring(0, 10)));
            rows.append(event.data());
            rows.append(HexFormat.of().formatHex(exported.salt()));
            rows.endRow();
        } catch (SQLException e) {
            throw new IOException("A row cannot be written", e);
        }
    }

    @Override
    public void finish() throws IOException {
        try {
            rows.close();
            try (var statement = duck.createStatement()) {
                statement.execute("copy (select * from history order by position) to '"
                        + file.toString().replace("'", "''") + "' (format parquet, compression zstd)");
            }
        } catch (SQLException e) {
            throw new IOException("The Parquet file cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            duck.close();
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot be ended", e);
        } finally {
            try (var files = Files.list(folder)) {
                for (var left : files.toList()) {
                    Files.delete(left);
                }
            }
            Files.delete(folder);
        }
    }
}
