package org.groeipuls.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.groeipuls.pulse.PulseEvent.PulseCancelled;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseExtended;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.release.ReleaseEvent.CountPublished;

/** Keeps {@link PulseAgenda} up to date. */
@ProcessingGroup("views")
public final class AgendaProjection {
    private final PulseAgenda agenda;

    public AgendaProjection(PulseAgenda agenda) {
        this.agenda = agenda;
    }

    @EventHandler
    void on(PulseIssued event, @Timestamp Instant at) {
        agenda.issued(event, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    @EventHandler
    void on(PulseOpened event) {
        agenda.reached(event.pulse(), PulseState.OPEN);
    }

    @EventHandler
    void on(PulseExtended event) {
        agenda.extended(event.pulse(), event.closesAt());
    }

    @EventHandler
    void on(PulseClosed event) {
        agenda.reached(event.pulse(), PulseState.CLOSED);
    }

    @EventHandler
    void on(CountPublished event) {
        agenda.published(event);
    }

    @EventHandler
    void on(PulseCounted event) {
        agenda.reached(event.pulse(), PulseState.COUNTED);
    }

    @EventHandler
    void on(PulseCancelled event) {
        agenda.cancelled(event.pulse(), event.reason());
    }

    @ResetHandler
    void startAgain() {
        agenda.clear();
    }
}
