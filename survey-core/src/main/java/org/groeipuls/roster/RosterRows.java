package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.roster.Person.Role;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * The rows of people and of who leads what: those of the roster, or those of a list that is kept beside it. Whoever leads
 * a team is a lead, whatever their row says.
 *
 * @param list the import whose list it is; null for the roster
 */
record RosterRows(@Nullable String list) {
    static final RosterRows NOW = new RosterRows(null);
    private static final int BATCH = 1_000;
    private static final String COLUMNS = "subject, name, address, language, role, team";

    private String person() {
        return list == null ? "roster_person" : "roster_import_person";
    }

    private String lead() {
        return list == null ? "roster_lead" : "roster_import_lead";
    }

    /** @param who only this person; null for everybody */
    Roster read(Connection connection, @Nullable PersonId who) throws SQLException {
        var led = new TreeMap<String, SortedSet<TeamId>>();
        try (var select = select(connection, "subject, team", lead(), who);
                var row = select.executeQuery()) {
            while (row.next()) {
                led.computeIfAbsent(row.getString("subject"), subject -> new TreeSet<>())
                        .add(new TeamId(row.getString("team")));
            }
        }
        List<Person> people = new ArrayList<>();
        try (var select = select(connection, COLUMNS, person(), who);
                var row = select.executeQuery()) {
            while (row.next()) {
                people.add(person(row, led.getOrDefault(row.getString("subject"), new TreeSet<>())));
            }
        }
        return new Roster(people, led);
    }

    private PreparedStatement select(Connection connection, String columns, String table, @Nullable PersonId who)
            throws SQLException {
        var statement = connection.prepareStatement("select " + columns + " from " + table
                + (list == null ? " where 1 = 1" : " where import_id = ?")
                + (who == null ? "" : " and subject = ?"));
        int next = 1;
        if (list != null) {
            statement.setString(next++, list);
        }
        if (who != null) {
            statement.setString(next, who.subject());
        }
        return statement;
    }

    private static Person person(ResultSet row, SortedSet<TeamId> led) throws SQLException {
        var team = row.getString("team");
        boolean lead = !led.isEmpty() || team == null;
        return new Person(
                new PersonId(row.getString("subject")),
                row.getString("name"),
                row.getString("address"),
                row.getString("language"),
                lead ? Role.LEAD : Role.EMPLOYEE,
                lead ? led : new TreeSet<>(List.of(new TeamId(team))));
    }

    /** @param who only this person; null for everybody */
    void delete(Connection connection, @Nullable PersonId who) throws SQLException {
        for (var table : List.of(person(), lead())) {
            try (var delete = connection.prepareStatement("delete from " + table
                    + (list == null ? " where 1 = 1" : " where import_id = ?")
                    + (who == null ? "" : " and subject = ?"))) {
                int next = 1;
                if (list != null) {
                    delete.setString(next++, list);
                }
                if (who != null) {
                    delete.setString(next, who.subject());
                }
                delete.executeUpdate();
            }
        }
    }

    void insert(Connection connection, Collection<Person> everybody) throws SQLException {
        var before = list == null ? "" : "import_id, ";
        var mark = list == null ? "" : "?, ";
        try (var person = connection.prepareStatement("insert into " + person() + " (" + before + COLUMNS + ") values ("
                        + mark + "?, ?, ?, ?, ?, ?)");
                var lead = connection.prepareStatement(
                        "insert into " + lead() + " (" + before + "team, subject) values (" + mark + "?, ?)")) {
            int waiting = 0;
            for (var each :
                    everybody.stream().sorted(Comparator.comparing(Person::id)).toList()) {
                add(person, each);
                if (each.lead()) {
                    for (var team : each.teams()) {
                        set(lead, team.value(), each.id().subject());
                    }
                }
                if (++waiting % BATCH == 0) {
                    person.executeBatch();
                    lead.executeBatch();
                }
            }
            person.executeBatch();
            lead.executeBatch();
        }
    }

    private void add(PreparedStatement person, Person each) throws SQLException {
        var team = each.lead() ? null : each.teams().first().value();
        set(
                person,
                each.id().subject(),
                each.name(),
                each.address(),
                each.language(),
                each.role().name(),
                team);
    }

    private void set(PreparedStatement statement, @Nullable String... values) throws SQLException {
        int next = 1;
        if (list != null) {
            statement.setString(next++, list);
        }
        for (var value : values) {
            statement.setString(next++, value);
        }
        statement.addBatch();
    }

    /** Puts a copy of the roster's rows into the list; both keep theirs as they stand, byte for byte. */
    void copyFromRoster(Connection connection) throws SQLException {
        copy(
                connection,
                "insert into roster_import_person (import_id, " + COLUMNS + ") select ?, " + COLUMNS
                        + " from roster_person order by subject");
        copy(
                connection,
                "insert into roster_import_lead (import_id, team, subject) select ?, team, subject"
                        + " from roster_lead order by team, subject");
    }

    /** Puts the list's rows into the roster, which has none. */
    void copyToRoster(Connection connection) throws SQLException {
        copy(
                connection,
                "insert into roster_person (" + COLUMNS + ") select " + COLUMNS
                        + " from roster_import_person where import_id = ? order by subject");
        copy(
                connection,
                "insert into roster_lead (team, subject) select team, subject"
                        + " from roster_import_lead where import_id = ? order by team, subject");
    }

    private void copy(Connection connection, String sql) throws SQLException {
        try (var copy = connection.prepareStatement(sql)) {
            copy.setString(1, list);
            copy.executeUpdate();
        }
    }
}
