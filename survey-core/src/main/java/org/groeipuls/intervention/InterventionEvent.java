package org.groeipuls.intervention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can happen to an intervention. */
public sealed interface InterventionEvent {
    InterventionId intervention();

    /**
     * Something was done, or will be, so that people learn. Whoever knows the leads of the teams can tell from it in
     * what role they took part; it says nothing of answers and names nobody.
     */
    record InterventionRecorded(InterventionId intervention, Particulars particulars) implements InterventionEvent {}

    /** It was otherwise than recorded before; this holds instead. It says as much as a record does, and no more. */
    record InterventionCorrected(InterventionId intervention, Particulars particulars) implements InterventionEvent {}

    /** It ended, after so many sessions if anybody counted them. Its teams know this; it says nothing of answers. */
    record InterventionEnded(
            InterventionId intervention,
            LocalDate endedOn,
            @Nullable Integer sessions) implements InterventionEvent {}

    /** It was recorded by mistake and counts no more. Says that somebody was mistaken, and not who. */
    record InterventionWithdrawn(InterventionId intervention) implements InterventionEvent {}
}
