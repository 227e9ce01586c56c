package org.groeipuls.ballot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.ballot.BoxTerms.Content;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.jspecify.annotations.Nullable;

/** The terms of one box: written once, with its gates, in one transaction. */
record TermsTable(BoxSql sql) {
    void write(Connection connection, BoxTerms terms) throws SQLException {
        sql.update(
                connection,
                "INSERT INTO {terms} (pulse, opens_at, operator_key, council_key, two_layers, content, forms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                terms.pulse(),
                terms.opensAt().toString(),
                terms.keys().operatorBase64(),
                terms.keys().councilBase64(),
                terms.twoLayers(),
                terms.content().name(),
                terms.groups().size());
        for (Map.Entry<String, GroupTerms> group : terms.groups().entrySet()) {
            sql.update(
                    connection,
                    "INSERT INTO {form} (group_id, eligible, items, ticket_key) VALUES (?, ?, ?, ?)",
                    group.getKey(),
                    group.getValue().eligible(),
                    String.join("\n", group.getValue().items()),
                    ticketKey(group.getValue()));
        }
        for (int slot = 0; slot < BoxTables.GATES; slot++) {
            sql.update(
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
        try (PreparedStatement find = sql.prepare(
                        connection,
                        "SELECT pulse, opens_at, operator_key, council_key, two_layers, content, forms FROM {terms}");
                ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Map<String, GroupTerms> groups = forms(connection);
            List<BoxTables.Gate> gates = BoxTables.gates(sql, connection, "");
            if (groups.size() != row.getInt("forms") || gates.size() != BoxTables.GATES) {
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
                    row.getBoolean("two_layers"),
                    Content.valueOf(row.getString("content"))));
        }
    }

    private static @Nullable String ticketKey(GroupTerms group) {
        TicketKey key = group.ticketKey();
        return key == null ? null : key.base64();
    }

    private Map<String, GroupTerms> forms(Connection connection) throws SQLException {
        Map<String, GroupTerms> groups = new TreeMap<>();
        try (PreparedStatement all =
                        sql.prepare(connection, "SELECT group_id, eligible, items, ticket_key FROM {form}");
                ResultSet row = all.executeQuery()) {
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
}
