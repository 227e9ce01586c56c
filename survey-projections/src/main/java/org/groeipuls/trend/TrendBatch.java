package org.groeipuls.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.agenda.BulkRows;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Points in bulk: where each line stands is kept at hand, and what is new is written in batches. One state per group and
 * construct, however long history is. What is not at hand is read from the table.
 */
final class TrendBatch extends TrendRows {
    private static final String INSERT = "insert into trend_point (grp, construct, pulse, ordinal, line, own, content)"
            + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update trend_point set content = ? where grp = ? and construct = ? and pulse = ?";

    private final TrendTable table;
    private final BulkRows rows;
    private final Map<GroupId, Optional<TrendRow>> latest = new HashMap<>();
    private final Map<Place, Optional<At>> states = new HashMap<>();
    private final Map<Point, TrendRow> ofPulse = new HashMap<>();
    private final Map<Point, TrendRow> added = new LinkedHashMap<>();
    private final Map<Point, TrendRow> replaced = new LinkedHashMap<>();
    private @Nullable PulseId current;

    private record Place(GroupId group, String construct) {}

    private record Point(GroupId group, String construct, PulseId pulse) {
        static Point of(TrendRow row) {
            return new Point(row.group(), row.construct(), row.point().pulse());
        }
    }

    private record At(int line, Line state) {}

    TrendBatch(TrendTable table, BulkRows rows) {
        this.table = table;
        this.rows = rows;
    }

    /** A pulse was counted: it has no points yet, and those that it gets come now. */
    void counted(PulseId pulse) {
        ofPulse.clear();
        current = pulse;
    }

    @Override
    Optional<TrendRow> latest(GroupId group) {
        return latest.computeIfAbsent(group, table::latest);
    }

    @Override
    Optional<TrendRow> find(GroupId group, String construct, PulseId pulse) {
        if (pulse.equals(current)) {
            return Optional.ofNullable(ofPulse.get(new Point(group, construct, pulse)));
        }
        flush();
        return table.find(group, construct, pulse);
    }

    /** Lines only go up, so the last one of a construct is the only one that goes on. */
    @Override
    Optional<Line> state(GroupId group, String construct, int line) {
        return states.computeIfAbsent(
                        new Place(group, construct),
                        place -> table.state(group, construct, line).map(state -> new At(line, state)))
                .filter(at -> at.line() == line)
                .map(At::state);
    }

    @Override
    List<TrendRow> own(GroupId group, String construct, int before) {
        flush();
        return table.own(group, construct, before);
    }

    @Override
    void add(TrendRow row) {
        var point = Point.of(row);
        added.put(point, row);
        ofPulse.put(point, row);
        latest.put(row.group(), Optional.of(row));
        var state = row.state();
        if (state != null) {
            states.put(
                    new Place(row.group(), row.construct()),
                    Optional.of(new At(row.point().line(), state)));
        }
    }

    @Override
    void replace(TrendRow row) {
        var point = Point.of(row);
        ofPulse.put(point, row);
        if (added.replace(point, row) == null) {
            replaced.put(point, row);
        }
    }

    /** Puts what is new. */
    void flush() {
        if (!added.isEmpty()) {
            List<Object[]> inserts = new ArrayList<>(added.size());
            added.values()
                    .forEach(row -> inserts.add(new Object[] {
                        row.group().value(),
                        row.construct(),
                        row.point().pulse().value(),
                        row.point().ordinal(),
                        row.point().line(),
                        row.state() != null,
                        table.written(row)
                    }));
            rows.put(INSERT, inserts);
            added.clear();
        }
        if (!replaced.isEmpty()) {
            List<Object[]> updates = new ArrayList<>(replaced.size());
            replaced.values()
                    .forEach(row -> updates.add(new Object[] {
                        table.written(row),
                        row.group().value(),
                        row.construct(),
                        row.point().pulse().value()
                    }));
            rows.put(UPDATE, updates);
            replaced.clear();
        }
    }
}
