package org.groeipuls.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Proposes groups that are large enough: small teams are combined with small teams that have a lead in common, then
 * with others of their unit, then with what is left in the unit above. What is large enough stays as it is.
 */
public final class GroupProposal {
    private static final Comparator<Part> SMALLEST_FIRST = Comparator.comparingInt(Part::size)
            .thenComparing(part -> part.teams().first());

    private final Map<UnitId, UnitId> parents;
    private final List<Part> done = new ArrayList<>();

    private GroupProposal(Map<UnitId, UnitId> parents) {
        this.parents = parents;
    }

    /** Why teams stand together. */
    public enum Reason {
        /** They did before, or it is one team. */
        AS_IT_IS,
        SAME_LEAD,
        NEIGHBOURS
    }

    /**
     * A team, a group that there is, or teams that were combined.
     *
     * @param unit the lowest unit that has all of it
     * @param leads who lead its teams, by any name
     * @param size how many people, leads left out
     */
    public record Part(SortedSet<TeamId> teams, UnitId unit, SortedSet<String> leads, int size, Reason reason) {
        Part with(Part other, UnitId above, Reason why) {
            var all = new TreeSet<TeamId>(teams);
            all.addAll(other.teams);
            var both = new TreeSet<String>(leads);
            both.addAll(other.leads);
            return new Part(all, above, both, size + other.size, why);
        }

        private boolean small() {
            return size < Group.ADVISED;
        }

        private boolean sharesALead(Part other) {
            return leads.stream().anyMatch(other.leads::contains);
        }
    }

    /**
     * The groups that are proposed, by their first team. One that stays below {@link Group#SMALLEST} had nobody to be
     * combined with.
     *
     * @param parts teams and groups as they are
     * @param parents the unit above each unit, none for a root
     */
    public static List<Part> of(List<Part> parts, Map<UnitId, UnitId> parents) {
        var proposal = new GroupProposal(parents);
        Map<UnitId, List<Part>> byUnit = new HashMap<>();
        parts.forEach(part ->
                byUnit.computeIfAbsent(part.unit(), unit -> new ArrayList<>()).add(part));
        List<UnitId> deepestFirst = byUnit.keySet().stream()
                .flatMap(unit -> proposal.upwards(unit).stream())
                .distinct()
                .sorted(Comparator.comparingInt(
                                (UnitId unit) -> -proposal.upwards(unit).size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (var unit : deepestFirst) {
            var left = proposal.settle(byUnit.getOrDefault(unit, List.of()), unit);
            var above = parents.get(unit);
            if (above == null) {
                proposal.done.addAll(left);
            } else {
                byUnit.computeIfAbsent(above, upper -> new ArrayList<>()).addAll(left);
            }
        }
        proposal.done.sort(Comparator.comparing(part -> part.teams().first()));
        return proposal.done;
    }

    private List<UnitId> upwards(UnitId from) {
        List<UnitId> path = new ArrayList<>();
        for (@Nullable UnitId at = from; at != null && !path.contains(at); at = parents.get(at)) {
            path.add(at);
        }
        return path;
    }

    /** Settles what is large enough, or can be made so within the unit; gives back what is passed on to the unit above. */
    private List<Part> settle(List<Part> parts, UnitId unit) {
        List<Part> small = new ArrayList<>(parts.stream().filter(Part::small).toList());
        parts.stream().filter(part -> !part.small()).forEach(done::add);
        combine(small, unit, Reason.SAME_LEAD, Part::sharesALead);
        combine(small, unit, Reason.NEIGHBOURS, (one, other) -> true);
        List<Part> tooSmall = new ArrayList<>();
        for (var rest : small) {
            if (rest.size() >= Group.SMALLEST) {
                done.add(rest);
            } else if (!joined(rest, unit)) {
                tooSmall.add(rest);
            }
        }
        return tooSmall;
    }

    /** Puts the smallest with the smallest that goes with it, until what comes of it is large enough. */
    private void combine(List<Part> small, UnitId unit, Reason why, BiPredicate<Part, Part> goTogether) {
        small.sort(SMALLEST_FIRST);
        for (int i = 0; i < small.size(); ) {
            var one = small.get(i);
            var other = small.stream()
                    .filter(each -> !each.equals(one) && goTogether.test(one, each))
                    .findFirst();
            if (other.isEmpty()) {
                i++;
                continue;
            }
            small.remove(one);
            small.remove(other.get());
            var both = one.with(other.get(), unit, why);
            (both.small() ? small : done).add(both);
            small.sort(SMALLEST_FIRST);
            i = 0;
        }
    }

    /** Adds what is left over to the smallest group below the unit, one with the same lead before others. */
    private boolean joined(Part rest, UnitId unit) {
        Optional<Part> host = done.stream()
                .filter(part -> upwards(part.unit()).contains(unit))
                .min(Comparator.comparing((Part part) -> !part.sharesALead(rest))
                        .thenComparing(SMALLEST_FIRST));
        host.ifPresent(part -> {
            done.remove(part);
            done.add(part.with(rest, unit, part.sharesALead(rest) ? Reason.SAME_LEAD : Reason.NEIGHBOURS));
        });
        return host.isPresent();
    }
}
