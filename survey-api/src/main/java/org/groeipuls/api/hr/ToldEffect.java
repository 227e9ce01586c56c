package org.groeipuls.api.hr;

import java.time.LocalDate;
import java.util.SortedSet;
import org.groeipuls.effect.InterventionEffect;
import org.groeipuls.effect.InterventionEffect.Finding;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * What came after interventions that are one; see {@link InterventionEffect}. Which they are and which groups had them
 * is absent for who sees no single group, and so is one that fewer than three groups had.
 */
public record ToldEffect(
        LearningForm form,
        LeaderRole leaderRole,
        LocalDate startedOn,
        @Nullable SortedSet<InterventionId> interventions,
        String construct,
        Checkpoint checkpoint,
        @Nullable SortedSet<GroupId> treated,
        @Nullable SortedSet<GroupId> compared,
        @Nullable SortedSet<GroupId> awaited,
        int treatedGroups,
        int comparedGroups,
        int awaitedGroups,
        @Nullable Double effect,
        @Nullable Double p,
        @Nullable Boolean exact,
        Finding finding) {

    static ToldEffect of(InterventionEffect one, boolean groups) {
        return new ToldEffect(
                one.form(),
                one.leaderRole(),
                one.startedOn(),
                groups ? one.interventions() : null,
                one.construct(),
                one.checkpoint(),
                groups ? one.treated() : null,
                groups ? one.compared() : null,
                groups ? one.awaited() : null,
                one.treated().size(),
                one.compared().size(),
                one.awaited().size(),
                one.effect(),
                one.p(),
                one.exact(),
                one.finding());
    }
}
