package org.groeipuls.trend;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.scoring.Change;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/** The trends of groups, with what was done in them and what can be said of them. */
public final class Trends {
    private final TrendTable table;
    private final InterventionRegister register;
    private final PulseAgenda agenda;
    private final OutcomeTable outcomes;
    private final Function<LocalDate, ScoringRule> rules;

    /** Trends that are judged by the rule that comes with the product. */
    public Trends(TrendTable table, InterventionRegister register, PulseAgenda agenda, OutcomeTable outcomes) {
        this(table, register, agenda, outcomes, day -> ScoringRule.BUILT_IN);
    }

    /** @param rules the rule that holds for a pulse that closes on a day (UTC) */
    public Trends(
            TrendTable table,
            InterventionRegister register,
            PulseAgenda agenda,
            OutcomeTable outcomes,
            Function<LocalDate, ScoringRule> rules) {
        this.table = table;
        this.register = register;
        this.agenda = agenda;
        this.outcomes = outcomes;
        this.rules = rules;
    }

    /** The trend of a group for a construct; without points when there is none yet. */
    public TeamTrend read(KnownGroup group, String construct) {
        return read(group, List.of(construct)).getFirst();
    }

    /** The trends of a group for these constructs, in this order. */
    public List<TeamTrend> read(KnownGroup group, List<String> constructs) {
        return read(group, constructs, Sight.ALL);
    }

    /** The trends as they were when the last pulse was the last one that was counted in time, as far as they may be seen. */
    public List<TeamTrend> read(KnownGroup group, List<String> constructs, Sight sight) {
        var drawn = drawn(group.group(), group.teams(), sight);
        return constructs.stream()
                .map(construct -> read(drawn, construct, sight))
                .toList();
    }

    private TeamTrend read(Drawn drawn, String construct, Sight sight) {
        var rows =
                table.rows(drawn.group, construct).stream().filter(sight::shows).toList();
        var trend = drawn.trend(construct, rows, before(construct, rows));
        var pulses = rows.stream().map(row -> row.point().pulse()).toList();
        var said = outcomes.of(drawn.group, construct).stream()
                .filter(one -> pulses.contains(one.pulse()))
                .toList();
        return rows.isEmpty()
                ? trend.judged(TeamTrend.RULE, said, null)
                : trend.judged(
                        drawn.rule(rows), said, drawn.judging(trend, rows).next());
    }

    /**
     * The same trends with what can be said at their checkpoints now, by these rules, instead of what was said at the
     * time.
     */
    public List<TeamTrend> recomputed(KnownGroup group, List<String> constructs) {
        var drawn = drawn(group.group(), group.teams());
        return constructs.stream()
                .map(construct -> {
                    var rows = table.rows(group.group(), construct);
                    var trend = drawn.trend(construct, rows, before(construct, rows));
                    if (rows.isEmpty()) {
                        return trend;
                    }
                    var judging = drawn.judging(trend, rows);
                    return trend.judged(
                            drawn.rule(rows),
                            judging.all().stream()
                                    .map(judged -> judged.stated(group.group(), construct))
                                    .toList(),
                            judging.next());
                })
                .toList();
    }

    private List<Before> before(String construct, List<TrendRow> rows) {
        return rows.stream()
                .filter(row -> row.point().line() == rows.getLast().point().line())
                .findFirst()
                .map(first -> Predecessors.before(first, construct, table))
                .orElse(List.of());
    }

    /** What can be said at checkpoints that were reached and was not said yet, of all groups. */
    public List<OutcomeStated> due() {
        List<OutcomeStated> due = new ArrayList<>();
        for (var group : table.groups()) {
            var drawn = drawn(group, new TreeSet<>());
            for (var construct : table.constructs(group)) {
                var rows = table.rows(group, construct);
                drawn.judging(drawn.trend(construct, rows), rows).all().stream()
                        .map(judged -> judged.stated(group, construct))
                        .filter(stated -> !outcomes.has(stated.outcome()))
                        .forEach(due::add);
            }
        }
        return due;
    }

    /** The groups that have points. */
    public List<GroupId> groups() {
        return table.groups();
    }

    /** The constructs that a group has points of. */
    public List<String> constructs(GroupId group) {
        return table.constructs(group);
    }

    /** Where every line stood on a day: the last own point that was counted by then. */
    public List<Standing> standings(LocalDate day) {
        List<Standing> standings = new ArrayList<>();
        for (var group : table.groups()) {
            for (var construct : table.constructs(group)) {
                standing(group, construct, day).ifPresent(standings::add);
            }
        }
        return standings;
    }

    /** Where one line stood on a day. */
    public Optional<Standing> standing(GroupId group, String construct, LocalDate day) {
        return Standing.of(table.rows(group, construct), day);
    }

