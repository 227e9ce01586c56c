package org.groeipuls.trend;

import java.util.SortedSet;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/** A point as it is kept: what is shown, whose it was, and the line's state to go on from. */
record TrendRow(
        GroupId group,
        String construct,
        SortedSet<TeamId> teams,
        TrendPoint point,
        @Nullable Line state) {}
