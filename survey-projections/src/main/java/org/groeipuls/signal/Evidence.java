package org.groeipuls.signal;

import java.time.LocalDate;
import java.util.SortedSet;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;

/**
 * What was released of one statement that speaks for a pattern beside its gap.
 *
 * @param teams the teams that stood in the group; what others said is no evidence
 * @param mean of the answers, 1 to 5; under {@code banded} the middle of their class
 */
record Evidence(GroupId group, SortedSet<TeamId> teams, String item, PulseId pulse, LocalDate countedOn, double mean) {
    /** How often silence was heard. */
    static final String SILENCE = "HS";

    /** The belief that celebrating failures makes people careless. */
    static final String CARELESS = "B4";

    /** That what was learned from a mistake is celebrated. */
    static final String CELEBRATED = "ETL3";
}
