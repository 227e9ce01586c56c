package org.groeipuls.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groeipuls.programme.Definition;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.programme.Reason;
import org.groeipuls.programme.Turn;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;

/**
 * A programme as far as history knows it.
 *
 * @param from the first day that can come of the definition
 * @param past what became of earlier days, in their order
 * @param heldUp what the pulse of a day waits for; absent when nothing was in the way
 */
public record KnownProgramme(
        ProgrammeId id,
        Definition definition,
        LocalDate from,
        List<Past> past,
        @Nullable HeldUp heldUp) {
    /**
     * What became of a day.
     *
     * @param pulse absent when it was skipped, as is the turn
     * @param skipped why; absent when it was issued
     */
    public record Past(
            LocalDate day,
            @Nullable PulseId pulse,
            @Nullable Turn turn,
            boolean leadersAsked,
            @Nullable Reason skipped) {}

    /** Why the pulse of a day could not be issued so far. */
    public record HeldUp(LocalDate day, Reason reason) {}

    KnownProgramme changed(Definition other, LocalDate since) {
        return new KnownProgramme(id, other, since, past, null);
    }

    KnownProgramme heldUpBy(HeldUp reason) {
        return new KnownProgramme(id, definition, from, past, reason);
    }

    KnownProgramme with(Past day) {
        List<Past> more = new ArrayList<>(past);
        more.removeIf(known -> known.day().equals(day.day()));
        more.add(day);
        more.sort(Comparator.comparing(Past::day));
        var waits = heldUp != null && !heldUp.day().equals(day.day()) ? heldUp : null;
        return new KnownProgramme(id, definition, from, List.copyOf(more), waits);
    }
}
