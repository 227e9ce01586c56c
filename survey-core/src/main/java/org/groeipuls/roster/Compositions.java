package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;

/** Who was in each group at its last pulse: of whoever is not in the roster any more only their number stays. */
final class Compositions {
    private static final String GONE = " where not exists (select 1 from roster_person p where p.subject = c.subject)";

    private Compositions() {}

    /** Those whom a pulse asks take the places of those who were in its groups before. */
    static void keep(Connection connection, PulseId pulse) throws SQLException {
        var groups = "select distinct grp from roster_invitation where pulse = ?";
        for (var sql : List.of(
                "delete from roster_composition where grp in (" + groups + ")",
                "delete from roster_composition_gone where grp in (" + groups + ")",
                "delete from roster_import_composition where grp in (" + groups + ")",
                "insert into roster_composition (grp, subject)"
                        + " select grp, subject from roster_invitation where pulse = ? order by grp, subject")) {
            run(connection, sql, pulse.value());
        }
    }

    static SortedSet<GroupId> groupsOf(Connection connection, PersonId who) throws SQLException {
        try (var select = connection.prepareStatement("select grp from roster_composition where subject = ?")) {
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

    static Map<GroupId, Composition> all(Connection connection) throws SQLException {
        Map<GroupId, Set<PersonId>> people = new HashMap<>();
        Map<GroupId, Integer> gone = new HashMap<>();
        try (var members = connection.prepareStatement("select grp, subject from roster_composition");
                var counts = connection.prepareStatement("select grp, gone from roster_composition_gone");
                var member = members.executeQuery();
                var count = counts.executeQuery()) {
            while (member.next()) {
                people.computeIfAbsent(new GroupId(member.getString(1)), group -> new HashSet<>())
                        .add(new PersonId(member.getString(2)));
            }
            while (count.next()) {
                gone.put(new GroupId(count.getString(1)), count.getInt(2));
            }
        }
        Map<GroupId, Composition> compositions = new HashMap<>();
        gone.forEach((group, number) -> compositions.put(group, new Composition(Set.of(), number)));
        people.forEach(
                (group, members) -> compositions.put(group, new Composition(members, gone.getOrDefault(group, 0))));
        return compositions;
    }

    /** Whoever can still come back by an undo is noted in what is kept for it. */
    static void forgetTheErased(Connection connection) throws SQLException {
        run(
                connection,
                "insert into roster_import_composition (import_id, grp, subject)"
                        + " select k.import_id, c.grp, c.subject from roster_composition c"
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
        Map<String, Integer> gone = new HashMap<>();
        try (var count = connection.prepareStatement(
                        "select c.grp, count(*) from roster_composition c" + GONE + " group by c.grp");
                var row = count.executeQuery()) {
            while (row.next()) {
                gone.put(row.getString(1), row.getInt(2));
            }
        }
        for (var group : gone.entrySet()) {
            try (var more = connection.prepareStatement(
                            "update roster_composition_gone set gone = gone + ? where grp = ?");
                    var first = connection.prepareStatement(
                            "insert into roster_composition_gone (gone, grp) values (?, ?)")) {
                more.setInt(1, group.getValue());
                more.setString(2, group.getKey());
                if (more.executeUpdate() == 0) {
                    first.setInt(1, group.getValue());
                    first.setString(2, group.getKey());
                    first.executeUpdate();
                }
            }
        }
    }

    /** Whoever an import erased is in their last groups again, and not counted as gone. */
    static void comeBack(Connection connection, String imported) throws SQLException {
        run(
                connection,
                "insert into roster_composition (grp, subject) select grp, subject"
                        + " from roster_import_composition where import_id = ? order by grp, subject",
                imported);
        run(
                connection,
                "update roster_composition_gone set gone = gone - (select count(*) from roster_import_composition k"
                        + " where k.import_id = ? and k.grp = roster_composition_gone.grp)",
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
