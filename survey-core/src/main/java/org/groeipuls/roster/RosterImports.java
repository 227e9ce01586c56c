package org.groeipuls.roster;

import java.sql.Connection;
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
        return RosterTransactions.run(
                source, "import", connection -> Optional.ofNullable(ImportRows.find(connection, id)));
    }

    /** Keeps a list that HR saw, so that exactly it can be applied; a few at a time, the latest ones. */
    public void show(String id, Collection<Person> people, LocalDate today) {
        RosterTransactions.run(source, "show", connection -> {
            lock(connection);
            var there = ImportRows.find(connection, id);
            if (there == null || there.state() != State.SHOWN) {
                ImportRows.dropAll(connection, ImportRows.shown(connection, MOST_SHOWN - 1));
                ImportRows.put(connection, id, State.SHOWN, today);
                new RosterRows(id).insert(connection, people);
            }
            return id;
        });
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
                        sizes.add(ImportRows.size(row));
                    }
                }
                return sizes;
            }
        });
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
        var former = ImportRows.with(connection, "APPLIED");
        ImportRows.dropAll(connection, ImportRows.shown(connection, 0));
        ImportRows.put(connection, id, State.APPLIED, today);
        new RosterRows(id).copyFromRoster(connection);
        ImportRows.keep(connection, id, before);
        RosterRows.NOW.delete(connection, null);
        RosterRows.NOW.insert(connection, everybody);
        Compositions.forgetTheErased(connection);
        ImportRows.note(connection, id);
        return ImportRows.end(connection, former, State.REPLACED);
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
        ImportRows.dropAll(connection, ImportRows.shown(connection, 0));
        ImportRows.drop(connection, id);
        Compositions.run(
                connection, "update roster_import set state = 'UNDONE', roster = null where import_id = ?", id);
    }

    /** The import that can be undone on a day; empty when none can. */
    public Optional<KeptImport> undoable(LocalDate today) {
        return RosterTransactions.run(source, "undoable", connection -> {
            for (var id : ImportRows.with(connection, "APPLIED")) {
                if (hindrance(connection, id, today) == null) {
                    return Optional.ofNullable(ImportRows.find(connection, id));
                }
            }
            return Optional.empty();
        });
    }

    private static void refuseUndo(Connection connection, String id, LocalDate today) throws SQLException {
        var hindrance = hindrance(connection, id, today);
        if (hindrance != null) {
            throw hindrance;
        }
    }

    private static @Nullable ImportRefused hindrance(Connection connection, String id, LocalDate today)
            throws SQLException {
        var kept = ImportRows.find(connection, id);
        if (kept == null) {
            return ImportRefused.neverApplied();
        }
        return switch (kept.state()) {
            case SHOWN, OUTDATED -> ImportRefused.neverApplied();
            case REPLACED -> ImportRefused.notTheLatest();
            case UNDONE -> ImportRefused.undoneBefore();
            case EXPIRED -> ImportRefused.tooOld();
            case APPLIED -> {
                if (today.isAfter(kept.day().plusDays(UNDO_DAYS))) {
                    yield ImportRefused.tooOld();
                }
                yield ImportRows.asNoted(connection, id) ? null : ImportRefused.rosterMovedOn();
            }
        };
    }

    /** A change in the transaction that is under way. */
    public interface Change {
        void make() throws SQLException;
    }

    /** Erases somebody; the latest import can be undone as before, without them. */
    public void erasing(Connection connection, Change change) throws SQLException {
        lock(connection);
        var latest = ImportRows.with(connection, "APPLIED");
        List<String> undoable = new ArrayList<>();
        for (var id : latest) {
            if (ImportRows.asNoted(connection, id)) {
                undoable.add(id);
            }
        }
        change.make();
        for (var id : undoable) {
            ImportRows.note(connection, id);
        }
    }

    /** Lists that were only shown name people whom nobody confirmed; all of them go. */
    @Override
    public void forget(Connection connection, PersonId who) throws SQLException {
        ImportRows.dropAll(connection, ImportRows.shown(connection, 0));
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
        for (var id : ImportRows.shown(connection, 0)) {
            if (ImportRows.older(connection, id, today, SHOWN_DAYS)) {
                old.add(id);
            }
        }
        ImportRows.dropAll(connection, old);
        List<String> applied = new ArrayList<>();
        for (var id : ImportRows.with(connection, "APPLIED")) {
            if (ImportRows.older(connection, id, today, UNDO_DAYS)) {
                applied.add(id);
            }
        }
        var gone = ImportRows.end(connection, applied, State.EXPIRED);
        try (var delete = connection.prepareStatement("delete from roster_import where kept_on < ?")) {
            delete.setObject(1, today.minusDays(ID_DAYS));
            delete.executeUpdate();
        }
        Compositions.forgetTheErased(connection);
        return gone;
    }
}
