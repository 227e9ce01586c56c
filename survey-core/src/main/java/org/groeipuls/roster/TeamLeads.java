package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
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
}
