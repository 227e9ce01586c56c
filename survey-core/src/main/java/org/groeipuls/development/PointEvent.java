package org.groeipuls.development;

import org.groeipuls.team.UnitId;
import org.groeipuls.wording.WordingId;

/** What can happen to a development point. Its sentence, and which group chose it, stand beside history. */
public sealed interface PointEvent {
    PointId point();

    /**
     * A group agreed on one sentence after a counted pulse and had it sent up in the name of a unit. Says neither which
     * group nor after which pulse; the unit has at least two groups and ten people, so nobody follows from it.
     */
    record PointSent(PointId point, UnitId unit, WordingId wording) implements PointEvent {}

    /** It was worded otherwise. Says that the group looked at its sentence again, and not which group that is. */
    record PointReworded(PointId point, WordingId wording) implements PointEvent {}

    /** Its sentence was erased. Says that somebody asked for it, and not who or why. */
    record PointWordsRemoved(PointId point) implements PointEvent {}
}
