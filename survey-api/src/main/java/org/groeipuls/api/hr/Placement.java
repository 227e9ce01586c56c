package org.groeipuls.api.hr;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;

/**
 * Who answers where: an employee with their team, a lead with the leads of the lowest unit above all teams that they
 * lead, and nobody in a team that they lead.
 */
final class Placement {
    private final SortedMap<TeamId, Integer> inTeams = new TreeMap<>();
    private final SortedMap<UnitId, Integer> inUnits = new TreeMap<>();
    private final SortedMap<GroupId, SortedSet<PersonId>> groups = new TreeMap<>();

    private Placement() {}

    static Placement of(Collection<Person> people, Organisation organisation) {
        var placement = new Placement();
        for (var person : people) {
            if (person.lead()) {
                unitOf(person, organisation).ifPresent(unit -> placement.put(person, unit));
            } else {
                placement.put(person, person.teams().first(), organisation);
            }
        }
        return placement;
    }

    private void put(Person lead, UnitId unit) {
        inUnits.merge(unit, 1, Integer::sum);
        add(GroupId.ofLeads(unit), lead);
    }

    private void put(Person employee, TeamId team, Organisation organisation) {
        inTeams.merge(team, 1, Integer::sum);
        organisation.groupOf(team).ifPresent(group -> add(group.group(), employee));
    }

    private void add(GroupId group, Person person) {
        groups.computeIfAbsent(group, id -> new TreeSet<>()).add(person.id());
    }

    /** The lowest unit that all teams of a lead stand below. */
    static Optional<UnitId> unitOf(Person lead, Organisation organisation) {
        var units = lead.teams().stream()
                .flatMap(team -> organisation.team(team).stream())
                .map(KnownTeam::unit)
                .toList();
        return lowestAbove(units, organisation);
    }

    /** The lowest unit that is, or lies above, each of these; empty when there is none. */
    static Optional<UnitId> lowestAbove(List<UnitId> units, Organisation organisation) {
        return units.stream()
                .findFirst()
                .flatMap(first -> organisation.upwards(first).stream()
                        .filter(candidate -> units.stream().allMatch(unit -> organisation.below(unit, candidate)))
                        .findFirst());
    }

    /** Everybody who answers in a group. */
    SortedSet<PersonId> in(GroupId group) {
        return Collections.unmodifiableSortedSet(groups.getOrDefault(group, new TreeSet<>()));
    }

    int size(TeamId team) {
        return inTeams.getOrDefault(team, 0);
    }

    /** How many leads answer in a unit. */
    int leads(UnitId unit) {
        return inUnits.getOrDefault(unit, 0);
    }
}
