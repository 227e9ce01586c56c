package org.groeipuls.ballot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one box, in SQL that H2 and PostgreSQL share. A ballot's row holds its mark, its sequence number
 * and its ciphertext, and nothing else: no time, no group, no number of its own.
 */
final class BoxTables {
    static final int GATES = 64;
    private static final List<String> NAMES = List.of("terms", "form", "gate", "code", "ballot", "sheet", "share");
    private static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE IF NOT EXISTS {terms} (pulse VARCHAR(80) PRIMARY KEY, opens_at VARCHAR(40) NOT NULL,"
                    + " operator_key VARCHAR(200) NOT NULL, council_key VARCHAR(200) NOT NULL,"
                    + " two_layers BOOLEAN NOT NULL, forms INTEGER NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {form} (group_id VARCHAR(200) PRIMARY KEY, eligible INTEGER NOT NULL,"
                    + " items VARCHAR(10000) NOT NULL, ticket_key VARCHAR(600))",
            "CREATE TABLE IF NOT EXISTS {gate} (slot INTEGER PRIMARY KEY, closes_at VARCHAR(40) NOT NULL,"
                    + " key_print VARCHAR(64) NOT NULL, closed BOOLEAN NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {code} (hash BYTEA PRIMARY KEY, group_id VARCHAR(200) NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {ballot} (mark BYTEA PRIMARY KEY, sequence BIGINT NOT NULL,"
                    + " ciphertext BYTEA NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {sheet} (ciphertext BYTEA PRIMARY KEY, group_id VARCHAR(200) NOT NULL)",
            "CREATE TABLE IF NOT EXISTS {share} (slot INTEGER PRIMARY KEY, rejected INTEGER NOT NULL)");

    private final BoxDatabase database;

