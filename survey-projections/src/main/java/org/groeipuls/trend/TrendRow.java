package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.SortedSet;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A point as it is kept: what is shown, whose it was, and what is needed to go on from it.
 *
 * @param state where the line stands after an own point
 * @param measured what an own point went into the line with
 * @param answered how many answered, where figures of the group alone were released; absent elsewhere
 * @param eligible how many people were asked
 * @param moves how many came and went since the group's pulse before; absent where only sizes are known
 * @param origin which groups the line began from; absent where it began from nothing
 * @param begunOn when the pulse was counted that the line began at, whichever constructs it asked; what they were later is
 *     none of it; absent where it began from nothing
 * @param apart how many lines more role-modelling by leaders has than the rest, because leads changed and people did not;
 *     absent for none
 * @param askedBefore how many people were asked at the pulse that the share of who answered is held against; absent for none
 */
record TrendRow(
        GroupId group,
        String construct,
        SortedSet<TeamId> teams,
        TrendPoint point,
        @Nullable Line state,
        @Nullable Measured measured,
        @Nullable Integer answered,
        int eligible,
        AskedGroup.@Nullable Moves moves,
        AskedGroup.@Nullable Origin origin,
        @Nullable LocalDate begunOn,
        @Nullable Integer apart,
        @Nullable Integer askedBefore) {
    /**
     * @param noise variance of the value around the line (R), points²
     * @param q variance of the true change per pulse, from the calibration of that time
     * @param participation share of the eligible who answered, 0..1
     */
    record Measured(double noise, double q, double participation) {}

    /**
     * A point before anything is known of it.
     *
     * @param latest the group's latest row before this one, of this pulse or the one before; absent where that was other
     *     people
     * @param origin of the line that it is on
     * @param begunOn of the line that it is on
     * @param apart as in the row
     */
    record Begun(
            TrendPoint point,
            @Nullable TrendRow latest,
            AskedGroup.@Nullable Origin origin,
            @Nullable LocalDate begunOn,
            @Nullable Integer apart) {}

    /** The point of an asked group. */
    static TrendRow of(
            AskedGroup group,
            String construct,
            Begun begun,
            TrendPoint point,
            @Nullable Line state,
            @Nullable Measured measured,
            @Nullable Integer answered,
            @Nullable Integer askedBefore) {
        return new TrendRow(
                group.group(),
                construct,
                group.teams(),
                point,
                state,
                measured,
                answered,
                group.eligible(),
                group.moves(),
                begun.origin(),
                begun.begunOn(),
                begun.apart(),
                askedBefore);
    }

    /** How many lines more role-modelling has. */
    int more() {
        return apart == null ? 0 : apart;
    }

    /** Which line the group is on in what is not about leaders. */
    int line() {
        return point.line() - TrendFold.more(construct, more());
    }

    /** The same place with another point, which is no own one. */
    TrendRow with(TrendPoint other) {
        return new TrendRow(
                group, construct, teams, other, null, null, null, eligible, moves, origin, begunOn, apart, null);
    }
}
