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
 * is absent for who sees no single group, and so is what was found as long as it is the change of fewer than three groups.
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

    private static final int LEAST = 3;

    static ToldEffect of(InterventionEffect one, boolean groups) {
        boolean told = groups || one.treated().size() >= LEAST && one.compared().size() >= LEAST;
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
                told ? one.effect() : null,
                told ? one.p() : null,
                told ? one.exact() : null,
                told ? one.finding() : Finding.CANNOT_TELL_YET);
    }
}
