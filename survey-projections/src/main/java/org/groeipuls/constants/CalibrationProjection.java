package org.groeipuls.constants;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;

/** Keeps {@link CalibrationRegister} up to date. */
@ProcessingGroup("views")
public final class CalibrationProjection {
    private final CalibrationRegister register;

    public CalibrationProjection(CalibrationRegister register) {
        this.register = register;
    }

    @EventHandler
    void on(CalibrationAdopted event) {
        register.put(event);
    }

    @ResetHandler
    void startAgain() {
        register.clear();
    }
}
