package org.groeipuls.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;

/** The trends of groups, with what was done in them and what can be said of them. */
public final class Trends {
    private final TrendTable table;
    private final InterventionRegister register;
    private final PulseAgenda agenda;
    private final OutcomeTable outcomes;

    public Trends(TrendTable table, InterventionRegister register, PulseAgenda agenda, OutcomeTable outcomes) {
        this.table = table;
        this.register = register;
        this.agenda = agenda;
        this.outcomes = outcomes;
    }

    /** The trend of a group for a construct; without points when there is none yet. */
    public TeamTrend read(KnownGroup group, String construct) {
        return read(group, List.of(construct)).getFirst();
    }

    /** The trends of a group for these constructs, in this order. */
    public List<TeamTrend> read(KnownGroup group, List<String> constructs) {
        var drawn = new Drawn(group.group(), group.teams());
        return constructs.stream().map(construct -> read(drawn, construct)).toList();
    }

    private TeamTrend read(Drawn drawn, String construct) {
        var trend = drawn.trend(construct);
        return trend.judged(
                outcomes.of(drawn.group, construct),
                trend.points().isEmpty() ? null : drawn.judging(trend).next());
    }

    /** What can be said at checkpoints that were reached and was not said yet, of all groups. */
    public List<OutcomeStated> due() {
        List<OutcomeStated> due = new ArrayList<>();
        for (var group : table.groups()) {
            var drawn = new Drawn(group, new TreeSet<>());
            for (var construct : table.constructs(group)) {
                drawn.judging(drawn.trend(construct)).all().stream()
                        .map(judged -> judged.stated(group, construct))
                        .filter(stated -> !outcomes.has(stated.outcome()))
                        .forEach(due::add);
            }
        }
        return due;
    }

    /** A group with its pulses and its letters. */
    private final class Drawn {
        private final GroupId group;
        private final List<TrendRow> pulses;
        private final Markers markers;

        private Drawn(GroupId group, SortedSet<TeamId> now) {
            this.group = group;
            this.pulses = table.pulses(group);
            var teams = new TreeSet<>(now);
            pulses.forEach(row -> teams.addAll(row.teams()));
            this.markers = new Markers(pulses, now, register.of(teams), agenda.closings());
        }

        private TeamTrend trend(String construct) {
            var points =
                    table.rows(group, construct).stream().map(TrendRow::point).toList();
            return markers.on(new TeamTrend(group, construct, points));
        }

        private Judging judging(TeamTrend trend) {
            return Judging.of(table.rows(group, trend.construct()), pulses, trend);
        }
    }
}
