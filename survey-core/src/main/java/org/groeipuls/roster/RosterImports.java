package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.groeipuls.roster.KeptImport.State;
import org.jspecify.annotations.Nullable;

/**
 * Lists of people beside the roster: those that HR saw and has not confirmed, and the roster of before the latest import,
 * with which that can be undone. Ordinary tables: whoever is erased by name is erased here too.
 */
public final class RosterImports implements Erasure {
    /** How many days an import can be undone. */
    public static final int UNDO_DAYS = 30;

    private static final int SHOWN_DAYS = 1;
    private static final int MOST_SHOWN = 8;
    private static final int ID_DAYS = 365;

    private final DataSource source;

    public RosterImports(DataSource source) {
        this.source = source;
    }

    /** One at a time changes the roster, on every node: what was compared is what is changed. */
    static void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select id from roster_order where id = 1 for update")) {
            lock.executeQuery().close();
        }
    }

    /** The import with this id, whatever became of it; for a year. */
    public Optional<KeptImport> find(String id) {
        return RosterTransactions.run(source, "import", connection -> Optional.ofNullable(find(connection, id)));
    }

    private static @Nullable KeptImport find(Connection connection, String id) throws SQLException {
        try (var select = connection.prepareStatement("select state, kept_on from roster_import where import_id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new KeptImport(id, State.valueOf(row.getString(1)), row.getObject(2, LocalDate.class))
                        : null;
            }
        }
    }

    /** Keeps a list that HR saw, so that exactly it can be applied; a few at a time, the latest ones. */
    public void show(String id, Collection<Person> people, LocalDate today) {
        RosterTransactions.run(source, "show", connection -> {
            lock(connection);
            var there = find(connection, id);
            if (there == null || there.state() != State.SHOWN) {
                dropAll(connection, shown(connection, MOST_SHOWN - 1));
                put(connection, id, State.SHOWN, today);
                new RosterRows(id).insert(connection, people);
            }
            return id;
        });
    }

    /** Those that were shown, but for so many of the latest ones. */
    private static List<String> shown(Connection connection, int spared) throws SQLException {
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

    private static void put(Connection connection, String id, State state, LocalDate day) throws SQLException {
        Compositions.run(connection, "delete from roster_import where import_id = ?", id);
        try (var insert = connection.prepareStatement("insert into roster_import (import_id, state, kept_on, number)"
                + " values (?, ?, ?, (select coalesce(max(number), 0) + 1 from roster_import))")) {
            insert.setString(1, id);
            insert.setString(2, state.name());
            insert.setObject(3, day);
            insert.executeUpdate();
        }
    }

    /** The list that is kept of an import: what it says when it was shown, the roster of before when it was applied. */
    public Roster listOf(String id) {
        return RosterTransactions.run(source, "list", connection -> new RosterRows(id).read(connection, null));
    }

    /** What the list that is kept of an import says of one person. */
    public Roster rowOf(String id, PersonId who) {
        return RosterTransactions.run(source, "row", connection -> new RosterRows(id).read(connection, who));
    }

    /** How large teams and units were before the import that can be undone. */
    public List<KeptSize> sizesBefore(String id) {
        return RosterTransactions.run(source, "sizes", connection -> {
            try (var select = connection.prepareStatement(
                    "select team, id, size, counted from roster_import_size where import_id = ?")) {
                select.setString(1, id);
                List<KeptSize> sizes = new ArrayList<>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        sizes.add(size(row));
                    }
                }
                return sizes;
            }
        });
    }

    private static KeptSize size(ResultSet row) throws SQLException {
        return new KeptSize(row.getBoolean("team"), row.getString("id"), row.getInt("size"), row.getBoolean("counted"));
    }

    /** The ids under which something is kept of a person. */
    public SortedSet<String> about(PersonId who) {
        return RosterTransactions.run(source, "kept", connection -> {
            var ids = new TreeSet<String>();
            for (var table : List.of("roster_import_person", "roster_import_lead", "roster_import_composition")) {
                try (var select =
                        connection.prepareStatement("select distinct import_id from " + table + " where subject = ?")) {
                    select.setString(1, who.subject());
                    try (var row = select.executeQuery()) {
                        while (row.next()) {
                            ids.add(row.getString(1));
                        }
                    }
                }
            }
            return ids;
        });
    }

    /**
     * Replaces everybody in a transaction of the caller's, and keeps the roster of before it instead of what was kept.
     *
     * @param state what the roster has to be, as {@link Roster#state()} says it
     * @throws ImportRefused when it is another by now
     * @return whoever can not come back by an undo any more
     */
    public SortedSet<PersonId> apply(
            Connection connection,
            String id,
            String state,
            Collection<Person> everybody,
            List<KeptSize> before,
            LocalDate today)
            throws SQLException {
        lock(connection);
        if (!RosterRows.NOW.read(connection, null).state().equals(state)) {
            throw ImportRefused.outdated();
        }
        var former = with(connection, "APPLIED");
        dropAll(connection, shown(connection, 0));
        put(connection, id, State.APPLIED, today);
        new RosterRows(id).copyFromRoster(connection);
        keep(connection, id, before);
        RosterRows.NOW.delete(connection, null);
        RosterRows.NOW.insert(connection, everybody);
        Compositions.forgetTheErased(connection);
        note(connection, id);
        return end(connection, former, State.REPLACED);
    }

    private static void keep(Connection connection, String id, List<KeptSize> sizes) throws SQLException {
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
    private static void note(Connection connection, String id) throws SQLException {
        Compositions.run(
                connection,
                "update roster_import set roster = ? where import_id = ?",
                RosterRows.NOW.read(connection, null).state(),
                id);
    }

    /**
     * What the roster will be when this import is undone.
     *
     * @throws ImportRefused when it cannot be undone
     */
    public Roster undone(String id, LocalDate today) {
        return RosterTransactions.run(source, "undone", connection -> {
            refuseUndo(connection, id, today);
            return new RosterRows(id).read(connection, null);
        });
    }

    /**
     * Makes the roster what it was before the latest import, in a transaction of the caller's.
     *
     * @throws ImportRefused when it cannot be undone
     */
    public void undo(Connection connection, String id, LocalDate today) throws SQLException {
        lock(connection);
        refuseUndo(connection, id, today);
        RosterRows.NOW.delete(connection, null);
        new RosterRows(id).copyToRoster(connection);
        Compositions.comeBack(connection, id);
        Compositions.forgetTheErased(connection);
        dropAll(connection, shown(connection, 0));
        drop(connection, id);
        Compositions.run(
                connection, "update roster_import set state = 'UNDONE', roster = null where import_id = ?", id);
    }

    private static void refuseUndo(Connection connection, String id, LocalDate today) throws SQLException {
        var kept = find(connection, id);
        if (kept == null || kept.state() == State.SHOWN || kept.state() == State.OUTDATED) {
            throw ImportRefused.neverApplied();
        }
        switch (kept.state()) {
            case REPLACED -> throw ImportRefused.notTheLatest();
            case UNDONE -> throw ImportRefused.undoneBefore();
            case EXPIRED -> throw ImportRefused.tooOld();
            case SHOWN, OUTDATED, APPLIED -> {
                if (today.isAfter(kept.day().plusDays(UNDO_DAYS))) {
                    throw ImportRefused.tooOld();
                }
            }
        }
        if (!asNoted(connection, id)) {
            throw ImportRefused.rosterMovedOn();
        }
    }

    private static boolean asNoted(Connection connection, String id) throws SQLException {
        try (var select = connection.prepareStatement("select roster from roster_import where import_id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next()
                        && RosterRows.NOW.read(connection, null).state().equals(row.getString(1));
            }
        }
    }

    /** A change in the transaction that is under way. */
    public interface Change {
        void make() throws SQLException;
    }

    /** Erases somebody; the latest import can be undone as before, without them. */
    public void erasing(Connection connection, Change change) throws SQLException {
        lock(connection);
        var latest = with(connection, "APPLIED");
        List<String> undoable = new ArrayList<>();
        for (var id : latest) {
            if (asNoted(connection, id)) {
                undoable.add(id);
            }
        }
        change.make();
        for (var id : undoable) {
            note(connection, id);
        }
    }

    private static List<String> with(Connection connection, String state) throws SQLException {
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

    /** Lists that were only shown name people whom nobody confirmed; all of them go. */
    @Override
    public void forget(Connection connection, PersonId who) throws SQLException {
        dropAll(connection, shown(connection, 0));
        for (var table : List.of("roster_import_person", "roster_import_lead", "roster_import_composition")) {
            Compositions.run(connection, "delete from " + table + " where subject = ?", who.subject());
        }
    }

    /**
     * Deletes what its time is over of, in a transaction of the caller's.
     *
     * @return whoever can not come back by an undo any more
     */
    public SortedSet<PersonId> deleteOld(Connection connection, LocalDate today) throws SQLException {
        lock(connection);
        List<String> old = new ArrayList<>();
        for (var id : shown(connection, 0)) {
            if (older(connection, id, today, SHOWN_DAYS)) {
                old.add(id);
            }
        }
        dropAll(connection, old);
        List<String> applied = new ArrayList<>();
        for (var id : with(connection, "APPLIED")) {
            if (older(connection, id, today, UNDO_DAYS)) {
                applied.add(id);
            }
        }
        var gone = end(connection, applied, State.EXPIRED);
        try (var delete = connection.prepareStatement("delete from roster_import where kept_on < ?")) {
            delete.setObject(1, today.minusDays(ID_DAYS));
            delete.executeUpdate();
        }
        Compositions.forgetTheErased(connection);
        return gone;
    }

    private static boolean older(Connection connection, String id, LocalDate today, int days) throws SQLException {
        var kept = find(connection, id);
        return kept != null && today.isAfter(kept.day().plusDays(days));
    }

    /** Ends that an import can be undone, and forgets who was in the roster before it. */
    private static SortedSet<PersonId> end(Connection connection, List<String> applied, State to) throws SQLException {
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

    private static void dropAll(Connection connection, List<String> shown) throws SQLException {
        for (var id : shown) {
            drop(connection, id);
            Compositions.run(connection, "update roster_import set state = 'OUTDATED' where import_id = ?", id);
        }
    }

    private static void drop(Connection connection, String id) throws SQLException {
        new RosterRows(id).delete(connection, null);
        for (var table : List.of("roster_import_composition", "roster_import_size")) {
            Compositions.run(connection, "delete from " + table + " where import_id = ?", id);
        }
    }
}