    BoxTables(BoxDatabase database) {
        this.database = database;
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
            inTransaction(connection -> update(connection, definition));
        }
    }

    void write(Connection connection, BoxTerms terms) throws SQLException {
        update(
                connection,
                "INSERT INTO {terms} (pulse, opens_at, operator_key, council_key, two_layers, forms)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                terms.pulse(),
                terms.opensAt().toString(),
                terms.keys().operatorBase64(),
                terms.keys().councilBase64(),
                terms.twoLayers(),
                terms.groups().size());
        for (Map.Entry<String, GroupTerms> group : terms.groups().entrySet()) {
            update(
                    connection,
                    "INSERT INTO {form} (group_id, eligible, items, ticket_key) VALUES (?, ?, ?, ?)",
                    group.getKey(),
                    group.getValue().eligible(),
                    String.join("\n", group.getValue().items()),
                    ticketKey(group.getValue()));
        }
        for (int slot = 0; slot < GATES; slot++) {
            update(
                    connection,
                    "INSERT INTO {gate} (slot, closes_at, key_print, closed) VALUES (?, ?, ?, ?)",
                    slot,
                    terms.closesAt().toString(),
                    PublicKeys.fingerprint(terms.keys().operator()),
                    false);
        }
    }

    /**
     * The terms of this box, empty when its making was cut short.
     *
     * @throws IllegalStateException when a part of what was written in one transaction is missing
     */
    Optional<BoxTerms> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql(
                        "SELECT pulse, opens_at, operator_key, council_key, two_layers," + " forms FROM {terms}"))) {
            if (!row.next()) {
                return Optional.empty();
            }
            Map<String, GroupTerms> groups = forms(connection);
            List<Gate> gates = gates(connection, "");
            if (groups.size() != row.getInt("forms") || gates.size() != GATES) {
                throw new IllegalStateException("The box of pulse " + row.getString("pulse") + " is torn: it has "
                        + groups.size() + " forms and " + gates.size() + " gates. Put its database back or cancel"
                        + " the pulse");
            }
            return Optional.of(new BoxTerms(
                    row.getString("pulse"),
                    Instant.parse(row.getString("opens_at")),
                    gates.getFirst().closesAt(),
                    groups,
                    PublicKeys.ofBase64(row.getString("operator_key"), row.getString("council_key")),
                    row.getBoolean("two_layers")));
        }
    }

    private static @Nullable String ticketKey(GroupTerms group) {
        TicketKey key = group.ticketKey();
        return key == null ? null : key.base64();
    }

    private Map<String, GroupTerms> forms(Connection connection) throws SQLException {
        Map<String, GroupTerms> groups = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(sql("SELECT group_id, eligible, items, ticket_key FROM {form}"))) {
            while (row.next()) {
                String items = row.getString("items");
                List<String> form = items.isEmpty() ? List.of() : List.of(items.split("\n"));
                String key = row.getString("ticket_key");
                groups.put(
                        row.getString("group_id"),
                        new GroupTerms(form, row.getInt("eligible"), key == null ? null : TicketKey.ofBase64(key)));
            }
        }
        return groups;
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
        update(connection, "UPDATE {gate} SET closes_at = ?", closesAt.toString());
    }

    void shut(Connection connection) throws SQLException {
        update(connection, "UPDATE {gate} SET closed = TRUE");
    }

    private List<Gate> gates(Connection connection, String which, Object... values) throws SQLException {
        List<Gate> gates = new ArrayList<>();
        try (PreparedStatement find =
                        prepare(connection, "SELECT closes_at, key_print, closed FROM {gate}" + which, values);
                ResultSet row = find.executeQuery()) {
            while (row.next()) {
                gates.add(new Gate(Instant.parse(row.getString(1)), row.getString(2), row.getBoolean(3)));
            }
        }
        return gates;
    }

    Optional<String> groupOf(Connection connection, byte[] codeHash) throws SQLException {
        try (PreparedStatement find = prepare(connection, "SELECT group_id FROM {code} WHERE hash = ?", codeHash);
                ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Per hash of a code, in lower-case hex, its group. */
    Map<String, String> codes(Connection connection) throws SQLException {
        Map<String, String> codes = new LinkedHashMap<>();
        try (PreparedStatement all = prepare(connection, "SELECT hash, group_id FROM {code}");
                ResultSet row = all.executeQuery()) {
            while (row.next()) {
                codes.put(HexFormat.of().formatHex(row.getBytes(1)), row.getString(2));
            }
        }
        return codes;
    }

    int forgetCodes(Connection connection, String group) throws SQLException {
        return update(connection, "DELETE FROM {code} WHERE group_id = ?", group);
    }

    void addCodes(Connection connection, String group, List<byte[]> hashes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(sql("INSERT INTO {code} (hash, group_id) VALUES (?, ?)"))) {
            for (byte[] hash : hashes) {
                insert.setBytes(1, hash);
                insert.setString(2, group);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Optional<Long> sequenceOf(Connection connection, byte[] mark) throws SQLException {
        try (PreparedStatement find = prepare(connection, "SELECT sequence FROM {ballot} WHERE mark = ?", mark);
                ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    boolean holdsBallots(Connection connection) throws SQLException {
        try (PreparedStatement any = prepare(connection, "SELECT 1 FROM {ballot} LIMIT 1");
                ResultSet row = any.executeQuery()) {
            return row.next();
        }
    }

    void insert(Connection connection, Row row) throws SQLException {
        update(
                connection,
                "INSERT INTO {ballot} (mark, sequence, ciphertext) VALUES (?, ?, ?)",
                row.mark(),
                row.sequence(),
                row.ciphertext());
    }

    void replace(Connection connection, Row row) throws SQLException {
        update(
                connection,
                "UPDATE {ballot} SET sequence = ?, ciphertext = ? WHERE mark = ?",
                row.sequence(),
                row.ciphertext(),
                row.mark());
    }

    List<Row> ballots(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement all = prepare(connection, "SELECT mark, sequence, ciphertext FROM {ballot}")) {
            all.setFetchSize(500);
            try (ResultSet row = all.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getBytes(1), row.getLong(2), row.getBytes(3)));
                }
            }
        }
        return rows;
    }

    /** Keeps what the works council gave back. */
    void write(Connection connection, CouncilShare share) throws SQLException {
        update(connection, "INSERT INTO {share} (slot, rejected) VALUES (?, ?)", 0, share.rejected());
        try (PreparedStatement insert =
                connection.prepareStatement(sql("INSERT INTO {sheet} (ciphertext, group_id) VALUES (?, ?)"))) {
            for (Map.Entry<String, List<byte[]>> group : share.groups().entrySet()) {
                for (byte[] sheet : group.getValue()) {
                    insert.setBytes(1, sheet);
                    insert.setString(2, group.getKey());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** What the works council gave back, its sheets sorted by their bytes; empty as long as it did not. */
    Optional<CouncilShare> share(Connection connection) throws SQLException {
        int rejected;
        try (PreparedStatement find = prepare(connection, "SELECT rejected FROM {share}");
                ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            rejected = row.getInt(1);
        }
        TreeMap<String, List<byte[]>> groups = new TreeMap<>();
        try (PreparedStatement all = prepare(connection, "SELECT ciphertext, group_id FROM {sheet}");
                ResultSet row = all.executeQuery()) {
            while (row.next()) {
                groups.computeIfAbsent(row.getString(2), any -> new ArrayList<>())
                        .add(row.getBytes(1));
            }
        }
        groups.values().forEach(sheets -> sheets.sort(Arrays::compareUnsigned));
        return Optional.of(new CouncilShare(groups, rejected));
    }

    private int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
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
