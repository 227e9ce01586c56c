package org.groeipuls.effect;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedSet;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * What came after an intervention of one kind that began on one day: the mean change of the groups that had it minus that of
 * groups that had not had one of that kind by then. "After", never "because of".
 *
 * @param interventions what was recorded of it
 * @param treated groups that had it and whose line reached the checkpoint, with enough data for a verdict
 * @param compared groups that had not, and whose line reached it so too
 * @param awaited groups that had it and whose line has not reached the checkpoint, or where too few points, answers or people that
 *     stayed lie behind it
 * @param effect difference of the mean changes, points; absent without a group on either side
 * @param p share of the ways to deal out the label that give at least as much, 0..1; absent as the effect is
 * @param exact whether all ways were looked at, or 10,000 drawn ones
 */
public record InterventionEffect(
        LearningForm form,
        LeaderRole leaderRole,
        LocalDate startedOn,
        SortedSet<InterventionId> interventions,
        String construct,
        Checkpoint checkpoint,
        SortedSet<GroupId> treated,
        SortedSet<GroupId> compared,
        SortedSet<GroupId> awaited,
        @Nullable Double effect,
        @Nullable Double p,
        @Nullable Boolean exact,
        Finding finding) {
    /** What may be said: something only at the 6th own point, with at least .20 points and p below .05. */
    public enum Finding {
        ROSE_MORE,
        FELL_MORE,
        CANNOT_TELL_YET;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
