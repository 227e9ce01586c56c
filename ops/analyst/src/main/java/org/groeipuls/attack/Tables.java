package org.groeipuls.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All rows of a database, in every order in which it gives them back when nobody asks for one. */
final class Tables {
    private static final List<String> USERS = List.of("", "sa", "box");

    private Tables() {}

    /**
     * A table's rows.
     *
     * @param order by what they are ordered: nothing, the place in the file, or the number of the transaction
     */
    record Table(String name, String order, List<Row> rows) {
        /** All cells, one character per byte. */
        String text() {
            var text = new StringBuilder();
            rows.forEach(row ->
                    row.cells().values().forEach(cell -> text.append(cell).append('\n')));
            return text.toString();
        }
    }

    /** Cells by name in lower case: text as it is, bytes as one character each. */
    record Row(Map<String, String> cells, Map<String, byte[]> bytes) {
        Optional<byte[]> bytes(String name) {
            return Optional.ofNullable(bytes.get(name));
        }
    }

    /** All tables in a copy of a file of H2. */
    static List<Table> ofFile(Path file, Path work) throws IOException {
        var copy = Files.createTempFile(work, "read", ".mv.db");
        Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var name = copy.toString().replaceFirst("\\.mv\\.db$", "");
        SQLException last = new SQLException("no user fits");
        for (var user : USERS) {
            try (var connection = DriverManager.getConnection("jdbc:h2:" + name + ";IFEXISTS=TRUE", user, "")) {
                return all(connection, "PUBLIC", List.of("", "_ROWID_"));
            } catch (SQLException wrong) {
                last = wrong;
            } finally {
                Files.deleteIfExists(Path.of(name + ".trace.db"));
            }
        }
        throw new AttackNotRun("A copy of a database cannot be read: " + last.getMessage(), last);
    }

    /** All tables in a PostgreSQL database. */
    static List<Table> of(String database) {
        try (var connection = DriverManager.getConnection(database)) {
            try (var statement = connection.createStatement()) {
                statement.execute("CHECKPOINT"); // so that the files hold what the tables hold
            } catch (SQLException notAllowed) {
                // then the write-ahead log holds it
            }
            return all(connection, "public", List.of("", "ctid", "xmin::text::bigint, ctid"));
        } catch (SQLException failed) {
            throw new AttackNotRun("The database cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static List<Table> all(Connection connection, String schema, List<String> orders) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var row = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                names.add(row.getString("TABLE_NAME"));
            }
        }
        List<Table> tables = new ArrayList<>();
        for (var name : names) {
            for (var order : orders) {
                read(connection, name, order).ifPresent(tables::add);
            }
        }
        return tables;
    }

    private static Optional<Table> read(Connection connection, String name, String order) {
        var sql = "SELECT * FROM \"" + name + "\"" + (order.isEmpty() ? "" : " ORDER BY " + order);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row(row));
            }
            return Optional.of(new Table(name.toLowerCase(Locale.ROOT), order.isEmpty() ? "no order" : order, rows));
        } catch (SQLException noSuchOrder) {
            return Optional.empty();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        var columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            var name = columns.getColumnName(column).toLowerCase(Locale.ROOT);
            if (row.getObject(column) instanceof java.sql.Blob blob) {
                bytes.put(name, blob.getBytes(1, (int) blob.length()));
                cells.put(
                        name,
                        new String(
                                blob.getBytes(1, (int) blob.length()), java.nio.charset.StandardCharsets.ISO_8859_1));
            } else if (row.getObject(column) instanceof byte[] raw) {
                bytes.put(name, raw);
                cells.put(name, new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1));
            } else {
                @Nullable String text = row.getString(column);
                cells.put(name, text == null ? "" : text);
            }
        }
        return new Row(cells, bytes);
    }
}
