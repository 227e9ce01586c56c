package org.groeipuls.team;

import java.time.LocalDate;
import java.util.List;

/** What can happen to a change of the organisation. */
public sealed interface ReorganisationEvent {
    ReorganisationId reorganisation();

    /** A change was put down for a day to come. Tells who reads history that it is coming, and names no person. */
    record ReorganisationPlanned(ReorganisationId reorganisation, OrganisationChange change, LocalDate effectiveOn)
            implements ReorganisationEvent {}

    /**
     * A change holds, from a day on that may lie before the one on which it was said. Everybody in the organisation knows
     * which teams became which; it names no person and says nothing of answers.
     */
    record ReorganisationTookEffect(
            ReorganisationId reorganisation, OrganisationChange change, LocalDate effectiveOn, List<Descent> descents)
            implements ReorganisationEvent {}

    /** A change that had been put down will not be. Says that somebody thought better of it, and not who. */
    record ReorganisationWithdrawn(ReorganisationId reorganisation) implements ReorganisationEvent {}
}
