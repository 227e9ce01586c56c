package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Runs work on the roster in one transaction, again when it collided with another one. */
final class RosterTransactions {
    // serialization failure, deadlock, duplicate key, lock timeout (H2, PostgreSQL), concurrent update (H2)
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "23505", "HYT00", "55P03", "90131");
    private static final int ATTEMPTS = 8;

    private RosterTransactions() {}

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    static <T> T run(DataSource source, String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = source.getConnection()) {
                return once(connection, work);
            } catch (SQLException failed) {
                if (attempt == ATTEMPTS || !COLLISIONS.contains(String.valueOf(failed.getSQLState()))) {
                    // the database's own message may quote a row
                    throw new IllegalStateException(
                            "The roster's database failed (%s, state %s)".formatted(what, failed.getSQLState()));
                }
                LockSupport.parkNanos(500_000L << attempt);
            }
        }
    }

    private static <T> T once(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.in(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
