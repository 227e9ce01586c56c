package org.groeipuls.ballot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Runs work in one transaction, again when it collided with another one. */
final class Transactions {
    // serialization failure, deadlock, duplicate key, lock timeout (H2, PostgreSQL), concurrent update (H2), and one
    // table made by two nodes at once (PostgreSQL then says that its type or its relation exists)
    private static final Set<String> COLLISIONS =
            Set.of("40001", "40P01", "23505", "HYT00", "55P03", "90131", "42710", "42P07");
    // table not found, by H2 and by PostgreSQL
    private static final Set<String> GONE = Set.of("42S02", "42S03", "42S04", "42P01");
    private static final int ATTEMPTS = 5;

    private Transactions() {}

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    static <T> T run(BoxDatabase database, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.connect()) {
                return once(connection, work);
            } catch (SQLException failed) {
                String state = String.valueOf(failed.getSQLState());
                if (GONE.contains(state)) {
                    throw new BoxGone(failed);
                }
                if (!COLLISIONS.contains(state) || attempt == ATTEMPTS) {
                    throw new BoxUnavailable("The box could not be read or written: check its database", failed);
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
