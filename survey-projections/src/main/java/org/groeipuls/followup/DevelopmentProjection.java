package org.groeipuls.followup;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.development.BundleEvent.AnswerCorrected;
import org.groeipuls.development.BundleEvent.BundleAnswered;
import org.groeipuls.development.BundleEvent.BundleChanged;
import org.groeipuls.development.BundleEvent.PointsBundled;
import org.groeipuls.development.GoalEvent.GoalChanged;
import org.groeipuls.development.GoalEvent.GoalSet;
import org.groeipuls.development.PointEvent.PointReworded;
import org.groeipuls.development.PointEvent.PointSent;

/** Keeps {@link DevelopmentTable} up to date. Erased texts need nothing here: what refers to them refers to nothing then. */
@ProcessingGroup("views")
public final class DevelopmentProjection {
    private final DevelopmentTable table;

    public DevelopmentProjection(DevelopmentTable table) {
        this.table = table;
    }

    @EventHandler
    void on(PointSent event) {
        table.put(new KnownPoint(event.point(), event.unit(), event.wording()));
    }

    @EventHandler
    void on(PointReworded event) {
        var known = table.find(event.point()).orElseThrow();
        table.put(new KnownPoint(known.id(), known.unit(), event.wording()));
    }

    @EventHandler
    void on(PointsBundled event) {
        table.put(new KnownBundle(event.bundle(), event.theme(), event.points(), event.answerBy(), null));
    }

    @EventHandler
    void on(BundleChanged event) {
        var known = table.find(event.bundle()).orElseThrow();
        table.put(new KnownBundle(known.id(), event.theme(), event.points(), known.answerBy(), known.answer()));
    }

    @EventHandler
    void on(BundleAnswered event) {
        table.put(table.find(event.bundle())
                .orElseThrow()
                .answered(new KnownBundle.Answer(event.decision(), event.because(), event.answeredOn())));
    }

    @EventHandler
    void on(AnswerCorrected event) {
        var known = table.find(event.bundle()).orElseThrow();
        var before = java.util.Objects.requireNonNull(known.answer());
        table.put(known.answered(new KnownBundle.Answer(event.decision(), event.because(), before.answeredOn())));
    }

    @EventHandler
    void on(GoalSet event) {
        table.put(new KnownGoal(event.goal(), event.aim()));
    }

    @EventHandler
    void on(GoalChanged event) {
        table.put(new KnownGoal(event.goal(), event.aim()));
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
