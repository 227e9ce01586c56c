package org.groeipuls.signal;

import java.time.LocalDate;
import java.util.SortedSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.GapRule;
import org.groeipuls.scoring.PairedGap;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;

/**
 * One pulse that asked a group both sides of a pattern and was released for the group alone.
 *
 * @param teams the teams that stood in the group; others start anew
 * @param pattern M1 to M4
 * @param gap as released figures give it
 * @param rule from when on it is a pattern
 * @param calibration version of the constants it was computed with
 */
record Occasion(
        GroupId group,
        SortedSet<TeamId> teams,
        String pattern,
        PulseId pulse,
        LocalDate countedOn,
        InstrumentKey instrument,
        PairedGap gap,
        GapRule rule,
        String calibration) {}
