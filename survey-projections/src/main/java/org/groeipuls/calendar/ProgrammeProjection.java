package org.groeipuls.calendar;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.calendar.KnownProgramme.HeldUp;
import org.groeipuls.calendar.KnownProgramme.Past;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceHeldUp;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceIssued;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceSkipped;
import org.groeipuls.programme.ProgrammeEvent.ProgrammeChanged;
import org.groeipuls.programme.ProgrammeEvent.ProgrammeDefined;

/** Keeps {@link Programmes} up to date. */
@ProcessingGroup("views")
public final class ProgrammeProjection {
    private final Programmes programmes;

    public ProgrammeProjection(Programmes programmes) {
        this.programmes = programmes;
    }

    @EventHandler
    void on(ProgrammeDefined event) {
        programmes.put(new KnownProgramme(event.programme(), event.definition(), event.from(), List.of(), null));
    }

    @EventHandler
    void on(ProgrammeChanged event) {
        programmes.change(event.programme(), known -> known.changed(event.definition(), event.from()));
    }

    @EventHandler
    void on(OccurrenceIssued event) {
        programmes.note(
                event.programme(), new Past(event.day(), event.pulse(), event.turn(), event.leadersAsked(), null));
    }

    @EventHandler
    void on(OccurrenceSkipped event) {
        programmes.note(event.programme(), new Past(event.day(), null, null, false, event.reason()));
    }

    @EventHandler
    void on(OccurrenceHeldUp event) {
        programmes.change(event.programme(), known -> known.heldUpBy(new HeldUp(event.day(), event.reason())));
    }

    @ResetHandler
    void startAgain() {
        programmes.clear();
    }
}
