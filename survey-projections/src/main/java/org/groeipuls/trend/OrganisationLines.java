package org.groeipuls.trend;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.KnownIntervention;
import org.groeipuls.scoring.BandedScale;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;

/** The lines of the whole organisation, added up from what stands in the trends of its groups. */
public final class OrganisationLines {
    private final TrendTable table;
    private final InterventionRegister register;
    private final PulseAgenda agenda;

    public OrganisationLines(TrendTable table, InterventionRegister register, PulseAgenda agenda) {
        this.table = table;
        this.register = register;
        this.agenda = agenda;
    }

    /** What was released of one block: of a group, or of groups that were counted together. */
    private record Figure(PulseId pulse, SortedSet<GroupId> groups, double n, double value) {
        static Stream<Figure> of(TrendRow row) {
            var point = row.point();
            var shown = point.shown();
            if (shown != null) {
                return Stream.of(
                        new Figure(point.pulse(), new TreeSet<>(List.of(row.group())), shown.n(), shown.value()));
            }
            var gap = point.withheld();
            var merged = gap == null ? null : gap.merged();
            return merged == null
                    ? Stream.of()
                    : Stream.of(new Figure(point.pulse(), merged.groups(), merged.n(), merged.value()));
        }

        /** As the only item of a scale, with nothing for the width of its classes. */
        BandedScale scale() {
            return new BandedScale(value, 0, n, 1);
        }
    }

    /** What makes interventions one. */
    private record Kind(LocalDate startedOn, LearningForm form, LeaderRole role) {
        static Kind of(KnownIntervention known) {
            var what = known.particulars();
            return new Kind(what.startedOn(), what.form(), what.leaderRole());
        }
    }

    /** The organisation's line for a construct; without points where nothing was released of it. */
    public OrganisationLine read(String construct) {
        var rounds = rounds();
        var points = numbered(points(table.rows(construct), rounds));
        var latest = points.stream()
                .filter(point -> point.line() == points.getLast().line())
                .toList();
        var tests = TrendTests.of(
                latest.stream().map(OrganisationLine.Point::round).toList(),
                latest.stream().map(OrganisationLine.Point::value).toList());
        return new OrganisationLine(construct, points, tests, ControlChart.of(latest), around(latest, rounds));
    }

    private static List<OrganisationLine.Point> points(List<TrendRow> rows, List<Round> rounds) {
        List<OrganisationLine.Point> points = new ArrayList<>();
        for (var round : rounds) {
            var within = rows.stream()
                    .filter(row -> round.pulses().contains(row.point().pulse()))
                    .filter(row -> Figure.of(row).findAny().isPresent())
                    .toList();
            var figures = within.stream().flatMap(Figure::of).distinct().toList();
            if (!figures.isEmpty()) {
                points.add(point(round, rules(within), figures));
            }
        }
        return points;
    }

    private List<Round> rounds() {
        var asked = table.asked();
        Map<PulseId, LocalDate> closed = new TreeMap<>();
        agenda.closings().forEach((pulse, instant) -> closed.put(pulse, LocalDate.ofInstant(instant, ZoneOffset.UTC)));
        return Round.of(asked, closed);
    }

    private static SortedSet<String> rules(List<TrendRow> rows) {
        return rows.stream().map(row -> row.point().measuredBy()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static OrganisationLine.Point point(Round round, SortedSet<String> rules, List<Figure> figures) {
        var whole = BandedScale.pooled(figures.stream().map(Figure::scale).toList());
        long groups = figures.stream()
                .map(Figure::groups)
                .flatMap(Collection::stream)
                .distinct()
                .count();
        return new OrganisationLine.Point(
                round.number(),
                round.pulses(),
                round.closedOn(),
                1,
                rules,
                (int) groups,
                figures.size(),
                whole.n(),
                whole.y());
    }

    /** Values by another rule are not compared with those before. */
    private static List<OrganisationLine.Point> numbered(List<OrganisationLine.Point> points) {
        List<OrganisationLine.Point> numbered = new ArrayList<>();
        for (var point : points) {
            int line = numbered.isEmpty() ? 1 : numbered.getLast().line();
            boolean other = !numbered.isEmpty() && !numbered.getLast().rules().equals(point.rules());
            numbered.add(point.on(other ? line + 1 : line));
        }
        return numbered;
    }

    private List<AroundMarker> around(List<OrganisationLine.Point> line, List<Round> rounds) {
        Map<Kind, List<KnownIntervention>> kinds = new LinkedHashMap<>();
        register.all()
                .forEach(known -> kinds.computeIfAbsent(Kind.of(known), kind -> new ArrayList<>())
                        .add(known));
        return kinds.entrySet().stream()
                .map(kind -> around(kind.getKey(), kind.getValue(), line, rounds))
                .toList();
    }

    private static AroundMarker around(
            Kind kind, List<KnownIntervention> all, List<OrganisationLine.Point> line, List<Round> rounds) {
        int firstAfter = 1
                + (int) rounds.stream()
                        .filter(round -> round.closedOn().isBefore(kind.startedOn()))
                        .count();
        int before = (int) line.stream()
                .filter(point -> point.closedOn().isBefore(kind.startedOn()))
                .count();
        SortedSet<InterventionId> ids =
                all.stream().map(KnownIntervention::id).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<TeamId> teams = all.stream()
                .flatMap(known -> known.particulars().teams().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new AroundMarker(
                kind.form(),
                kind.role(),
                kind.startedOn(),
                ids,
                teams,
                before,
                line.size() - before,
                AroundMarker.regression(line, before, firstAfter));
    }
}
