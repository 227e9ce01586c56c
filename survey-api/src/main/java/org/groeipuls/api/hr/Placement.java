package org.groeipuls.api.hr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.Group;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;

/**
 * Who answers where: an employee with their team, a lead with the leads of the lowest unit above all teams that they
 * lead, and nobody in a team that they lead. Leads of a unit that are too few for a group answer with those of the unit
 * above it, up to the root.
 */
final class Placement {
    private final SortedMap<TeamId, Integer> inTeams = new TreeMap<>();
    private final SortedSet<TeamId> closed = new TreeSet<>();
    private final SortedMap<UnitId, Integer> inUnits = new TreeMap<>();
    private final SortedMap<GroupId, SortedSet<PersonId>> groups = new TreeMap<>();

    private Placement() {}

    static Placement of(Collection<Person> people, Organisation organisation) {
        var placement = new Placement();
        SortedMap<UnitId, List<Person>> leads = new TreeMap<>();
        for (var person : people) {
            if (person.lead()) {
                unitOf(person, organisation)
                        .ifPresent(unit -> leads.computeIfAbsent(unit, at -> new ArrayList<>())
                                .add(person));
            } else {
                placement.put(person, person.teams().first(), organisation);
            }
        }
        passUpwards(leads, organisation);
        leads.forEach(placement::put);
        return placement;
    }

    /** A group of a few leads would point at them: from the lowest units up, too few join those above. */
    private static void passUpwards(SortedMap<UnitId, List<Person>> leads, Organisation organisation) {
        organisation.units().stream()
                .sorted(Comparator.comparingInt((KnownUnit unit) ->
                                organisation.upwards(unit.unit()).size())
                        .reversed())
                .forEach(unit -> {
                    var parent = unit.parent();
                    var few = leads.get(unit.unit());
                    if (parent != null && few != null && few.size() < Group.SMALLEST) {
                        leads.remove(unit.unit());
                        leads.computeIfAbsent(parent, at -> new ArrayList<>()).addAll(few);
                    }
                });
    }

    private void put(UnitId unit, List<Person> leads) {
        inUnits.put(unit, leads.size());
        leads.forEach(lead -> add(GroupId.ofLeads(unit), lead));
    }

    private void put(Person employee, TeamId team, Organisation organisation) {
        inTeams.merge(team, 1, Integer::sum);
        if (organisation.team(team).isEmpty()) {
            closed.add(team);
        }
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

    /** Teams that are there no more and that people still stand in; nobody of them would be asked. */
    SortedSet<TeamId> closed() {
        return Collections.unmodifiableSortedSet(closed);
    }

    int size(TeamId team) {
        return inTeams.getOrDefault(team, 0);
    }

    /** How many leads answer in a unit. */
    int leads(UnitId unit) {
        return inUnits.getOrDefault(unit, 0);
    }
}
