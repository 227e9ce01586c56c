package org.groeipuls.api.hr;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.groeipuls.api.hr.PeopleFile.Column;
import org.groeipuls.api.hr.PeopleFile.Row;
import org.groeipuls.api.problem.FaultyFile.At;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.Person.Role;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/** The cells of one row of a list of people, each looked at by itself. */
final class PeopleCells {
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"\\p{Cntrl}]+@[^\\s@,;<>\"\\p{Cntrl}]+");
    private static final Map<String, String> LANGUAGES =
            Map.of("nl", "nl", "nederlands", "nl", "dutch", "nl", "en", "en", "engels", "en", "english", "en");
    private static final Map<String, Role> ROLES = Map.of(
            "employee", Role.EMPLOYEE, "medewerker", Role.EMPLOYEE, "lead", Role.LEAD, "leidinggevende", Role.LEAD);
    /** Characters that turn the direction of a text can make a name look like another one. */
    private static final String TURNING = "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private final Row row;
    private final Set<String> teams;
    private final List<At> faults;

    PeopleCells(Row row, Set<String> teams, List<At> faults) {
        this.row = row;
        this.teams = teams;
        this.faults = faults;
    }

    /** The person of the row; nobody when something is wrong in it, which is noted then. */
    Optional<Person> person() {
        int before = faults.size();
        var subject = row.cell(Column.PERSON);
        check(Column.PERSON, subject(subject), PeopleFault.PERSON_NOT_ALLOWED);
        check(Column.PERSON, !formula(subject, "=@"), PeopleFault.CELL_LIKE_FORMULA);
        var address = row.cell(Column.ADDRESS);
        check(
                Column.ADDRESS,
                address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches(),
                PeopleFault.ADDRESS_NOT_ALLOWED);
        check(Column.ADDRESS, !formula(address, "=+-@"), PeopleFault.CELL_LIKE_FORMULA);
        var language = LANGUAGES.get(row.cell(Column.LANGUAGE).toLowerCase(Locale.ROOT));
        check(Column.LANGUAGE, language != null, PeopleFault.LANGUAGE_NOT_ALLOWED);
        var team = row.cell(Column.TEAM);
        check(Column.TEAM, teams.contains(team), PeopleFault.TEAM_UNKNOWN);
        var role = ROLES.get(row.cell(Column.ROLE).toLowerCase(Locale.ROOT));
        check(Column.ROLE, role != null, PeopleFault.ROLE_NOT_ALLOWED);
        var name = name();
        if (faults.size() > before || language == null || role == null) {
            return Optional.empty();
        }
        return Optional.of(new Person(
                new PersonId(subject), name, address, language, role, new TreeSet<>(List.of(new TeamId(team)))));
    }

    private void check(Column column, boolean right, PeopleFault fault) {
        if (!right) {
            faults.add(row.fault(column, fault, 0));
        }
    }

    private static boolean subject(String text) {
        return !text.isEmpty()
                && text.length() <= PersonId.LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean formula(String text, String beginnings) {
        return !text.isEmpty() && beginnings.indexOf(text.charAt(0)) >= 0;
    }

    private @Nullable String name() {
        var name = Normalizer.normalize(row.cell(Column.NAME), Normalizer.Form.NFC);
        check(
                Column.NAME,
                name.codePointCount(0, name.length()) <= Person.LONGEST_NAME
                        && name.codePoints().allMatch(PeopleCells::ofAName),
                PeopleFault.PERSON_NAME_NOT_ALLOWED);
        check(Column.NAME, !formula(name, "=+-@"), PeopleFault.CELL_LIKE_FORMULA);
        return name.isEmpty() ? null : name;
    }

    private static boolean ofAName(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> TURNING.indexOf(character) < 0;
        };
    }
}
