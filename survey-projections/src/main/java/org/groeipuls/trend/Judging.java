package org.groeipuls.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.scoring.Anchor;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Turnover;
import org.groeipuls.scoring.Turnover.Moves;
import org.jspecify.annotations.Nullable;

/**
 * Follows the anchors of one group and construct along its own points: the 3rd and every 6th after it, and the last one
 * before each marker. Looks at them at their checkpoints and at no other time. Anchors and changes never cross to another
 * line.
 */
final class Judging {
    private static final int FIRST_SIGN = 6;

    private final List<TrendRow> pulses;
    private final Function<TrendPoint, ScoringRule> rules;
    private final List<Judged> judged = new ArrayList<>();
    private final List<Live> live = new ArrayList<>();
    private final List<Double> participation = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();
    private int line;

    /** An anchor that is carried along. */
    private record Live(Anchored where, int ordinal, Anchor anchor) {}

    /** An own point from which changes are to be followed, besides the rolling ones. */
    record Marked(PulseId pulse, int line, Anchored where) {}

    /**
     * @param rows the points of the construct, in order
     * @param pulses one point of each of the group's pulses, in order
     * @param rules the rule that a point is judged by
     */
    Judging(List<TrendRow> rows, List<TrendRow> pulses, List<Marked> marked, Function<TrendPoint, ScoringRule> rules) {
        this.pulses = pulses;
        this.rules = rules;
        for (var row : rows) {
            if (row.point().line() != line) {
                line = row.point().line();
                live.clear();
                participation.clear();
                days.clear();
            }
            var measured = row.measured();
            if (row.state() != null && measured != null) {
                own(row, measured, marked);
            }
        }
    }

    /** For the markers of a trend. */
    static Judging of(
            List<TrendRow> rows, List<TrendRow> pulses, TeamTrend trend, Function<TrendPoint, ScoringRule> rules) {
        List<Marked> marked = new ArrayList<>();
        for (var marker : trend.markers()) {
            var anchor = marker.anchor();
            if (anchor != null) {
                marked.add(new Marked(
                        anchor.pulse(), anchor.line(), new Anchored(anchor.pulse(), anchor.line(), marker.id())));
            }
        }
        return new Judging(rows, pulses, marked, rules);
    }

    /** Everything that can be said, in the order of its checkpoints. */
    List<Judged> all() {
        return List.copyOf(judged);
    }

    private void own(TrendRow row, TrendRow.Measured measured, List<Marked> marked) {
        var point = row.point();
        var shown = Objects.requireNonNull(point.shown());
        live.replaceAll(one -> new Live(
                one.where(),
                one.ordinal(),
                one.anchor()
                        .next(
                                shown.value(),
                                measured.noise(),
                                point.ordinal(),
                                measured.q(),
                                measured.participation())));
        live.forEach(one -> one.anchor().checkpoint().ifPresent(checkpoint -> judge(one, checkpoint, row)));
        live.removeIf(one -> one.anchor().done());
        participation.add(measured.participation());
        days.add(point.countedOn());
        if (Anchor.rolling(participation.size())) {
            begin(row, new Anchored(point.pulse(), point.line(), null));
        }
        marked.stream()
                .filter(one -> one.pulse().equals(point.pulse()) && one.line() == point.line())
                .forEach(one -> begin(row, one.where()));
    }

    private void begin(TrendRow row, Anchored where) {
        live.add(new Live(
                where,
                row.point().ordinal(),
                Anchor.at(Objects.requireNonNull(row.state()), List.copyOf(participation))));
    }

    private void judge(Live one, Checkpoint checkpoint, TrendRow row) {
        var turnover = turnover(one.ordinal(), row.point().ordinal());
        var rule = rules.apply(row.point());
        judged.add(new Judged(
                one.where(),
                checkpoint,
                row.point().pulse(),
                one.anchor().verdict(Judged.given(turnover), rule.outcomes()),
                one.anchor().change().change().orElseThrow(),
                turnover,
                rule.rule().value(),
                row.point().calibration()));
    }

    /**
     * Over all pulses of the group since the anchor, whether they asked this construct or not. Where of one only sizes are
     * known, the rest is the least that it can be: not known, unless that alone is too much.
     */
    private @Nullable Double turnover(int from, int to) {
        List<Moves> moves = new ArrayList<>();
        int eligible = 0;
        boolean whole = true;
        for (var pulse : pulses) {
            int ordinal = pulse.point().ordinal();
            AskedGroup.@Nullable Moves seen = pulse.moves();
            if (ordinal == from) {
                eligible = pulse.eligible();
            } else if (ordinal > from && ordinal <= to) {
                if (seen == null) {
                    whole = false;
                } else {
                    moves.add(new Moves(seen.joined(), seen.left()));
                }
            }
        }
        if (eligible == 0) {
            return null;
        }
        double known = Turnover.since(moves, eligible);
        return whole || known > Basis.TURNOVER ? known : null;
    }

    /** When something can be said for the next time. */
    NextCheckpoint next() {
        int own = participation.size();
        return live.stream()
                .flatMap(one -> Checkpoint.next(one.anchor().change().after())
                        .map(kind -> next(
                                kind, own, kind.after() - one.anchor().change().after()))
                        .stream())
                .min(Comparator.comparingInt(NextCheckpoint::stillNeeded).thenComparing(NextCheckpoint::kind))
                .orElseGet(() -> next(Checkpoint.EARLY_SIGN, own, FIRST_SIGN - own));
    }

    private NextCheckpoint next(Checkpoint kind, int own, int stillNeeded) {
        return new NextCheckpoint(kind, own + stillNeeded, expected(stillNeeded).orElse(null), stillNeeded);
    }

    /** As many times the usual distance of two own points further on. */
    private Optional<LocalDate> expected(int stillNeeded) {
        if (days.size() < 2) {
            return Optional.empty();
        }
        List<Long> distances = new ArrayList<>();
        for (int at = 1; at < days.size(); at++) {
            distances.add(ChronoUnit.DAYS.between(days.get(at - 1), days.get(at)));
        }
        distances.sort(Comparator.naturalOrder());
        return Optional.of(days.getLast().plusDays(stillNeeded * distances.get(distances.size() / 2)));
    }
}
