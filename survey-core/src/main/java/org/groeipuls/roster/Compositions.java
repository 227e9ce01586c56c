package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;

/**
 * Who was in each group at its last pulse: of whoever is not in the roster any more only their number stays. Those of a
 * pulse that closed stand beside those of the last counted one until it is counted too, because a pulse that is cancelled
 * after its close tells nobody how many came and went before it.
 */
final class Compositions {
    private static final String GONE = " where not exists (select 1 from roster_person p where p.subject = c.subject)";

    /** What awaits no count. */
    private static final String COUNTED = "";

    private static final List<String> TABLES =
            List.of("roster_composition", "roster_composition_gone", "roster_import_composition");

    private Compositions() {}

    /** Keeps those whom a pulse asks until it is counted or cancelled. */
    static void keep(Connection connection, PulseId pulse) throws SQLException {
        run(
                connection,
                "insert into roster_composition (grp, subject, awaits)"
                        + " select grp, subject, pulse from roster_invitation where pulse = ? order by grp, subject",
                pulse.value());
    }

    /** Those whom a counted pulse asked take the places of those who were in its groups before. */
    static void counted(Connection connection, PulseId pulse) throws SQLException {
        for (var table : TABLES) {
            run(
                    connection,
                    "delete from " + table + " where awaits = '' and grp in (select grp from roster_composition"
                            + " where awaits = ? union select grp from roster_composition_gone where awaits = ?)",
                    pulse.value(),
                    pulse.value());
        }
        for (var table : TABLES) {
            run(connection, "update " + table + " set awaits = '' where awaits = ?", pulse.value());
        }
    }

    /** Those whom a pulse asked that was never counted. */
    static void forget(Connection connection, PulseId pulse) throws SQLException {
        for (var table : TABLES) {
            run(connection, "delete from " + table + " where awaits = ?", pulse.value());
        }
    }

    /** The pulses that closed and of which nobody said yet that they were counted or cancelled. */
    static Set<PulseId> awaiting(Connection connection) throws SQLException {
        Set<PulseId> pulses = new TreeSet<>();
        try (var select = connection.prepareStatement("select awaits from roster_composition where awaits <> ''"
                        + " union select awaits from roster_composition_gone where awaits <> ''");
                var row = select.executeQuery()) {
            while (row.next()) {
                pulses.add(new PulseId(row.getString(1)));
            }
        }
        return pulses;
    }

