package org.groeipuls.register;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.intervention.InterventionEvent.InterventionCorrected;
import org.groeipuls.intervention.InterventionEvent.InterventionEnded;
import org.groeipuls.intervention.InterventionEvent.InterventionRecorded;
import org.groeipuls.intervention.InterventionEvent.InterventionWithdrawn;

/** Keeps {@link InterventionRegister} up to date. */
@ProcessingGroup("views")
public final class RegisterProjection {
    private final InterventionRegister register;

    public RegisterProjection(InterventionRegister register) {
        this.register = register;
    }

    @EventHandler
    void on(InterventionRecorded event) {
        register.put(event.intervention(), event.particulars());
    }

    @EventHandler
    void on(InterventionCorrected event) {
        register.put(event.intervention(), event.particulars());
    }

    @EventHandler
    void on(InterventionEnded event) {
        var known = register.find(event.intervention()).orElseThrow();
        register.put(event.intervention(), known.particulars().ended(event.endedOn(), event.sessions()));
    }

    @EventHandler
    void on(InterventionWithdrawn event) {
        var known = register.find(event.intervention()).orElseThrow();
        register.put(new KnownIntervention(known.id(), known.particulars(), true));
    }

    @ResetHandler
    void startAgain() {
        register.clear();
    }
}
