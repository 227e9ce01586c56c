package org.groeipuls.api.analyst;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.replay.TrendComparison;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;

/** What a replay says, beside what the live views say. */
public final class ReplayReader {
    private final Replays replays;
    private final Trends live;
    private final OrganisationTable organisation;

    ReplayReader(Replays replays, Trends live, OrganisationTable organisation) {
        this.replays = replays;
        this.live = live;
        this.organisation = organisation;
    }

    /**
     * The line of a group in a replay, with outcomes by its rule.
     *
     * @throws NotFound when the replay has no such line
     */
    TeamTrend trend(Job job, GroupId group, String construct) {
        var trend = replays.trends(job)
                .recomputed(known(organisation.read(), group), List.of(construct))
                .getFirst();
        if (trend.points().isEmpty()) {
            throw new NotFound();
        }
        return trend;
    }

    /**
     * What differs, by group and construct.
     *
     * @param after the group before the first; empty for the beginning
     * @param groups how many groups at most
     */
    public Compared compare(Job job, String after, int groups) {
        var replayed = replays.trends(job);
        var all = new TreeSet<>(live.groups());
        all.addAll(replayed.groups());
        var some = all.stream()
                .filter(group -> group.value().compareTo(after) > 0)
                .limit(groups)
                .toList();
        var now = organisation.read();
        var known = counted(job);
        var compared = some.stream()
                .flatMap(group -> compare(known(now, group), replayed, known).stream())
                .toList();
        boolean more = !some.isEmpty() && !some.getLast().equals(all.last());
        return new Compared(compared, more ? some.getLast() : null);
    }

    /** A group of either by its id; empty when there is none, so that a page repeats no made-up one. */
    public String group(Job job, String id) {
        return Stream.concat(live.groups().stream(), replays.trends(job).groups().stream())
                .map(GroupId::value)
                .filter(id::equals)
                .findFirst()
                .orElse("");
    }

    /** @param next the last of these groups where there are more */
    public record Compared(
            List<TrendComparison> lines, @Nullable GroupId next) {}

    /**
     * One line as it is and as the replay has it.
     *
     * @param comparison what differs between them
     */
    public record Beside(TeamTrend live, TeamTrend replayed, TrendComparison comparison) {}

    /**
     * The line of a group under both.
     *
     * @throws NotFound when neither has such a line
     */
    public Beside beside(Job job, GroupId group, String construct) {
        var known = known(organisation.read(), group);
        var before = live.read(known, construct);
        var after = replays.trends(job).recomputed(known, List.of(construct)).getFirst();
        if (before.points().isEmpty() && after.points().isEmpty()) {
            throw new NotFound();
        }
        return new Beside(before, after, TrendComparison.of(before, after, counted(job)::contains));
    }

    private List<TrendComparison> compare(KnownGroup group, Trends replayed, Set<PulseId> known) {
        var constructs = new TreeSet<>(live.constructs(group.group()));
        constructs.addAll(replayed.constructs(group.group()));
        var names = List.copyOf(constructs);
        var before = live.read(group, names);
        var after = replayed.recomputed(group, names);
        return IntStream.range(0, names.size())
                .mapToObj(at -> TrendComparison.of(before.get(at), after.get(at), known::contains))
                .toList();
    }

    /** The pulses that were counted in the part of history that the replay read. */
    private Set<PulseId> counted(Job job) {
        return replays.agenda(job).all().stream()
                .filter(pulse -> pulse.count() != null)
                .map(KnownPulse::issued)
                .map(issued -> issued.pulse())
                .collect(Collectors.toSet());
    }

    private static KnownGroup known(Organisation now, GroupId group) {
        return now.groups().stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .orElseGet(() -> new KnownGroup(group, new TreeSet<>()));
    }
}
