package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The people of the organisation: an ordinary table from which anybody can be erased. Who leads a team stands in
 * {@link TeamLeads}; whoever does is a lead here too, so that nobody answers in a team that they lead.
 */
public final class People implements Erasure {
    private final DataSource source;

    public People(DataSource source) {
        this.source = source;
    }

    /** Everybody in the list of people, by subject. */
    public List<Person> all() {
        return roster().people();
    }

    /** Everybody, also leads who do not stand in the list of people. */
    public Roster roster() {
        return RosterTransactions.run(source, "people", connection -> RosterRows.NOW.read(connection, null));
    }

    /** How people are called, by subject; whoever has no name in the list of people is missing. */
    public SortedMap<String, String> names() {
        var names = new TreeMap<String, String>();
        all().forEach(person -> {
            var name = person.name();
            if (name != null) {
                names.put(person.id().subject(), name);
            }
        });
        return names;
    }

    /** The person with this subject, if the list of people has them. */
    public Optional<Person> find(PersonId who) {
        return RosterTransactions.run(source, "person", connection -> RosterRows.NOW.read(connection, who))
                .people()
                .stream()
                .findFirst();
    }

    /**
     * Replaces everybody, and who leads what, in a transaction of the caller's; whoever does not stand in the list is
     * erased.
     */
    public void replaceIn(Connection connection, Collection<Person> everybody) throws SQLException {
        RosterRows.NOW.delete(connection, null);
        RosterRows.NOW.insert(connection, everybody);
        Compositions.forgetTheErased(connection);
    }

    /** Of their last groups it is only kept that one more left them. */
    @Override
    public void forget(Connection connection, PersonId who) throws SQLException {
        RosterRows.NOW.delete(connection, who);
        Compositions.forgetTheErased(connection);
    }
}
