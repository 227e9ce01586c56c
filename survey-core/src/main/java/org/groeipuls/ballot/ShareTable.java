package org.groeipuls.ballot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the works council gave back of one box. */
record ShareTable(BoxSql sql) {

    /** Keeps what the works council gave back. */
    void write(Connection connection, CouncilShare share) throws SQLException {
        sql.update(connection, "INSERT INTO {share} (slot, rejected) VALUES (?, ?)", 0, share.rejected());
        try (PreparedStatement insert =
                sql.prepare(connection, "INSERT INTO {sheet} (ciphertext, group_id) VALUES (?, ?)")) {
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
    Optional<CouncilShare> read(Connection connection) throws SQLException {
        int rejected;
        try (PreparedStatement find = sql.prepare(connection, "SELECT rejected FROM {share}");
                ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            rejected = row.getInt(1);
        }
        TreeMap<String, List<byte[]>> groups = new TreeMap<>();
        try (PreparedStatement all = sql.prepare(connection, "SELECT ciphertext, group_id FROM {sheet}");
                ResultSet row = all.executeQuery()) {
            while (row.next()) {
                groups.computeIfAbsent(row.getString(2), any -> new ArrayList<>())
                        .add(row.getBytes(1));
            }
        }
        groups.values().forEach(sheets -> sheets.sort(Arrays::compareUnsigned));
        return Optional.of(new CouncilShare(groups, rejected));
    }
}
