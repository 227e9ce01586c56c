package org.groeipuls.programme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.programme.ProgrammeCommand.DefineProgramme;
import org.groeipuls.programme.ProgrammeCommand.HoldUpOccurrence;
import org.groeipuls.programme.ProgrammeCommand.NoteIssued;
import org.groeipuls.programme.ProgrammeCommand.SkipOccurrence;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceHeldUp;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceIssued;
import org.groeipuls.programme.ProgrammeEvent.OccurrenceSkipped;
import org.groeipuls.programme.ProgrammeEvent.ProgrammeChanged;
import org.groeipuls.programme.ProgrammeEvent.ProgrammeDefined;
import org.jspecify.annotations.NullUnmarked;

/** A series of pulses. What became of a day stays; saying anything again changes nothing. */
@NullUnmarked
public final class Programme {
    @AggregateIdentifier
    private ProgrammeId id;

    private Definition definition;
    private LocalDate lastDay = LocalDate.MIN;
    private OccurrenceHeldUp heldUp;
    private final Set<LocalDate> issued = new HashSet<>();
    private final Set<LocalDate> skipped = new HashSet<>();

    Programme() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DefineProgramme command) {
        var wanted = command.definition();
        if (wanted.equals(definition)) {
            return;
        }
        DefiningRules.check(command);
        var from = wanted.cadence().firstReachable(command.now());
        if (id == null) {
            apply(new ProgrammeDefined(command.programme(), wanted, from));
        } else {
            apply(new ProgrammeChanged(id, wanted, from.isAfter(lastDay) ? from : lastDay.plusDays(1)));
        }
    }

    /** A pulse that is there is issued, whatever was thought of its day before. */
    @CommandHandler
    void handle(NoteIssued command) {
        if (!issued.contains(command.day())) {
            var turn = command.turn();
            apply(new OccurrenceIssued(id, command.day(), command.pulse(), turn, turn.leadersAsked()));
        }
    }

    @CommandHandler
    void handle(SkipOccurrence command) {
        if (!isPast(command.day())) {
            apply(new OccurrenceSkipped(id, command.day(), command.reason()));
        }
    }

    @CommandHandler
    void handle(HoldUpOccurrence command) {
        var wanted = new OccurrenceHeldUp(id, command.day(), command.reason());
        if (!isPast(command.day()) && !wanted.equals(heldUp)) {
            apply(wanted);
        }
    }

    private boolean isPast(LocalDate day) {
        return issued.contains(day) || skipped.contains(day);
    }

    @EventSourcingHandler
    void on(ProgrammeDefined event) {
        id = event.programme();
        definition = event.definition();
    }

    @EventSourcingHandler
    void on(ProgrammeChanged event) {
        definition = event.definition();
        heldUp = null;
    }

    @EventSourcingHandler
    void on(OccurrenceIssued event) {
        issued.add(event.day());
        reached(event.day());
    }

    @EventSourcingHandler
    void on(OccurrenceSkipped event) {
        skipped.add(event.day());
        reached(event.day());
    }

    @EventSourcingHandler
    void on(OccurrenceHeldUp event) {
        heldUp = event;
    }

    private void reached(LocalDate day) {
        lastDay = day.isAfter(lastDay) ? day : lastDay;
    }
}
