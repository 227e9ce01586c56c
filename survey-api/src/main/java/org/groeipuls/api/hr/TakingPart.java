package org.groeipuls.api.hr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.groeipuls.api.hr.Overview.Part;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.Participation;
import org.groeipuls.trend.Trends.Latest;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the organisation with how many of their groups took part in which step. No group is in two of them, so that no
 * part minus another one is a single group.
 */
final class TakingPart {
    private TakingPart() {}

    /**
     * The lowest units that may be shown and have enough groups, in the order of their ids, and then what is left.
     *
     * @param shown which units may be shown
     * @param least how many groups a part has at least
     */
    static List<Part> of(Collection<Latest> latest, Organisation now, Predicate<UnitId> shown, int least) {
        var there = latest.stream()
                .filter(one ->
                        now.group(one.group()).isPresent() && !one.teams().isEmpty())
                .toList();
        var units = now.units().stream()
                .filter(unit ->
                        shown.test(unit.unit()) && within(unit, there, now).size() >= least)
                .toList();
        List<Part> parts = new ArrayList<>();
        Set<Latest> seen = new HashSet<>();
        for (var unit : units) {
            if (units.stream().noneMatch(other -> !other.equals(unit) && now.below(other.unit(), unit.unit()))) {
                var groups = within(unit, there, now);
                parts.add(part(unit, groups, least));
                seen.addAll(groups);
            }
        }
        var others = there.stream().filter(one -> !seen.contains(one)).toList();
        if (others.size() >= least) {
            parts.add(part(null, others, least));
        }
        return parts;
    }

    private static List<Latest> within(KnownUnit unit, List<Latest> all, Organisation now) {
        return all.stream()
                .filter(one -> one.teams().stream()
                        .allMatch(team -> now.team(team)
                                .filter(known -> now.below(known.unit(), unit.unit()))
                                .isPresent()))
                .toList();
    }

    private static Part part(@Nullable KnownUnit unit, List<Latest> groups, int least) {
        return new Part(
                unit == null ? null : unit.unit(),
                unit == null ? null : unit.name(),
                groups.size(),
                count(groups, Participation.UNDER_HALF),
                count(groups, Participation.HALF_AND_MORE),
                count(groups, Participation.MOST),
                count(groups, null),
                fewer(groups, least));
    }

    /** Sizes are no secret: of fewer groups that can have fallen at all, a number would point at them. */
    private static @Nullable Integer fewer(List<Latest> groups, int least) {
        return groups.stream().filter(Latest::canFall).count() < least
                ? null
                : Integer.valueOf((int) groups.stream().filter(Latest::fewer).count());
    }

    private static int count(List<Latest> groups, @Nullable Participation step) {
        return (int) groups.stream().filter(one -> one.participation() == step).count();
    }
}
