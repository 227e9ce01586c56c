package org.groeipuls.organisation;

import java.util.List;
import java.util.TreeSet;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the organisation's present state is kept. */
public final class OrganisationTable {
    private final JdbcClient jdbc;

    public OrganisationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole organisation; a few thousand rows at the most. */
    public Organisation read() {
        List<KnownUnit> units = jdbc.sql("select unit, name, parent, size from organisation_unit order by unit")
                .query((row, n) -> {
                    var parent = row.getString("parent");
                    return new KnownUnit(
                            new UnitId(row.getString("unit")),
                            row.getString("name"),
                            parent == null ? null : new UnitId(parent),
                            row.getInt("size"));
                })
                .list();
        List<KnownTeam> teams = jdbc.sql("select team, name, unit, size from organisation_team order by team")
                .query((row, n) -> new KnownTeam(
                        new TeamId(row.getString("team")),
                        row.getString("name"),
                        new UnitId(row.getString("unit")),
                        row.getInt("size")))
                .list();
        List<KnownGroup> groups =
                jdbc.sql("select distinct grp from organisation_group order by grp").query(String.class).list().stream()
                        .map(group -> new KnownGroup(new GroupId(group), teamsOf(group)))
                        .toList();
        return new Organisation(units, teams, groups);
    }

    private TreeSet<TeamId> teamsOf(String group) {
        var teams = new TreeSet<TeamId>();
        jdbc.sql("select team from organisation_group where grp = :group")
                .param("group", group)
                .query(String.class)
                .list()
                .forEach(team -> teams.add(new TeamId(team)));
        return teams;
    }

    void put(KnownUnit unit) {
        jdbc.sql("delete from organisation_unit where unit = :unit")
                .param("unit", unit.unit().value())
                .update();
        var parent = unit.parent();
        jdbc.sql("insert into organisation_unit (unit, name, parent, size) values (:unit, :name, :parent, :size)")
                .param("unit", unit.unit().value())
                .param("name", unit.name())
                .param("parent", parent == null ? null : parent.value(), java.sql.Types.VARCHAR)
                .param("size", unit.size())
                .update();
    }

    void put(KnownTeam team) {
        jdbc.sql("delete from organisation_team where team = :team")
                .param("team", team.team().value())
                .update();
        jdbc.sql("insert into organisation_team (team, name, unit, size) values (:team, :name, :unit, :size)")
                .param("team", team.team().value())
                .param("name", team.name())
                .param("unit", team.unit().value())
                .param("size", team.size())
                .update();
    }

    void put(KnownGroup group) {
        jdbc.sql("delete from organisation_group where grp = :group")
                .param("group", group.group().value())
                .update();
        for (var team : group.teams()) {
            jdbc.sql("insert into organisation_group (grp, team) values (:group, :team)")
                    .param("group", group.group().value())
                    .param("team", team.value())
                    .update();
        }
    }

    void remove(UnitId unit) {
        jdbc.sql("delete from organisation_unit where unit = :unit")
                .param("unit", unit.value())
                .update();
    }

    void remove(TeamId team) {
        jdbc.sql("delete from organisation_team where team = :team")
                .param("team", team.value())
                .update();
    }

    void remove(GroupId group) {
        jdbc.sql("delete from organisation_group where grp = :group")
                .param("group", group.value())
                .update();
    }

    void clear() {
        jdbc.sql("delete from organisation_unit").update();
        jdbc.sql("delete from organisation_team").update();
        jdbc.sql("delete from organisation_group").update();
    }
}
