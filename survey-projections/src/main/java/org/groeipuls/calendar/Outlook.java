package org.groeipuls.calendar;

import java.time.LocalDate;
import java.util.List;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.calendar.KnownProgramme.Past;
import org.groeipuls.programme.Cadence;
import org.groeipuls.programme.Plan;
import org.groeipuls.programme.Planned;
import org.groeipuls.programme.Recurrence;
import org.groeipuls.programme.Turn.Taken;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.jspecify.annotations.Nullable;

/** What comes of programmes, as things stand. */
public final class Outlook {
    private static final int MOST = 400;

    private final PulseAgenda agenda;
    private final Recurrence recurrence;

    public Outlook(PulseAgenda agenda, Recurrence recurrence) {
        this.agenda = agenda;
        this.recurrence = recurrence;
    }

    /**
     * The days of a rule from its first on, 400 at the most.
     *
     * @param until the last day that is looked at
     * @throws org.groeipuls.programme.ProgrammeNotDefinable when the rule cannot be read
     */
    public List<LocalDate> days(Cadence cadence, LocalDate until) {
        return days(cadence, cadence.startsOn(), until);
    }

    private List<LocalDate> days(Cadence cadence, LocalDate from, LocalDate until) {
        var endsOn = cadence.endsOn();
        var last = endsOn != null && endsOn.isBefore(until) ? endsOn : until;
        return recurrence
                .days(cadence.rule(), cadence.startsOn())
                .takeWhile(day -> !day.isAfter(last))
                .dropWhile(day -> day.isBefore(from))
                .limit(MOST)
                .toList();
    }

    /** The pulses to come in the order of their days, to the last day that is looked at; none when it ended. */
    public List<Planned> coming(KnownProgramme known, LocalDate until) {
        var definition = known.definition();
        if (definition.ended()) {
            return List.of();
        }
        var past = known.past();
        var from = past.isEmpty() || past.getLast().day().isBefore(known.from())
                ? known.from()
                : past.getLast().day().plusDays(1);
        return Plan.of(known.id(), definition, days(definition.cadence(), from, until), lastTaken(past));
    }

    /** A pulse that was cancelled took no turn: its form comes again. */
    private @Nullable Taken lastTaken(List<Past> past) {
        for (var day : past.reversed()) {
            var pulse = day.pulse();
            var turn = day.turn();
            if (pulse != null && turn != null && !cancelled(pulse)) {
                return new Taken(day.day(), turn);
            }
        }
        return null;
    }

    private boolean cancelled(PulseId pulse) {
        return agenda.find(pulse)
                .filter(known -> known.state() == PulseState.CANCELLED)
                .isPresent();
    }
}
