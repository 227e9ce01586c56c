package org.groeipuls.signal;

import java.time.LocalDate;
import org.groeipuls.scoring.PairedGap;
import org.groeipuls.scoring.Pattern;
import org.groeipuls.team.GroupId;

/**
 * Where a pattern of a group stands after its latest occasion: the answers show a gap between what is said and what is done.
 *
 * @param pattern M1 to M4
 * @param level who may see it: the group alone, or the organisation too
 * @param latest the gap at the latest occasion
 * @param occasions how many there were
 * @param supported whether other released figures speak for it too
 * @param fear of M4: the answers speak of fear of celebrating what failed, where it is seldom celebrated at all
 */
public record Signal(
        GroupId group,
        String pattern,
        Pattern.Level level,
        PairedGap latest,
        LocalDate countedOn,
        int occasions,
        boolean supported,
        boolean fear) {}
