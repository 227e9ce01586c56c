package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.groeipuls.replay.Views;

/**
 * A set of tables for views beside the live ones: a schema of its own in the same database, with tables that are made after
 * the live ones, so their shape is the same.
 */
public final class Scratch {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,60}");

    private final DataSource source;
    private final String name;

    /** @param name of the schema, lower-case letters, digits and underscores */
    public Scratch(DataSource source, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name for a schema: " + name);
        }
        this.source = source;
        this.name = name;
    }

    /** The names of all schemas that begin so. */
    public static List<String> all(DataSource source, String prefix) {
        return within(source, connection -> {
            List<String> names = new ArrayList<>();
            try (var row = connection.getMetaData().getSchemas()) {
                while (row.next()) {
                    var found = row.getString("TABLE_SCHEM").toLowerCase(Locale.ROOT);
                    if (found.startsWith(prefix)) {
                        names.add(found);
                    }
                }
            }
            return names;
        });
    }

    /** Whether all of its tables are there; one whose making was broken off is not. */
    public boolean ready() {
        return all(source, name).contains(name) && within(source, connection -> marked(connection));
    }

    private boolean marked(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, schema(connection), null, null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(Views.POSITION)) {
                    return begun(connection);
                }
            }
            return false;
        }
    }

    private boolean begun(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select 1 from " + qualified(Views.POSITION))) {
            return row.next();
        }
    }

    /** Makes it, empty, whatever was there; how far it has been read is made last and says that all the others are there. */
    public void make() {
        drop();
        within(source, connection -> {
            run(connection, "create schema " + name);
            for (var table : Stream.concat(Views.TABLES.stream(), Stream.of(Views.POSITION))
                    .toList()) {
                copyShape(connection, table);
            }
            run(
                    connection,
                    "insert into " + qualified(Views.POSITION) + " (name, position) values ('" + ViewPosition.NAME
                            + "', 0)");
            return true;
        });
    }

    private void copyShape(Connection connection, String table) throws SQLException {
        var live = connection.getSchema();
        if (!isH2(connection)) {
            run(connection, "create table %s.%s (like %s.%s including all)".formatted(name, table, live, table));
            return;
        }
        List<String> statements = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("script nodata nopasswords nosettings table " + table)) {
            while (row.next()) {
                statements.add(row.getString(1));
            }
        }
        for (var sql : statements) {
            if (sql.startsWith("CREATE MEMORY TABLE")
                    || sql.startsWith("CREATE CACHED TABLE")
                    || sql.startsWith("ALTER TABLE")
                    || sql.contains("INDEX ")) {
                run(connection, sql.replace('"' + live + "\".", '"' + schema(connection) + "\"."));
            }
        }
    }

    /** Removes it with all that is in it, if it is there. */
    public void drop() {
        within(source, connection -> {
            run(connection, "drop schema if exists " + name + " cascade");
            return true;
        });
    }

    /** Connections whose tables without a schema are these. */
    public DataSource tables() {
        return new SchemaConnections(source, within(source, this::schema));
    }

    /** A table of it, from anywhere in the database. */
    String qualified(String table) {
        return name + "." + table;
    }

    private String schema(Connection connection) throws SQLException {
        return isH2(connection) ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T within(DataSource source, Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables beside the live ones cannot be got at", e);
        }
    }
}
