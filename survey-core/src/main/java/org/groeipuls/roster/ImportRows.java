package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.roster.KeptImport.State;
import org.jspecify.annotations.Nullable;

/** The rows of imports, and what is kept with them, in a transaction of the caller's. */
final class ImportRows {
    private ImportRows() {}

    static @Nullable KeptImport find(Connection connection, String id) throws SQLException {
        try (var select = connection.prepareStatement("select state, kept_on from roster_import where import_id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new KeptImport(id, State.valueOf(row.getString(1)), row.getObject(2, LocalDate.class))
                        : null;
            }
        }
    }

    /** Those that were shown, but for so many of the latest ones. */
    static List<String> shown(Connection connection, int spared) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select import_id from roster_import where state = 'SHOWN' order by kept_on desc, number desc");
                var row = select.executeQuery()) {
            List<String> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids.subList(Math.min(spared, ids.size()), ids.size());
        }
    }

    static void put(Connection connection, String id, State state, LocalDate day) throws SQLException {
        Compositions.run(connection, "delete from roster_import where import_id = ?", id);
        try (var insert = connection.prepareStatement("insert into roster_import (import_id, state, kept_on, number)"
                + " values (?, ?, ?, (select coalesce(max(number), 0) + 1 from roster_import))")) {
            insert.setString(1, id);
            insert.setString(2, state.name());
            insert.setObject(3, day);
            insert.executeUpdate();
        }
    }

    static KeptSize size(ResultSet row) throws SQLException {
        return new KeptSize(row.getBoolean("team"), row.getString("id"), row.getInt("size"), row.getBoolean("counted"));
    }

    static void keep(Connection connection, String id, List<KeptSize> sizes) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into roster_import_size (import_id, team, id, size, counted) values (?, ?, ?, ?, ?)")) {
            for (var size : sizes) {
                insert.setString(1, id);
                insert.setBoolean(2, size.team());
                insert.setString(3, size.id());
                insert.setInt(4, size.size());
                insert.setBoolean(5, size.counted());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Notes what the roster is after an import, to see whether somebody changed it since. */
    static void note(Connection connection, String id) throws SQLException {
        Compositions.run(
                connection,
                "update roster_import set roster = ? where import_id = ?",
                RosterRows.NOW.read(connection, null).state(),
                id);
    }

    static boolean asNoted(Connection connection, String id) throws SQLException {
        try (var select = connection.prepareStatement("select roster from roster_import where import_id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next()
                        && RosterRows.NOW.read(connection, null).state().equals(row.getString(1));
            }
        }
    }

    static List<String> with(Connection connection, String state) throws SQLException {
        try (var select = connection.prepareStatement("select import_id from roster_import where state = ?")) {
            select.setString(1, state);
            List<String> ids = new ArrayList<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        }
    }

    static boolean older(Connection connection, String id, LocalDate today, int days) throws SQLException {
        var kept = find(connection, id);
        return kept != null && today.isAfter(kept.day().plusDays(days));
    }

    /** Ends that an import can be undone, and forgets who was in the roster before it. */
    static SortedSet<PersonId> end(Connection connection, List<String> applied, State to) throws SQLException {
        SortedSet<PersonId> gone = new TreeSet<>();
        for (var id : applied) {
            try (var select = connection.prepareStatement("select k.subject from roster_import_person k where"
                    + " k.import_id = ? and not exists (select 1 from roster_person p where p.subject = k.subject) and"
                    + " not exists (select 1 from roster_import_person o where o.subject = k.subject"
                    + " and o.import_id <> k.import_id)")) {
                select.setString(1, id);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        gone.add(new PersonId(row.getString(1)));
                    }
                }
            }
            drop(connection, id);
            Compositions.run(
                    connection, "update roster_import set state = ?, roster = null where import_id = ?", to.name(), id);
        }
        return gone;
    }

    static void dropAll(Connection connection, List<String> shown) throws SQLException {
        for (var id : shown) {
            drop(connection, id);
            Compositions.run(connection, "update roster_import set state = 'OUTDATED' where import_id = ?", id);
        }
    }

    static void drop(Connection connection, String id) throws SQLException {
        new RosterRows(id).delete(connection, null);
        for (var table : List.of("roster_import_composition", "roster_import_size")) {
            Compositions.run(connection, "delete from " + table + " where import_id = ?", id);
        }
    }
}
