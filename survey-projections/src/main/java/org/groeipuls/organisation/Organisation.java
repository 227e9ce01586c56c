package org.groeipuls.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** The organisation as it is now. A team that stands in no group is a group of its own, under its own id. */
public record Organisation(List<KnownUnit> units, List<KnownTeam> teams, List<KnownGroup> groups) {
    /** @param size how many leads answer in the unit */
    public record KnownUnit(
            UnitId unit, String name, @Nullable UnitId parent, int size) {}

    /** @param size people in the team, without leads */
    public record KnownTeam(TeamId team, String name, UnitId unit, int size) {}

    /** Teams that were combined. */
    public record KnownGroup(GroupId group, SortedSet<TeamId> teams) {}

    static Organisation of(Collection<KnownUnit> units, Collection<KnownTeam> teams, Collection<KnownGroup> groups) {
        return new Organisation(List.copyOf(units), List.copyOf(teams), List.copyOf(groups));
    }

    /** The unit with this id. */
    public Optional<KnownUnit> unit(UnitId id) {
        return units.stream().filter(unit -> unit.unit().equals(id)).findFirst();
    }

    /** The team with this id. */
    public Optional<KnownTeam> team(TeamId id) {
        return teams.stream().filter(team -> team.team().equals(id)).findFirst();
    }

    /** The group with this id: one that was formed, or a team that stands in none. */
    public Optional<KnownGroup> group(GroupId id) {
        var formed = groups.stream().filter(group -> group.group().equals(id)).findFirst();
        if (formed.isPresent()) {
            return formed;
        }
        return teams.stream()
                .filter(team -> team.team().value().equals(id.value()))
                .filter(team -> groups.stream().noneMatch(group -> group.teams().contains(team.team())))
                .findFirst()
                .map(team -> new KnownGroup(id, new TreeSet<>(List.of(team.team()))));
    }

    /** The group that a team's answers are shown by. */
    public Optional<KnownGroup> groupOf(TeamId id) {
        var formed = groups.stream().filter(group -> group.teams().contains(id)).findFirst();
        return formed.isPresent() ? formed : group(new GroupId(id.value()));
    }

    /** How many people the teams have together, without leads. */
    public int eligible(SortedSet<TeamId> members) {
        return members.stream()
                .flatMap(id -> team(id).stream())
                .mapToInt(KnownTeam::size)
                .sum();
    }

    /** A unit and the units above it, from the lowest to the root; empty for a unit that is not known. */
    public List<UnitId> upwards(UnitId from) {
        List<UnitId> path = new ArrayList<>();
        var at = unit(from);
        while (at.isPresent() && !path.contains(at.get().unit())) {
            path.add(at.get().unit());
            at = at.map(KnownUnit::parent).flatMap(this::unit);
        }
        return path;
    }

    /** Whether {@code lower} lies below {@code upper}, or is it. */
    public boolean below(UnitId lower, UnitId upper) {
        Optional<UnitId> at = Optional.of(lower);
        for (int steps = 0; at.isPresent() && steps <= units.size(); steps++) {
            if (at.get().equals(upper)) {
                return true;
            }
            at = at.flatMap(this::unit).map(KnownUnit::parent);
        }
        return false;
    }
}
