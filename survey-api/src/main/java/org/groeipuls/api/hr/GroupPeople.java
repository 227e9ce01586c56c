package org.groeipuls.api.hr;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;

/** Who stands in the groups of a pulse now, as the list of people has it. */
public final class GroupPeople {
    private final People people;
    private final OrganisationTable organisation;
    private final PulseAgenda agenda;

    GroupPeople(People people, OrganisationTable organisation, PulseAgenda agenda) {
        this.people = people;
        this.organisation = organisation;
        this.agenda = agenda;
    }

    /** Subjects by group; groups with nobody are missing. */
    public SortedMap<GroupId, SortedSet<String>> of(PulseId pulse) {
        var issued = agenda.find(pulse).orElseThrow(NotFound::new).issued();
        var placement = Placement.of(people.all(), organisation.read());
        SortedMap<GroupId, SortedSet<String>> groups = new TreeMap<>();
        issued.groups()
                .forEach(asked -> groups.put(
                        asked.group(),
                        placement.in(asked.group()).stream()
                                .map(PersonId::subject)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return groups;
    }
}
