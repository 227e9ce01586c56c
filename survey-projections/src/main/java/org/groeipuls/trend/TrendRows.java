package org.groeipuls.trend;

import java.util.List;
import java.util.Optional;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;

/** The points of trends as {@link TrendFold} needs them: read one by one from a table, or kept at hand in bulk. */
abstract sealed class TrendRows permits TrendTable, TrendBatch {
    /** One of the points of a group's latest pulse, of whichever construct. */
    abstract Optional<TrendRow> latest(GroupId group);

    abstract Optional<TrendRow> find(GroupId group, String construct, PulseId pulse);

    /** Where a line of a group and construct stands after its last point. */
    abstract Optional<Line> state(GroupId group, String construct, int line);

    /** The own points of a group and construct, in order, of its lines before the one with this number. */
    abstract List<TrendRow> own(GroupId group, String construct, int before);

    abstract void add(TrendRow row);

    /** Puts another content in the place of the same point's. */
    abstract void replace(TrendRow row);
}
