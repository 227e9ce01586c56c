package org.groeipuls.api.hr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.roster.Person;
import org.groeipuls.team.TeamCommand.EstablishTeam;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitCommand.EstablishUnit;
import org.groeipuls.team.UnitId;

/**
 * What a list changes in the roster, for HR's eyes.
 *
 * @param applied whether it is so now, or only would be
 * @param people how many there are after it
 * @param joins who comes
 * @param leaves who goes, and is erased
 * @param moves who is in, or leads, other teams
 * @param changed whose address, language or role is another
 * @param teams the teams that get another size, leads left out
 * @param units the units that get another number of leads who answer there
 */
record PeopleChanges(
        boolean applied,
        int people,
        List<Member> joins,
        List<Member> leaves,
        List<Move> moves,
        List<Changed> changed,
        List<TeamSize> teams,
        List<UnitSize> units) {
    /** @param teams the team somebody is in, or the teams they lead */
    record Member(String person, String role, SortedSet<TeamId> teams) {}

    record Move(String person, SortedSet<TeamId> from, SortedSet<TeamId> to) {}

    /** @param columns of {@code address}, {@code language} and {@code role} those that differ */
    record Changed(String person, List<String> columns) {}

    record TeamSize(TeamId team, int before, int after) {}

    record UnitSize(UnitId unit, int before, int after) {}

    static PeopleChanges between(
            Collection<Person> before, Collection<Person> after, Organisation organisation, boolean applied) {
        var old = bySubject(before);
        var now = bySubject(after);
        var placement = Placement.of(after, organisation);
        return new PeopleChanges(
                applied,
                after.size(),
                missing(now, old),
                missing(old, now),
                moves(old, now),
                changed(old, now),
                organisation.teams().stream()
                        .map(team -> new TeamSize(team.team(), team.size(), placement.size(team.team())))
                        .filter(size -> size.before() != size.after())
                        .toList(),
                organisation.units().stream()
                        .map(unit -> new UnitSize(unit.unit(), unit.size(), placement.leads(unit.unit())))
                        .filter(size -> size.before() != size.after())
                        .toList());
    }

    private static Map<String, Person> bySubject(Collection<Person> people) {
        return people.stream()
                .collect(Collectors.toMap(
                        person -> person.id().subject(), Function.identity(), (one, same) -> one, TreeMap::new));
    }

    private static List<Member> missing(Map<String, Person> there, Map<String, Person> here) {
        return there.values().stream()
                .filter(person -> !here.containsKey(person.id().subject()))
                .map(person -> new Member(person.id().subject(), word(person), person.teams()))
                .toList();
    }

    private static String word(Person person) {
        return person.role().name().toLowerCase(Locale.ROOT);
    }

    private static List<Move> moves(Map<String, Person> old, Map<String, Person> now) {
        List<Move> moves = new ArrayList<>();
        now.forEach((subject, person) -> {
            var before = old.get(subject);
            if (before != null && !before.teams().equals(person.teams())) {
                moves.add(new Move(subject, before.teams(), person.teams()));
            }
        });
        return moves;
    }

    private static List<Changed> changed(Map<String, Person> old, Map<String, Person> now) {
        List<Changed> changed = new ArrayList<>();
        now.forEach((subject, person) -> {
            var before = old.get(subject);
            var columns = before == null ? List.<String>of() : columns(before, person);
            if (!columns.isEmpty()) {
                changed.add(new Changed(subject, columns));
            }
        });
        return changed;
    }

    private static List<String> columns(Person before, Person after) {
        List<String> columns = new ArrayList<>();
        if (!before.address().equals(after.address())) {
            columns.add("address");
        }
        if (!before.language().equals(after.language())) {
            columns.add("language");
        }
        if (before.role() != after.role()) {
            columns.add("role");
        }
        return columns;
    }

    /** The commands by which history follows: sizes, and nobody's name. */
    List<Object> orders(Organisation organisation) {
        Stream<Object> established = Stream.concat(
                teams.stream().map(size -> order(organisation.team(size.team()).orElseThrow(), size.after())),
                units.stream().map(size -> order(organisation.unit(size.unit()).orElseThrow(), size.after())));
        return established.toList();
    }

    private static EstablishTeam order(KnownTeam team, int size) {
        return new EstablishTeam(team.team(), team.name(), team.unit(), size);
    }

    private static EstablishUnit order(KnownUnit unit, int size) {
        return new EstablishUnit(unit.unit(), unit.name(), unit.parent(), size);
    }
}
