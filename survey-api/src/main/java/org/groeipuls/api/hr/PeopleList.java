package org.groeipuls.api.hr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groeipuls.api.hr.PeopleFile.Column;
import org.groeipuls.api.hr.PeopleFile.Row;
import org.groeipuls.api.problem.FaultyFile;
import org.groeipuls.api.problem.FaultyFile.At;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.Person.Role;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/** Makes people of the rows of a list, or says what is wrong in which row, and with which other row it clashes. */
final class PeopleList {
    /** A caller who gets this wrong so often mends a few kinds of faults first. */
    private static final int MOST_FAULTS = 200;

    private record Listed(long line, Person person) {}

    private final Organisation organisation;
    private final Set<String> teams;
    private final List<At> faults;
    private final Map<String, Listed> people = new LinkedHashMap<>();
    private final Map<String, Listed> addresses = new HashMap<>();

    private PeopleList(Organisation organisation, List<At> faults) {
        this.organisation = organisation;
        this.faults = new ArrayList<>(faults);
        this.teams =
                organisation.teams().stream().map(team -> team.team().value()).collect(Collectors.toSet());
    }

    /**
     * Everybody in the list.
     *
     * @throws FaultyFile when a row cannot be taken
     */
    static List<Person> read(byte[] file, boolean workbook, Organisation organisation) {
        var read = PeopleFile.read(file, workbook);
        var list = new PeopleList(organisation, read.faults());
        read.rows().forEach(list::add);
        if (!list.faults.isEmpty()) {
            throw new FaultyFile(list.sorted());
        }
        return list.people.values().stream().map(Listed::person).toList();
    }

    private List<At> sorted() {
        var sorted = faults.stream().sorted(Comparator.comparingLong(At::line)).toList();
        if (sorted.size() <= MOST_FAULTS) {
            return sorted;
        }
        List<At> first = new ArrayList<>(sorted.subList(0, MOST_FAULTS));
        first.add(PeopleFile.at(first.getLast().line(), "", PeopleFault.FAULTS_GO_ON));
        return first;
    }

    private void add(Row row) {
        var cells = new PeopleCells(row, teams, faults);
        cells.person().ifPresent(person -> {
            var listed = new Listed(row.line(), person);
            sameAddress(row, listed);
            join(row, listed);
        });
    }

    private void fault(Row row, Column column, PeopleFault fault, Listed other) {
        faults.add(row.fault(column, fault, other.line()));
    }

    private void sameAddress(Row row, Listed listed) {
        var other = addresses.putIfAbsent(listed.person().address().toLowerCase(Locale.ROOT), listed);
        if (other != null && !other.person().id().equals(listed.person().id())) {
            fault(row, Column.ADDRESS, PeopleFault.ADDRESS_TWICE, other);
        }
    }

    private void join(Row row, Listed listed) {
        var subject = listed.person().id().subject();
        var earlier = people.putIfAbsent(subject, listed);
        if (earlier == null) {
            return;
        }
        var clash = clash(earlier.person(), listed.person());
        if (clash != null) {
            fault(row, clash == PeopleFault.EMPLOYEE_IN_TWO_TEAMS ? Column.TEAM : Column.PERSON, clash, earlier);
            return;
        }
        var led = new TreeSet<TeamId>(earlier.person().teams());
        led.addAll(listed.person().teams());
        var same = earlier.person();
        var lead = new Person(same.id(), same.name(), same.address(), same.language(), Role.LEAD, led);
        if (Placement.unitOf(lead, organisation).isEmpty()) {
            fault(row, Column.TEAM, PeopleFault.LEAD_WITHOUT_UNIT, earlier);
        }
        people.put(subject, new Listed(earlier.line(), lead));
    }

    private static @Nullable PeopleFault clash(Person earlier, Person person) {
        if (earlier.role() != person.role()) {
            return PeopleFault.LEAD_AND_EMPLOYEE;
        }
        if (!earlier.address().equals(person.address())
                || !earlier.language().equals(person.language())
                || !Objects.equals(earlier.name(), person.name())) {
            return PeopleFault.PERSON_DIFFERS;
        }
        if (earlier.teams().containsAll(person.teams())) {
            return PeopleFault.PERSON_TWICE;
        }
        return person.lead() ? null : PeopleFault.EMPLOYEE_IN_TWO_TEAMS;
    }
}
