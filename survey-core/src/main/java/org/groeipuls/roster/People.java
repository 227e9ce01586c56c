package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.groeipuls.roster.Person.Role;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * The people of the organisation: an ordinary table from which anybody can be erased. Who leads a team stands in
 * {@link TeamLeads}; whoever does is a lead here too, so that nobody answers in a team that they lead.
 */
public final class People {
    private static final String SELECT = "select subject, address, language, role, team from roster_person";
    private final DataSource source;

    public People(DataSource source) {
        this.source = source;
    }

    /** Everybody, by subject. */
    public List<Person> all() {
        return RosterTransactions.run(source, "people", connection -> read(connection, null));
    }

    /** The person with this subject, if the roster has them. */
    public Optional<Person> find(PersonId who) {
        return RosterTransactions.run(source, "person", connection -> read(connection, who)).stream()
                .findFirst();
    }

    private static List<Person> read(Connection connection, @Nullable PersonId who) throws SQLException {
        var led = led(connection, who);
        List<Person> people = new ArrayList<>();
        try (var select = prepare(connection, SELECT, who, " order by subject");
                var row = select.executeQuery()) {
            while (row.next()) {
                people.add(person(row, led.getOrDefault(row.getString("subject"), new TreeSet<>())));
            }
        }
        return people;
    }

    private static Map<String, SortedSet<TeamId>> led(Connection connection, @Nullable PersonId who)
            throws SQLException {
        Map<String, SortedSet<TeamId>> teams = new HashMap<>();
        try (var select = prepare(connection, "select subject, team from roster_lead", who, "");
                var row = select.executeQuery()) {
            while (row.next()) {
                teams.computeIfAbsent(row.getString("subject"), subject -> new TreeSet<>())
                        .add(new TeamId(row.getString("team")));
            }
        }
        return teams;
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable PersonId who, String order)
            throws SQLException {
        var statement = connection.prepareStatement(sql + (who == null ? "" : " where subject = ?") + order);
        if (who != null) {
            statement.setString(1, who.subject());
        }
        return statement;
    }

    private static Person person(ResultSet row, SortedSet<TeamId> led) throws SQLException {
        var team = row.getString("team");
        boolean lead = !led.isEmpty() || team == null;
        return new Person(
                new PersonId(row.getString("subject")),
                row.getString("address"),
                row.getString("language"),
                lead ? Role.LEAD : Role.EMPLOYEE,
                lead ? led : new TreeSet<>(List.of(new TeamId(team))));
    }

    /**
     * Replaces everybody, and who leads what, in a transaction of the caller's; whoever does not stand in the list is
     * erased.
     */
    public void replaceIn(Connection connection, Collection<Person> everybody) throws SQLException {
        try (var people = connection.prepareStatement("delete from roster_person");
                var leads = connection.prepareStatement("delete from roster_lead")) {
            people.executeUpdate();
            leads.executeUpdate();
        }
        try (var person = connection.prepareStatement(
                        "insert into roster_person (subject, address, language, role, team) values (?, ?, ?, ?, ?)");
                var lead = connection.prepareStatement("insert into roster_lead (team, subject) values (?, ?)")) {
            for (var each :
                    everybody.stream().sorted(Comparator.comparing(Person::id)).toList()) {
                person.setString(1, each.id().subject());
                person.setString(2, each.address());
                person.setString(3, each.language());
                person.setString(4, each.role().name());
                person.setString(5, each.lead() ? null : each.teams().first().value());
                person.addBatch();
                for (var team : each.lead() ? each.teams() : new TreeSet<TeamId>()) {
                    lead.setString(1, team.value());
                    lead.setString(2, each.id().subject());
                    lead.addBatch();
                }
            }
            person.executeBatch();
            lead.executeBatch();
        }
        forgetTheErased(connection);
    }

    /** Of whoever is erased it is only kept how many left each group since its last pulse. */
    private static void forgetTheErased(Connection connection) throws SQLException {
        var erased = " from roster_composition c where not exists"
                + " (select 1 from roster_person p where p.subject = c.subject)";
        Map<String, Integer> gone = new HashMap<>();
        try (var count = connection.prepareStatement("select c.grp, count(*)" + erased + " group by c.grp");
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
        try (var delete = connection.prepareStatement("delete from roster_composition where not exists"
                + " (select 1 from roster_person p where p.subject = roster_composition.subject)")) {
            delete.executeUpdate();
        }
    }
}
