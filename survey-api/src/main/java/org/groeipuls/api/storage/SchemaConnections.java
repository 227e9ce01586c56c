package org.groeipuls.api.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections of a pool that look at another schema as long as they are out, and at their own when they are back. */
final class SchemaConnections extends DelegatingDataSource {
    private final String schema;

    SchemaConnections(DataSource pool, String schema) {
        super(pool);
        this.schema = schema;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = obtainTargetDataSource().getConnection();
        var own = connection.getSchema();
        try {
            connection.setSchema(schema);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection, own);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** One that cannot be set back is thrown away: whoever got it next would read the wrong tables. */
    private static void giveBack(Connection connection, String own) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.setSchema(own);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        } finally {
            connection.close();
        }
    }
}
