package org.groeipuls.programme;

import java.time.LocalDate;
import org.groeipuls.pulse.PulseId;

/** What can happen to a programme. */
public sealed interface ProgrammeEvent {
    ProgrammeId programme();

    /**
     * A programme was defined. Tells everyone when who will be asked; nobody is named.
     *
     * @param from the first day that can come of it
     */
    record ProgrammeDefined(ProgrammeId programme, Definition definition, LocalDate from) implements ProgrammeEvent {}

    /** It is otherwise from this day on; earlier ones stay what they were. Tells as much. */
    record ProgrammeChanged(ProgrammeId programme, Definition definition, LocalDate from) implements ProgrammeEvent {}

    /**
     * The pulse of a day was issued. Says nothing that the pulse does not say.
     *
     * @param leadersAsked whether leads are asked for their own form beside it
     */
    record OccurrenceIssued(ProgrammeId programme, LocalDate day, PulseId pulse, Turn turn, boolean leadersAsked)
            implements ProgrammeEvent {}

    /**
     * The pulse of a day does not come about. The reason speaks of the organisation, its sizes and keys; nobody can infer
     * anything of a person from it.
     */
    record OccurrenceSkipped(ProgrammeId programme, LocalDate day, Reason reason) implements ProgrammeEvent {}

    /** The pulse of a day could not be issued yet; it is tried again. Tells as much as a skipped one. */
    record OccurrenceHeldUp(ProgrammeId programme, LocalDate day, Reason reason) implements ProgrammeEvent {}
}
