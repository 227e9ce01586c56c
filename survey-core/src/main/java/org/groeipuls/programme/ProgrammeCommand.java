package org.groeipuls.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.pulse.PulseId;

/** What can be asked of a programme. Time rides in the command; nothing here reads a clock. */
public sealed interface ProgrammeCommand {
    ProgrammeId programme();

    /**
     * Defines a programme, or changes what comes of it from the next pulse on that is not issued yet.
     *
     * @param days the days of its rule over the years that are looked at
     * @param demonstration whether it may go without the works council's consent
     */
    record DefineProgramme(
            @TargetAggregateIdentifier ProgrammeId programme,
            Definition definition,
            List<LocalDate> days,
            boolean demonstration,
            Instant now)
            implements ProgrammeCommand {}

    /** Follows a pulse that was issued. */
    record NoteIssued(@TargetAggregateIdentifier ProgrammeId programme, LocalDate day, PulseId pulse, Turn turn)
            implements ProgrammeCommand {}

    /** Passes over a day for good. */
    record SkipOccurrence(@TargetAggregateIdentifier ProgrammeId programme, LocalDate day, Reason reason)
            implements ProgrammeCommand {}

    /** Says why the pulse of a day could not be issued so far. */
    record HoldUpOccurrence(@TargetAggregateIdentifier ProgrammeId programme, LocalDate day, Reason reason)
            implements ProgrammeCommand {}
}
