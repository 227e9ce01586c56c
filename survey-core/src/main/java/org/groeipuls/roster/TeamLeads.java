package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;

/** Who leads which team: an ordinary table, so that a person can be erased from it. */
public final class TeamLeads {
    private final DataSource source;

    public TeamLeads(DataSource source) {
        this.source = source;
    }

    /** Replaces the leads of a team. */
    public void put(TeamId team, Iterable<PersonId> leads) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var delete = connection.prepareStatement("delete from roster_lead where team = ?");
                    var insert = connection.prepareStatement("insert into roster_lead (team, subject) values (?, ?)")) {
                RosterImports.lock(connection);
                delete.setString(1, team.value());
                delete.executeUpdate();
                for (var lead : leads) {
                    insert.setString(1, team.value());
                    insert.setString(2, lead.subject());
                    insert.executeUpdate();
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The leads of team " + team.value() + " could not be stored", e);
        }
    }

    /** The teams that a person leads. */
    public SortedSet<TeamId> teamsOf(PersonId lead) {
        var teams = new TreeSet<TeamId>();
        try (Connection connection = source.getConnection();
                var select = connection.prepareStatement("select team from roster_lead where subject = ?")) {
            select.setString(1, lead.subject());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    teams.add(new TeamId(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The teams of a lead could not be read", e);
        }
        return teams;
    }

    /** The subjects of the leads of every team that has any. */
    public SortedMap<TeamId, SortedSet<String>> byTeam() {
        var leads = new TreeMap<TeamId, SortedSet<String>>();
        try (Connection connection = source.getConnection();
                var select = connection.prepareStatement("select team, subject from roster_lead");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                leads.computeIfAbsent(new TeamId(rows.getString(1)), team -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The leads of teams could not be read", e);
        }
        return leads;
    }

    /** Keeps who leads each group now that it is asked, in the place of what was kept before. */
    public void remember(SortedMap<GroupId, SortedSet<TeamId>> asked) {
        var now = byTeam();
        RosterTransactions.run(source, "remember leads", connection -> {
            try (var delete = connection.prepareStatement("delete from roster_group_lead where grp = ?");
                    var insert =
                            connection.prepareStatement("insert into roster_group_lead (grp, subject) values (?, ?)")) {
                for (var group : asked.entrySet()) {
                    delete.setString(1, group.getKey().value());
                    delete.executeUpdate();
                    for (var lead : leading(group.getValue(), now)) {
                        insert.setString(1, group.getKey().value());
                        insert.setString(2, lead);
                        insert.executeUpdate();
                    }
                }
            }
            return asked;
        });
    }

    /** Whether these teams have leads, and each of these groups had the same ones when it was asked last. */
    public boolean same(SortedSet<TeamId> teams, Set<GroupId> groups) {
        var now = leading(teams, byTeam());
        return !now.isEmpty()
                && groups.stream().allMatch(group -> remembered(group).equals(now));
    }

    private static SortedSet<String> leading(SortedSet<TeamId> teams, SortedMap<TeamId, SortedSet<String>> leads) {
        var leading = new TreeSet<String>();
        teams.forEach(team -> leading.addAll(leads.getOrDefault(team, new TreeSet<>())));
        return leading;
    }

    /** The groups that somebody led when they were asked last. */
    public SortedSet<GroupId> groupsLedBy(PersonId lead) {
        return RosterTransactions.run(source, "groups that were led", connection -> {
            var groups = new TreeSet<GroupId>();
            try (var select = connection.prepareStatement("select grp from roster_group_lead where subject = ?")) {
                select.setString(1, lead.subject());
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        groups.add(new GroupId(rows.getString(1)));
                    }
                }
            }
            return groups;
        });
    }

    private SortedSet<String> remembered(GroupId group) {
        return RosterTransactions.run(source, "remembered leads", connection -> {
            var leads = new TreeSet<String>();
            try (var select = connection.prepareStatement("select subject from roster_group_lead where grp = ?")) {
                select.setString(1, group.value());
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        leads.add(rows.getString(1));
                    }
                }
            }
            return leads;
        });
    }

    /**
     * Lets the people and leads of teams go along to the teams that came of them, in a transaction of the caller's. Where
     * one team became several, their leads lead all of these, and its people stay where they are until the next list.
     *
     * @param became for each team that was split or merged those that came of it; one of them may have kept its id
     */
    public void followIn(Connection connection, SortedMap<TeamId, SortedSet<TeamId>> became) throws SQLException {
        try (var lead = connection.prepareStatement("insert into roster_lead (team, subject)"
                        + " select ?, l.subject from roster_lead l where l.team = ? and not exists"
                        + " (select 1 from roster_lead t where t.team = ? and t.subject = l.subject)");
                var forget = connection.prepareStatement("delete from roster_lead where team = ?");
                var people = connection.prepareStatement("update roster_person set team = ? where team = ?")) {
            for (var change : became.entrySet()) {
                var from = change.getKey().value();
                for (var to : change.getValue()) {
                    lead.setString(1, to.value());
                    lead.setString(2, from);
                    lead.setString(3, to.value());
                    lead.executeUpdate();
                }
                if (!change.getValue().contains(change.getKey())) {
                    forget.setString(1, from);
                    forget.executeUpdate();
                }
                if (change.getValue().size() == 1) {
                    people.setString(1, change.getValue().first().value());
                    people.setString(2, from);
                    people.executeUpdate();
                }
            }
        }
    }
}
