package org.groeipuls.ballot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of one box, in SQL that H2 and PostgreSQL share. A ballot's row holds its mark, its sequence number
 * and its ciphertext, and nothing else: no time, no group, no number of its own.
 */
final class BoxTables {
    static final int GATES = 64;
    private static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE IF NOT EXISTS {terms} (pulse VARCHAR(80) PRIMARY KEY, opens_at VARCHAR(40) NOT NULL,"
                    + " operator_key VARCHAR(200) NOT NULL, council_key VARCHAR(200) NOT NULL,"
                    + " two_layers BOOLEAN NOT NULL, content VARCHAR(20) NOT NULL, forms INTEGER NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {form} (group_id VARCHAR(200) PRIMARY KEY, eligible INTEGER NOT NULL,"
                    + " items VARCHAR(10000) NOT NULL, ticket_key VARCHAR(600))",
            "CREATE TABLE IF NOT EXISTS {gate} (slot INTEGER PRIMARY KEY, closes_at VARCHAR(40) NOT NULL,"
                    + " key_print VARCHAR(64) NOT NULL, closed BOOLEAN NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {code} (hash BYTEA PRIMARY KEY, group_id VARCHAR(200) NOT NULL,"
                    + " lot VARCHAR(200) NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {ballot} (mark BYTEA PRIMARY KEY, sequence BIGINT NOT NULL,"
                    + " ciphertext BYTEA NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {sheet} (ciphertext BYTEA PRIMARY KEY, group_id VARCHAR(200) NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {share} (slot INTEGER PRIMARY KEY, rejected INTEGER NOT NULL)");

    private final BoxDatabase database;
    private final BoxSql sql;

    BoxTables(BoxDatabase database) {
        this.database = database;
        this.sql = new BoxSql(database);
    }

    TermsTable terms() {
        return new TermsTable(sql);
    }

    ShareTable share() {
        return new ShareTable(sql);
    }

    /**
     * What stands at a gate.
     *
     * @param closesAt first instant at which nothing passes any more
     * @param keyPrint fingerprint of the key to which this box's ballots are sealed
     * @param closed whether it is shut for good
     */
    record Gate(Instant closesAt, String keyPrint, boolean closed) {}

    /** One ballot as it lies in the box. */
    record Row(byte[] mark, long sequence, byte[] ciphertext) {
        @Override
        public String toString() {
            return "Row[not shown]";
        }
    }

    <T> T inTransaction(Transactions.Work<T> work) {
        return Transactions.run(database, work);
    }

    void awaitDurable() {
        database.awaitDurable();
    }

    void create() {
        // each statement on its own: two nodes may do this at once, and the one that collides tries again
        for (String definition : DEFINITIONS) {
            inTransaction(connection -> sql.update(connection, definition));
        }
    }

    /** Takes the gate that a mark leads to until the end of the transaction. */
    Gate pass(Connection connection, byte[] mark) throws SQLException {
        int slot = Byte.toUnsignedInt(mark[0]) % GATES;
        return gates(connection, " WHERE slot = ? FOR UPDATE", slot).getFirst();
    }

    /** What stands at the gates, without taking any: enough to know that they are shut, for that is for ever. */
    Gate look(Connection connection) throws SQLException {
        return gates(connection, " WHERE slot = ?", 0).getFirst();
    }

    /** Takes all gates until the end of the transaction: whoever passed one before has committed by then. */
    Gate passAll(Connection connection) throws SQLException {
        return gates(connection, " ORDER BY slot FOR UPDATE").getFirst();
    }

    void extend(Connection connection, Instant closesAt) throws SQLException {
        sql.update(connection, "UPDATE {gate} SET closes_at = ?", closesAt.toString());
    }

    void shut(Connection connection) throws SQLException {
        sql.update(connection, "UPDATE {gate} SET closed = TRUE");
    }

    private List<Gate> gates(Connection connection, String which, Object... values) throws SQLException {
        return gates(sql, connection, which, values);
    }

    static List<Gate> gates(BoxSql sql, Connection connection, String which, Object... values) throws SQLException {
        List<Gate> gates = new ArrayList<>();
        try (PreparedStatement find =
                        sql.prepare(connection, "SELECT closes_at, key_print, closed FROM {gate}" + which, values);
                ResultSet row = find.executeQuery()) {
            while (row.next()) {
                gates.add(new Gate(Instant.parse(row.getString(1)), row.getString(2), row.getBoolean(3)));
            }
        }
        return gates;
    }

    Optional<String> groupOf(Connection connection, byte[] codeHash) throws SQLException {
        try (PreparedStatement find = sql.prepare(connection, "SELECT group_id FROM {code} WHERE hash = ?", codeHash);
                ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Per hash of a code, in lower-case hex, its group. */
    Map<String, String> codes(Connection connection) throws SQLException {
        Map<String, String> codes = new LinkedHashMap<>();
        try (PreparedStatement all = sql.prepare(connection, "SELECT hash, group_id FROM {code}");
                ResultSet row = all.executeQuery()) {
            while (row.next()) {
                codes.put(HexFormat.of().formatHex(row.getBytes(1)), row.getString(2));
            }
        }
        return codes;
    }

    int forgetCodes(Connection connection, String lot) throws SQLException {
        return sql.update(connection, "DELETE FROM {code} WHERE lot = ?", lot);
    }

    void addCodes(Connection connection, String group, String lot, List<byte[]> hashes) throws SQLException {
        try (PreparedStatement insert =
                sql.prepare(connection, "INSERT INTO {code} (hash, group_id, lot) VALUES (?, ?, ?)")) {
            for (byte[] hash : hashes) {
                insert.setBytes(1, hash);
                insert.setString(2, group);
                insert.setString(3, lot);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Optional<Long> sequenceOf(Connection connection, byte[] mark) throws SQLException {
        try (PreparedStatement find = sql.prepare(connection, "SELECT sequence FROM {ballot} WHERE mark = ?", mark);
                ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    boolean holdsBallots(Connection connection) throws SQLException {
        try (PreparedStatement any = sql.prepare(connection, "SELECT 1 FROM {ballot} LIMIT 1");
                ResultSet row = any.executeQuery()) {
            return row.next();
        }
    }

    void insert(Connection connection, Row row) throws SQLException {
        sql.update(
                connection,
                "INSERT INTO {ballot} (mark, sequence, ciphertext) VALUES (?, ?, ?)",
                row.mark(),
                row.sequence(),
                row.ciphertext());
    }

    void replace(Connection connection, Row row) throws SQLException {
        sql.update(
                connection,
                "UPDATE {ballot} SET sequence = ?, ciphertext = ? WHERE mark = ?",
                row.sequence(),
                row.ciphertext(),
                row.mark());
    }

    List<Row> ballots(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement all = sql.prepare(connection, "SELECT mark, sequence, ciphertext FROM {ballot}")) {
            all.setFetchSize(500);
            try (ResultSet row = all.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getBytes(1), row.getLong(2), row.getBytes(3)));
                }
            }
        }
        return rows;
    }
}