    /**
     * A group's latest counted pulse.
     *
     * @param participation in which step the share of people who answered falls; absent where nothing is released
     * @param canFall whether it would be told if clearly fewer had answered than at its pulse before
     * @param fewer whether it is told
     */
    public record Latest(
            GroupId group,
            SortedSet<TeamId> teams,
            @Nullable Participation participation,
            boolean canFall,
            boolean fewer) {}

    /** The latest counted pulse of every group. */
    public List<Latest> latest() {
        return table.groups().stream()
                .flatMap(group -> table.latest(group).stream())
                .map(row -> new Latest(
                        row.group(),
                        row.teams(),
                        row.point().participation(),
                        canFall(row),
                        row.point().fewer()))
                .toList();
    }

    private boolean canFall(TrendRow row) {
        return agenda.find(row.point().pulse())
                .map(pulse -> pulse.issued().rules().minimumGroup())
                .filter(fewest -> Fall.possible(row.askedBefore(), row.eligible(), fewest))
                .isPresent();
    }

    /** How far a group's line for a construct moved; what is known of it is read once, now. */
    public Changes changes(GroupId group, String construct) {
        var drawn = drawn(group, new TreeSet<>());
        return new Changes(drawn, construct, table.rows(group, construct));
    }

    /** The changes of one line since any day. */
    public static final class Changes {
        private final Drawn drawn;
        private final List<TrendRow> rows;
        private final TeamTrend trend;

        private Changes(Drawn drawn, String construct, List<TrendRow> rows) {
            this.drawn = drawn;
            this.rows = rows;
            this.trend = drawn.trend(construct, rows);
        }

        /**
         * How far the line moved since the last own point before a day, at a checkpoint.
         *
         * @return empty until the checkpoint was reached on the same line, and where something lacks for a verdict
         */
        public Optional<Reached> since(LocalDate day, Checkpoint checkpoint) {
            return drawn.markers.anchor(trend.points(), day).flatMap(anchor -> {
                var anchored = new Anchored(anchor.pulse(), anchor.line(), null);
                var marked = new Judging.Marked(anchor.pulse(), anchor.line(), anchored);
                return new Judging(rows, drawn.pulses, List.of(marked), drawn.rules)
                        .all().stream()
                                .filter(judged -> judged.anchor().equals(anchored) && judged.checkpoint() == checkpoint)
                                .filter(judged -> judged.verdict().lacks().isEmpty())
                                .map(judged -> new Reached(judged.change(), counted(trend, judged.pulse())))
                                .findFirst();
            });
        }
    }

    /**
     * A checkpoint that a line reached, with enough data to speak of it.
     *
     * @param countedOn when the pulse was counted that it fell on
     */
    public record Reached(Change change, LocalDate countedOn) {}

    private static LocalDate counted(TeamTrend trend, PulseId pulse) {
        return trend.points().stream()
                .filter(point -> point.pulse().equals(pulse))
                .map(TrendPoint::countedOn)
                .findFirst()
                .orElseThrow();
    }

    private Drawn drawn(GroupId group, SortedSet<TeamId> now) {
        return drawn(group, now, Sight.ALL);
    }

    private Drawn drawn(GroupId group, SortedSet<TeamId> now, Sight sight) {
        var pulses = table.pulses(group).stream().filter(sight::isCounted).toList();
        var teams = new TreeSet<>(now);
        pulses.forEach(row -> teams.addAll(row.teams()));
        var closings = agenda.closings();
        Function<TrendPoint, ScoringRule> judgedBy = point -> {
            var closing = closings.get(point.pulse());
            return rules.apply(closing == null ? point.countedOn() : LocalDate.ofInstant(closing, ZoneOffset.UTC));
        };
        return new Drawn(group, pulses, new Markers(pulses, now, register.of(teams), closings, sight::shows), judgedBy);
    }

    /** A group with its pulses and its letters. */
    private record Drawn(
            GroupId group, List<TrendRow> pulses, Markers markers, Function<TrendPoint, ScoringRule> rules) {
        private String rule(List<TrendRow> rows) {
            return rules.apply(rows.getLast().point()).rule().value();
        }

        private TeamTrend trend(String construct, List<TrendRow> rows) {
            return trend(construct, rows, List.of());
        }

        private TeamTrend trend(String construct, List<TrendRow> rows, List<Before> before) {
            var points = rows.stream().map(TrendRow::point).toList();
            return markers.on(new TeamTrend(group, construct, points, before));
        }

        private Judging judging(TeamTrend trend, List<TrendRow> rows) {
            return Judging.of(rows, pulses, trend, rules);
        }
    }
}
