package org.groeipuls.pages.hr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.pages.Words;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A unit with its teams.
 *
 * @param above the names of the units above it, from the root; empty for a root
 * @param size how many leads answer in it
 */
record UnitLine(String id, String name, String above, int size, List<TeamLine> teams) {
    /**
     * A team.
     *
     * @param leads by the names that they sign in with
     * @param group the teams that it is asked with; empty when it is asked alone
     */
    record TeamLine(String id, String name, int size, String leads, String group) {}

    /** Each unit after the one above it. */
    static List<UnitLine> all(Organisation now, Map<TeamId, SortedSet<String>> leads, Words words) {
        List<UnitLine> lines = new ArrayList<>();
        below(null, "", now, leads, words, lines);
        return lines;
    }

    private static void below(
            @Nullable UnitId parent,
            String above,
            Organisation now,
            Map<TeamId, SortedSet<String>> leads,
            Words words,
            List<UnitLine> lines) {
        now.units().stream()
                .filter(unit -> Objects.equals(unit.parent(), parent))
                .sorted(Comparator.comparing(KnownUnit::name).thenComparing(KnownUnit::unit))
                .forEach(unit -> {
                    lines.add(of(unit, above, now, leads, words));
                    var path = above.isEmpty() ? unit.name() : above + " › " + unit.name();
                    below(unit.unit(), path, now, leads, words, lines);
                });
    }

    private static UnitLine of(
            KnownUnit unit, String above, Organisation now, Map<TeamId, SortedSet<String>> leads, Words words) {
        var teams = now.teams().stream()
                .filter(team -> team.unit().equals(unit.unit()))
                .sorted(Comparator.comparing(KnownTeam::name).thenComparing(KnownTeam::team))
                .map(team -> new TeamLine(
                        team.team().value(),
                        team.name(),
                        team.size(),
                        String.join(", ", leads.getOrDefault(team.team(), new TreeSet<>())),
                        together(team, now, words)))
                .toList();
        return new UnitLine(unit.unit().value(), unit.name(), above, unit.size(), teams);
    }

    private static String together(KnownTeam team, Organisation now, Words words) {
        return now.groupOf(team.team())
                .map(group -> words.listed(group.teams().stream()
                        .filter(other -> !other.equals(team.team()))
                        .map(other -> now.team(other).map(KnownTeam::name).orElse(other.value()))
                        .toList()))
                .orElse("");
    }
}
