package org.groeipuls.api.hr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.groeipuls.api.hr.PeopleFile.Column;
import org.groeipuls.api.hr.PeopleFile.Row;
import org.groeipuls.api.problem.FaultyFile;
import org.groeipuls.api.problem.FaultyFile.At;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.Person.Role;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/** Makes people of the rows of a list, or says what is wrong in which row. */
final class PeopleList {
    /** A caller who gets this wrong so often mends a few kinds of faults first. */
    private static final int MOST_FAULTS = 200;

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"\\p{Cntrl}]+@[^\\s@,;<>\"\\p{Cntrl}]+");

    private final Organisation organisation;
    private final List<At> faults = new ArrayList<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    private PeopleList(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * Everybody in the list.
     *
     * @throws FaultyFile when a row cannot be taken
     */
    static List<Person> read(byte[] file, Organisation organisation) {
        var list = new PeopleList(organisation);
        PeopleFile.read(file).forEach(list::add);
        if (!list.faults.isEmpty()) {
            throw new FaultyFile(list.faults.subList(0, Math.min(list.faults.size(), MOST_FAULTS)));
        }
        return List.copyOf(list.people.values());
    }

    private void add(Row row) {
        int before = faults.size();
        var subject = row.cell(Column.PERSON);
        refuse(!subject(subject), row, Column.PERSON, PeopleFault.PERSON_NOT_ALLOWED);
        var address = row.cell(Column.ADDRESS);
        refuse(
                address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches(),
                row,
                Column.ADDRESS,
                PeopleFault.ADDRESS_NOT_ALLOWED);
        var language = row.cell(Column.LANGUAGE).toLowerCase(Locale.ROOT);
        refuse(!List.of("nl", "en").contains(language), row, Column.LANGUAGE, PeopleFault.LANGUAGE_NOT_ALLOWED);
        var team = team(row.cell(Column.TEAM));
        refuse(team.isEmpty(), row, Column.TEAM, PeopleFault.TEAM_UNKNOWN);
        var role = role(row.cell(Column.ROLE));
        refuse(role.isEmpty(), row, Column.ROLE, PeopleFault.ROLE_NOT_ALLOWED);
        if (faults.size() == before && team.isPresent() && role.isPresent()) {
            join(
                    row,
                    new Person(
                            new PersonId(subject),
                            address,
                            language,
                            role.get(),
                            new TreeSet<>(List.of(team.get().team()))));
        }
    }

    private void refuse(boolean wrong, Row row, Column column, PeopleFault fault) {
        if (wrong) {
            faults.add(row.fault(column, fault));
        }
    }

    private static boolean subject(String text) {
        return !text.isEmpty()
                && text.length() <= PersonId.LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private Optional<KnownTeam> team(String id) {
        return organisation.teams().stream()
                .filter(team -> team.team().value().equals(id))
                .findFirst();
    }

    private static Optional<Role> role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private void join(Row row, Person person) {
        var earlier = people.get(person.id().subject());
        if (earlier == null || clash(row, earlier, person)) {
            people.putIfAbsent(person.id().subject(), person);
            return;
        }
        var teams = new TreeSet<TeamId>(earlier.teams());
        teams.addAll(person.teams());
        var lead = new Person(person.id(), person.address(), person.language(), Role.LEAD, teams);
        refuse(Placement.unitOf(lead, organisation).isEmpty(), row, Column.TEAM, PeopleFault.LEAD_WITHOUT_UNIT);
        people.put(person.id().subject(), lead);
    }

    private boolean clash(Row row, Person earlier, Person person) {
        @Nullable PeopleFault fault = null;
        if (!earlier.lead() || !person.lead() || earlier.teams().containsAll(person.teams())) {
            fault = PeopleFault.PERSON_TWICE;
        } else if (!earlier.address().equals(person.address())
                || !earlier.language().equals(person.language())) {
            fault = PeopleFault.PERSON_DIFFERS;
        }
        if (fault != null) {
            faults.add(row.fault(Column.PERSON, fault));
        }
        return fault != null;
    }
}
