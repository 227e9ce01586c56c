package org.groeipuls.constants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.groeipuls.calibration.Constants;
import org.groeipuls.calibration.Origin;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.scoring.CalibrationEstimate;
import org.groeipuls.scoring.ReleasedSeries;
import org.groeipuls.scoring.ReleasedSeries.Point;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;

/**
 * History as far as an organisation's constants can be estimated from it: what was released of each group's own blocks,
 * and the organisation's records. A merged block is nobody's point, as in trends.
 */
public final class ReleasedFigures {
    private final Function<InstrumentKey, Instrument> instruments;
    private final Map<PulseId, PulseIssued> issued = new HashMap<>();
    private final Map<PulseId, CountPublished> counts = new LinkedHashMap<>();
    private final Map<GroupId, Place> places = new HashMap<>();
    private final List<OwnFigures> own = new ArrayList<>();
    private final ItemMeans means = new ItemMeans();
    private final RecordedSpread spread = new RecordedSpread();

    /** Where a group is in its own count of pulses; other people than before start another line, as in trends. */
    private record Place(int ordinal, int line, SortedSet<TeamId> teams) {
        static Place first(SortedSet<TeamId> teams) {
            return new Place(1, 1, teams);
        }

        Place next(AskedGroup now) {
            return new Place(ordinal + 1, now.samePeopleAs(teams) ? line : line + 1, now.teams());
        }
    }

    private record OneLine(GroupId group, int line, String construct) {}

    private record OwnFigures(OneLine of, int ordinal, ScaleReleased figures) {}

    /**
     * What was estimated.
     *
     * @param origin from which pulses and how many lines
     */
    public record Estimate(Constants constants, Origin origin) {}

    /** @param instruments the instruments that pulses name */
    public ReleasedFigures(Function<InstrumentKey, Instrument> instruments) {
        this.instruments = instruments;
    }

    public void on(PulseIssued event) {
        issued.put(event.pulse(), event);
    }

    public void on(CountPublished event) {
        counts.put(event.pulse(), event);
        spread.on(event);
        for (AskedGroup group : known(event.pulse()).groups()) {
            places.compute(
                    group.group(), (id, before) -> before == null ? Place.first(group.teams()) : before.next(group));
        }
    }

    public void on(BlockReleased event) {
        var instrument = instruments.apply(known(event.pulse()).instrument());
        for (Construct construct : instrument.constructs()) {
            means.on(event, instrument, construct.key());
            if (event.groups().size() == 1) {
                own(event, instrument, construct.key());
            }
        }
    }

    private void own(BlockReleased event, Instrument instrument, String construct) {
        var group = event.groups().first();
        var place = places.get(group);
        if (place != null) {
            ScaleReleased.of(event, instrument, construct)
                    .ifPresent(figures -> own.add(
                            new OwnFigures(new OneLine(group, place.line(), construct), place.ordinal(), figures)));
        }
    }

    private PulseIssued known(PulseId pulse) {
        var found = issued.get(pulse);
        if (found == null) {
            throw new IllegalStateException("History counts pulse " + pulse.value() + ", which was never issued");
        }
        return found;
    }

    /** How many groups have six points of one construct, where they are most. */
    public int groups() {
        return CalibrationEstimate.groups(series(Map.of()));
    }

    /** The constants that these figures give; empty until some construct has 30 groups with six points each. */
    public Optional<Estimate> estimate() {
        var offsets = means.offsets();
        var series = series(offsets);
        return CalibrationEstimate.of(
                        series,
                        new CalibrationEstimate.Stated("estimate", offsets, spread.ofConstructs(), spread.ofGaps()))
                .map(found -> new Estimate(
                        Constants.of(found),
                        Origin.estimated(
                                CalibrationEstimate.RULE,
                                List.copyOf(counts.keySet()),
                                CalibrationEstimate.groups(series))));
    }

    private List<ReleasedSeries> series(Map<String, Double> offsets) {
        Map<OneLine, List<Point>> lines = new LinkedHashMap<>();
        for (OwnFigures one : own) {
            lines.computeIfAbsent(one.of(), line -> new ArrayList<>())
                    .add(one.figures().point(one.ordinal(), offsets));
        }
        return lines.entrySet().stream()
                .map(line -> new ReleasedSeries(line.getKey().construct(), line.getValue()))
                .toList();
    }
}
