package org.groeipuls.ballot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on the tables of one box, in SQL that H2 and PostgreSQL share; {@code {name}} stands for a table. */
final class BoxSql {
    private static final List<String> NAMES = List.of("terms", "form", "gate", "code", "ballot", "sheet", "share");

    private final BoxDatabase database;

    BoxSql(BoxDatabase database) {
        this.database = database;
    }

    int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql(sql));
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private String sql(String text) {
        String sql = text;
        for (String name : NAMES) {
            sql = sql.replace("{" + name + "}", database.table(name));
        }
        return sql;
    }
}