    static SortedSet<GroupId> groupsOf(Connection connection, PersonId who) throws SQLException {
        try (var select =
                connection.prepareStatement("select distinct grp from roster_composition where subject = ?")) {
            select.setString(1, who.subject());
            var groups = new TreeSet<GroupId>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    groups.add(new GroupId(row.getString(1)));
                }
            }
            return groups;
        }
    }

    /**
     * Who was in each group at the last of these pulses that asked it, as long as their lists are kept, and else at the
     * last pulse that was counted.
     *
     * @param issued in the order in which they open
     */
    static Map<GroupId, Composition> latest(Connection connection, List<PulseId> issued) throws SQLException {
        var closed = closed(connection);
        var invited = invited(connection);
        Map<GroupId, Composition> latest = new HashMap<>(closed.getOrDefault(COUNTED, Map.of()));
        for (var pulse : issued) {
            latest.putAll(closed.getOrDefault(pulse.value(), Map.of()));
            invited.getOrDefault(pulse.value(), Map.of())
                    .forEach((group, people) -> latest.put(group, new Composition(people, 0)));
        }
        return latest;
    }

    private static Map<String, Map<GroupId, Composition>> closed(Connection connection) throws SQLException {
        var people = people(connection, "select awaits, grp, subject from roster_composition");
        Map<String, Map<GroupId, Composition>> closed = new HashMap<>();
        people.forEach((pulse, groups) -> groups.forEach((group, members) ->
                closed.computeIfAbsent(pulse, any -> new HashMap<>()).put(group, new Composition(members, 0))));
        try (var counts = connection.prepareStatement("select awaits, grp, gone from roster_composition_gone");
                var count = counts.executeQuery()) {
            while (count.next()) {
                var groups = closed.computeIfAbsent(count.getString(1), any -> new HashMap<>());
                var group = new GroupId(count.getString(2));
                var known = groups.getOrDefault(group, new Composition(Set.of(), 0));
                groups.put(group, new Composition(known.people(), count.getInt(3)));
            }
        }
        return closed;
    }

    private static Map<String, Map<GroupId, Set<PersonId>>> invited(Connection connection) throws SQLException {
        return people(connection, "select pulse, grp, subject from roster_invitation");
    }

    private static Map<String, Map<GroupId, Set<PersonId>>> people(Connection connection, String sql)
            throws SQLException {
        Map<String, Map<GroupId, Set<PersonId>>> people = new HashMap<>();
        try (var members = connection.prepareStatement(sql);
                var member = members.executeQuery()) {
            while (member.next()) {
                people.computeIfAbsent(member.getString(1), pulse -> new HashMap<>())
                        .computeIfAbsent(new GroupId(member.getString(2)), group -> new HashSet<>())
                        .add(new PersonId(member.getString(3)));
            }
        }
        return people;
    }

    /** Whoever can still come back by an undo is noted in what is kept for it. */
    static void forgetTheErased(Connection connection) throws SQLException {
        run(
                connection,
                "insert into roster_import_composition (import_id, grp, subject, awaits)"
                        + " select k.import_id, c.grp, c.subject, c.awaits from roster_composition c"
                        + " join roster_import_person k on k.subject = c.subject"
                        + " join roster_import i on i.import_id = k.import_id and i.state = 'APPLIED'" + GONE);
        count(connection);
        run(
                connection,
                "delete from roster_composition where not exists"
                        + " (select 1 from roster_person p where p.subject = roster_composition.subject)");
        run(
                connection,
                "delete from roster_group_lead where not exists"
                        + " (select 1 from roster_person p where p.subject = roster_group_lead.subject) and not exists"
                        + " (select 1 from roster_lead l where l.subject = roster_group_lead.subject)");
    }

    private static void count(Connection connection) throws SQLException {
        List<Gone> gone = new ArrayList<>();
        try (var count = connection.prepareStatement("select c.grp, c.awaits, count(*) from roster_composition c" + GONE
                        + " group by c.grp, c.awaits");
                var row = count.executeQuery()) {
            while (row.next()) {
                gone.add(new Gone(row.getString(1), row.getString(2), row.getInt(3)));
            }
        }
        for (var one : gone) {
            try (var more = connection.prepareStatement(
                            "update roster_composition_gone set gone = gone + ? where grp = ? and awaits = ?");
                    var first = connection.prepareStatement(
                            "insert into roster_composition_gone (gone, grp, awaits) values (?, ?, ?)")) {
                if (one.fill(more).executeUpdate() == 0) {
                    one.fill(first).executeUpdate();
                }
            }
        }
    }

    /** So many were erased of a group. */
    private record Gone(String group, String awaits, int people) {
        PreparedStatement fill(PreparedStatement statement) throws SQLException {
            statement.setInt(1, people);
            statement.setString(2, group);
            statement.setString(3, awaits);
            return statement;
        }
    }

    /** Whoever an import erased is in their last groups again, and not counted as gone. */
    static void comeBack(Connection connection, String imported) throws SQLException {
        run(
                connection,
                "insert into roster_composition (grp, subject, awaits) select grp, subject, awaits"
                        + " from roster_import_composition where import_id = ? order by grp, subject",
                imported);
        run(
                connection,
                "update roster_composition_gone set gone = gone - (select count(*) from roster_import_composition k"
                        + " where k.import_id = ? and k.grp = roster_composition_gone.grp"
                        + " and k.awaits = roster_composition_gone.awaits)",
                imported);
        run(connection, "delete from roster_composition_gone where gone <= 0");
    }

    static void run(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
