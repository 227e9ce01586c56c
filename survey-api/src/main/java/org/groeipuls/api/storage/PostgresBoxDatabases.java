package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.groeipuls.ballot.BoxDatabase;
import org.groeipuls.ballot.BoxDatabases;

/**
 * The boxes of all pulses in one PostgreSQL database of their own, best in a cluster of its own without archive or
 * replica: a set of tables per pulse, whose names end in a hash of the pulse's id.
 */
public final class PostgresBoxDatabases implements BoxDatabases {
    private static final List<String> SAFE = List.of("fsync", "synchronous_commit", "full_page_writes");
    /** Names the lock under which tables are dropped. */
    private static final long DROPPING = 0x626f786573L;

    /** Names the lock under which the place is given its identity. */
    private static final long FOUNDING = 0x706c616365L;

    private static final int ATTEMPTS = 5;
    private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String TERMS = "terms_";
    private final DataSource store;
    private final StoreSync sync = new PostgresSync();

    /**
     * @param store connections to the boxes' own database, in auto-commit mode; they should set {@code lock_timeout}
     * @throws IllegalStateException when the server may lose what it committed
     */
    public PostgresBoxDatabases(DataSource store) {
        this.store = store;
        ask(connection -> {
            for (String setting : SAFE) {
                requireOn(connection, setting);
            }
            return found(connection);
        });
    }

    private static void requireOn(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            // synchronous_commit has safe values besides "on"; "off" alone answers before the disk, "local" does not
            if (!row.next() || "off".equals(row.getString(1))) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + " = off and may lose answers that"
                        + " it acknowledged: set it to on");
            }
        }
    }

    @Override
    public BoxDatabase open(String pulse) {
        return new Tables(PulseHash.of(pulse));
    }

    @Override
    public Optional<BoxDatabase> find(String pulse) {
        String suffix = PulseHash.of(pulse);
        return tables(TERMS + suffix).isEmpty() ? Optional.empty() : Optional.of(new Tables(suffix));
    }

    @Override
    public Set<String> left(Set<String> pulses) {
        Set<String> suffixes = tables("%").stream()
                .map(table -> table.substring(table.lastIndexOf('_') + 1))
                .collect(Collectors.toSet());
        return pulses.stream()
                .filter(pulse -> suffixes.contains(PulseHash.of(pulse)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String identity() {
        return ask(PostgresBoxDatabases::identity);
    }

    private static String identity(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT identity FROM box_place")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String found(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + FOUNDING + ")");
            statement.execute("CREATE TABLE IF NOT EXISTS box_place (identity VARCHAR(64) PRIMARY KEY)");
            statement.execute("INSERT INTO box_place SELECT '" + UUID.randomUUID()
                    + "' WHERE NOT EXISTS (SELECT 1 FROM box_place)");
            connection.commit();
            return identity(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private List<String> tables(String pattern) {
        return ask(connection -> tables(connection, pattern));
    }

    private static List<String> tables(Connection connection, String pattern) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement find = connection.prepareStatement("SELECT tablename FROM pg_catalog.pg_tables"
                + " WHERE schemaname = current_schema() AND tablename LIKE ? ORDER BY tablename")) {
            find.setString(1, pattern.replace("_", "\\_"));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }

    @Override
    public void drop(String pulse) {
        var pattern = "%_" + PulseHash.of(pulse);
        for (int left = ATTEMPTS; !tables(pattern).isEmpty(); left--) {
            try {
                dropNow(pattern);
            } catch (IllegalStateException failed) {
                // whoever still reads them on another node may be in the way, and is not for long
                if (left <= 1) {
                    throw failed;
                }
                LockSupport.parkNanos(APART_NANOS);
            }
        }
    }

    private void dropNow(String pattern) {
        ask(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // nodes that drop the same at once would refuse each other: one after the other, and the next finds
                // nothing
                statement.execute("select pg_advisory_xact_lock(" + DROPPING + ")");
                var tables = tables(connection, pattern);
                if (!tables.isEmpty()) {
                    statement.execute("DROP TABLE IF EXISTS " + String.join(", ", tables));
                }
                connection.commit();
                return tables;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = store.getConnection()) {
            return question.to(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database of the boxes does not answer: check that it runs", failed);
        }
    }

    private interface Question<T> {
        T to(Connection connection) throws SQLException;
    }

    private final class Tables implements BoxDatabase {
        private final String suffix;

        private Tables(String suffix) {
            this.suffix = suffix;
        }

        @Override
        public Connection connect() throws SQLException {
            return store.getConnection();
        }

        @Override
        public String table(String name) {
            return name + "_" + suffix;
        }

        @Override
        public void awaitDurable() {
            sync.awaitDurable();
        }
    }
}
