package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.groeipuls.api.hr.Overview.EffectsView;
import org.groeipuls.api.hr.Overview.HeatmapView;
import org.groeipuls.api.hr.Overview.MovedView;
import org.groeipuls.api.hr.Overview.OrganisationSignal;
import org.groeipuls.api.hr.Overview.ParticipationView;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.scoring.Checkpoint;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisation from above; {@link Overview} says who sees how much of it. */
@RestController
@RequestMapping("/api/v1/organisation")
@PreAuthorize("hasAnyRole('HR', 'ANALYST', 'DIRECTION')")
class OverviewResource {
    private final Overview overview;

    OverviewResource(Overview overview) {
        this.overview = overview;
    }

    @ReadableAsOf
    @GetMapping("/heatmap")
    @Operation(summary = "How sure it is on which side of the middle units stand; no ranking")
    HeatmapView heatmap(Authentication who) {
        return overview.heatmap(who);
    }

    @ReadableAsOf
    @GetMapping("/participation")
    @Operation(
            summary = "How many groups of a unit took part in which step, at their latest counted pulse",
            description = "Parts share no group; of fewer than three groups nothing is said, except to analysts.")
    ParticipationView participation(Authentication who) {
        return overview.participation(who);
    }

    @ReadableAsOf
    @GetMapping("/moved")
    @Operation(
            summary = "Which lines moved at the latest checkpoints, as lists that hold for all groups together",
            description = "The direction sees how many, and no single group.")
    MovedView moved(Authentication who) {
        return overview.moved(who);
    }

    @ReadableAsOf
    @GetMapping("/effects")
    @Operation(
            summary = "What came after interventions, against groups that had not had them by then",
            description =
                    "The direction sees those that at least three groups had, not which groups, and what was found"
                            + " once three of them and three others reached the checkpoint.")
    EffectsView effects(
            @RequestParam(value = "construct", defaultValue = "psychological-safety") String construct,
            @RequestParam(value = "checkpoint", defaultValue = "verdict") String checkpoint,
            Authentication who) {
        var kind = switch (checkpoint) {
            case "verdict" -> Checkpoint.VERDICT;
            case "early-sign" -> Checkpoint.EARLY_SIGN;
            default -> throw new ParameterNotAllowed();
        };
        return overview.effects(construct, kind, who);
    }

    @ReadableAsOf
    @GetMapping("/signals")
    @Operation(
            summary = "Gaps between what is said and what is done that came back, or for which other figures speak",
            description =
                    "Only what was seen twice, or once with other evidence; from three groups with an occasion on.")
    List<OrganisationSignal> signals(Authentication who) {
        return overview.signals(who);
    }
}
