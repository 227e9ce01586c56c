package org.groeipuls.followup;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.action.ActionEvent.ActionAgreed;
import org.groeipuls.action.ActionEvent.ActionConcluded;
import org.groeipuls.action.ActionEvent.ActionCorrected;
import org.groeipuls.action.ActionEvent.ActionReopened;
import org.groeipuls.action.ActionState;

/** Keeps {@link ActionTable} up to date. Erased texts need nothing here: what refers to them refers to nothing then. */
@ProcessingGroup("views")
public final class ActionProjection {
    private final ActionTable table;

    public ActionProjection(ActionTable table) {
        this.table = table;
    }

    @EventHandler
    void on(ActionAgreed event) {
        table.put(new KnownAction(event.action(), event.team(), event.agreed(), ActionState.OPEN, null));
    }

    @EventHandler
    void on(ActionCorrected event) {
        var known = table.find(event.action()).orElseThrow();
        table.put(new KnownAction(known.id(), known.team(), event.agreed(), known.state(), known.outcome()));
    }

    @EventHandler
    void on(ActionConcluded event) {
        table.put(table.find(event.action()).orElseThrow().in(event.state(), event.outcome()));
    }

    @EventHandler
    void on(ActionReopened event) {
        table.put(table.find(event.action()).orElseThrow().in(ActionState.OPEN, null));
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
