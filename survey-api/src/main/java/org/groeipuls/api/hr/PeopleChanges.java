package org.groeipuls.api.hr;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groeipuls.api.hr.Sizes.TeamSize;
import org.groeipuls.api.hr.Sizes.UnitSize;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.Roster;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What a list changes in the roster, for HR's eyes.
 *
 * @param id by which the list is confirmed, and its import undone
 * @param applied whether it is so now, or only would be
 * @param unchanged whether everything is so already, and nothing happens
 * @param people how many there are after it
 * @param joins who comes
 * @param leaves who goes, and is erased; also leads who were set by hand and do not stand in the list
 * @param moves who is in, or leads, other teams
 * @param names whose name is another
 * @param changed whose address, language or role is another
 * @param teams the teams that get another size, leads left out
 * @param units the units that get another number of leads who answer there
 */
public record PeopleChanges(
        @JsonProperty("import") String id,
        boolean applied,
        boolean unchanged,
        int people,
        List<Member> joins,
        List<Member> leaves,
        List<Move> moves,
        List<NewName> names,
        List<Changed> changed,
        List<TeamSize> teams,
        List<UnitSize> units) {
    /** @param teams the team somebody is in, or the teams they lead */
    public record Member(String person, @Nullable String name, String role, SortedSet<TeamId> teams) {}

    public record Move(String person, SortedSet<TeamId> from, SortedSet<TeamId> to) {}

    public record NewName(
            String person, @Nullable String from, @Nullable String to) {}

    /** @param columns of {@code address}, {@code language} and {@code role} those that differ */
    public record Changed(String person, List<String> columns) {}

    static PeopleChanges between(String id, Roster before, Roster after, Sizes sizes, boolean applied) {
        var old = bySubject(before);
        var now = bySubject(after);
        return new PeopleChanges(
                id,
                applied,
                before.state().equals(after.state()) && sizes.same(),
                after.people().size(),
                missing(now, after.leadsBeside(), before),
                missing(old, before.leadsBeside(), after),
                moves(old, now),
                names(old, now),
                changed(old, now),
                sizes.teams(),
                sizes.units());
    }

    private static Map<String, Person> bySubject(Roster roster) {
        return roster.people().stream()
                .collect(Collectors.toMap(
                        person -> person.id().subject(), Function.identity(), (one, same) -> one, TreeMap::new));
    }

    /** Those who are there and not here; {@code beside} are leads of there who stand in no list. */
    private static List<Member> missing(Map<String, Person> there, Map<String, SortedSet<TeamId>> beside, Roster here) {
        var known = bySubject(here);
        var members = new TreeMap<String, Member>();
        there.forEach((subject, person) -> {
            if (!known.containsKey(subject)) {
                members.put(subject, new Member(subject, person.name(), word(person), person.teams()));
            }
        });
        beside.forEach((subject, teams) -> {
            if (!known.containsKey(subject) && !here.leads().containsKey(subject)) {
                members.put(subject, new Member(subject, null, "lead", teams));
            }
        });
        return List.copyOf(members.values());
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

    private static List<NewName> names(Map<String, Person> old, Map<String, Person> now) {
        List<NewName> names = new ArrayList<>();
        now.forEach((subject, person) -> {
            var before = old.get(subject);
            if (before != null && !Objects.equals(before.name(), person.name())) {
                names.add(new NewName(subject, before.name(), person.name()));
            }
        });
        return names;
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

    @Override
    public String toString() {
        return "PeopleChanges[not shown]";
    }
}
