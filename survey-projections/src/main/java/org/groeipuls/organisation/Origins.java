package org.groeipuls.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Reorganisations.KnownDescent;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedGroup.Origin;
import org.groeipuls.pulse.AskedGroup.Part;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * From which groups, as they were asked last, the people of a group come that is made of other teams now; and since when it
 * is made of the people it is made of now.
 */
public final class Origins {
    private final Organisation organisation;
    private final List<KnownDescent> descents;
    private final BiPredicate<SortedSet<TeamId>, Set<GroupId>> sameLeads;
    private final Map<TeamId, Asked> teams = new HashMap<>();
    private final Map<GroupId, List<Asked>> groups = new HashMap<>();

    /** A group as it was asked at a pulse. */
    private record Asked(
            PulseId pulse, AskedGroup group, @Nullable LocalDate issuedOn) {
        boolean before(KnownDescent change) {
            return issuedOn == null || issuedOn.isBefore(change.recordedOn());
        }
    }

    /**
     * @param except a pulse that does not count, because it is about to be issued; absent where none is
     * @param sameLeads whether these teams have leads, and each of these groups had the same ones when it was asked last
     */
    public Origins(
            PulseAgenda agenda,
            @Nullable PulseId except,
            Organisation organisation,
            List<KnownDescent> descents,
            BiPredicate<SortedSet<TeamId>, Set<GroupId>> sameLeads) {
        this.organisation = organisation;
        this.descents = descents;
        this.sameLeads = sameLeads;
        var days = agenda.issueDays();
        for (var pulse : agenda.all()) {
            if (pulse.state() != PulseState.CANCELLED && !pulse.issued().pulse().equals(except)) {
                seen(pulse, days.get(pulse.issued().pulse()));
            }
        }
    }

    private void seen(KnownPulse pulse, @Nullable LocalDate issuedOn) {
        for (var group : pulse.issued().groups()) {
            var asked = new Asked(pulse.issued().pulse(), group, issuedOn);
            groups.computeIfAbsent(group.group(), id -> new ArrayList<>()).add(asked);
            group.teams().forEach(team -> teams.put(team, asked));
        }
    }

    /** Where a group comes from; empty when it is made of the same teams as ever, or nothing is known of it. */
    public Optional<Origin> of(KnownGroup group) {
        var all = groups.getOrDefault(group.group(), List.of());
        var last = all.isEmpty() ? null : all.getLast();
        var parts = new TreeMap<GroupId, Integer>();
        boolean allKnown = true;
        for (var team : group.teams()) {
            var sources = sources(team, new HashSet<>());
            allKnown &= !sources.isEmpty();
            sources.forEach((from, people) -> parts.merge(from, people, Integer::sum));
        }
        if (parts.isEmpty()
                || last != null && last.group().teams().equals(group.teams()) && noneMoved(last, group.teams())) {
            return Optional.empty();
        }
        boolean same = allKnown
                && last != null
                && stayed(last, group.teams())
                && parts.keySet().equals(Set.of(group.group()));
        List<Part> predecessors = new ArrayList<>();
        parts.forEach((from, people) -> predecessors.add(new Part(from, people)));
        return Optional.of(new Origin(same, sameLeads.test(group.teams(), parts.keySet()), predecessors));
    }

    /** The pulses that asked a group as it is now, from the latest back to the first at which it was other people. */
    public Unchanged unchanged(KnownGroup group) {
        var people = new TreeSet<PulseId>();
        var led = new TreeSet<PulseId>();
        boolean leads = true;
        var teams = group.teams();
        var origin = of(group).orElse(null);
        for (var asked : groups.getOrDefault(group.group(), List.of()).reversed()) {
            var then = asked.group();
            if (!AskedGroup.samePeople(origin, then.teams(), teams)) {
                break;
            }
            leads &= origin == null || origin.sameLeads();
            people.add(asked.pulse());
            if (leads) {
                led.add(asked.pulse());
            }
            teams = then.teams();
            origin = then.origin();
        }
        return new Unchanged(people, led);
    }

    /** How many people of a team come from which group. */
    private Map<GroupId, Integer> sources(TeamId team, Set<TeamId> seen) {
        Map<GroupId, Integer> found = new HashMap<>();
        var asked = teams.get(team);
        var changes = descents.stream()
                .filter(known -> known.descent().to().equals(team))
                .filter(known -> asked == null || asked.before(known))
                .toList();
        if (!seen.add(team) || changes.isEmpty()) {
            if (asked != null) {
                found.put(asked.group().group(), size(team));
            }
            return found;
        }
        for (var change : changes) {
            var from = change.descent().from();
            int people = change.descent().people();
            var before = sources(from, seen);
            double all = before.values().stream().mapToInt(Integer::intValue).sum();
            before.forEach((group, part) ->
                    found.merge(group, all == 0 ? people : (int) Math.round(people * part / all), Integer::sum));
        }
        return found;
    }

    /** Whether whoever was in the group at its last pulse, and is still there, is in these teams now. */
    private boolean stayed(Asked last, SortedSet<TeamId> now) {
        return last.group().teams().stream().allMatch(team -> stayed(team, last, now, new HashSet<>()));
    }

    private boolean stayed(TeamId team, Asked last, SortedSet<TeamId> now, Set<TeamId> seen) {
        var onward = descents.stream()
                .filter(known -> known.descent().from().equals(team) && last.before(known))
                .map(known -> known.descent().to())
                .filter(to -> !to.equals(team))
                .toList();
        boolean there = now.contains(team)
                || !onward.isEmpty() && organisation.team(team).isEmpty();
        return there
                && seen.add(team)
                && onward.stream().allMatch(to -> now.contains(to) || stayed(to, last, now, seen));
    }

    private boolean noneMoved(Asked last, SortedSet<TeamId> now) {
        return stayed(last, now)
                && descents.stream()
                        .filter(last::before)
                        .filter(known -> now.contains(known.descent().to()))
                        .allMatch(known -> now.contains(known.descent().from()));
    }

    /** The group itself and those that its people come from. */
    public Set<GroupId> withPredecessors(GroupId group) {
        var all = new HashSet<GroupId>(Set.of(group));
        organisation
                .group(group)
                .flatMap(this::of)
                .ifPresent(origin -> origin.parts().forEach(part -> all.add(part.group())));
        return all;
    }

    /** When none of its people was asked later than this; a group that comes of others was asked when they were. */
    public Optional<Instant> lastOpening(KnownGroup group, Map<GroupId, Instant> openings) {
        return withPredecessors(group.group()).stream()
                .flatMap(id -> Optional.ofNullable(openings.get(id)).stream())
                .max(Instant::compareTo);
    }

    private int size(TeamId team) {
        return organisation.team(team).map(KnownTeam::size).orElse(0);
    }
}
