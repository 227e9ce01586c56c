package org.groeipuls.calibration;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.calibration.CalibrationCommand.AdoptCalibration;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.jspecify.annotations.NullUnmarked;

/**
 * One version of the constants: adopted once, the same for ever. It holds from a day that is still to come, so no pulse
 * that has closed is ever counted with it, however late the count is.
 */
@NullUnmarked
public final class AdoptedCalibration {
    @AggregateIdentifier
    private CalibrationVersion version;

    private CalibrationAdopted adopted;

    AdoptedCalibration() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdoptCalibration command) {
        var wanted = new CalibrationAdopted(
                command.calibration(), command.constants(), command.origin(), command.validFrom());
        if (adopted == null) {
            if (command.calibration().isReserved()) {
                throw new CalibrationAlreadyAdopted(command.calibration());
            }
            if (!command.validFrom().isAfter(command.today())) {
                throw new CalibrationValidTooEarly(command.today().plusDays(1));
            }
            apply(wanted);
        } else if (!adopted.equals(wanted)) {
            throw new CalibrationAlreadyAdopted(command.calibration());
        }
    }

    @EventSourcingHandler
    void on(CalibrationAdopted event) {
        version = event.calibration();
        adopted = event;
    }
}
