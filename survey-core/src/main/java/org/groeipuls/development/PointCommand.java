package org.groeipuls.development;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.team.UnitId;
import org.groeipuls.wording.WordingId;

/** What can be asked of a development point. */
public sealed interface PointCommand {
    /**
     * Sends one sentence up; what is known already is worded otherwise.
     *
     * @param unit in whose name it goes up: of at least ten people and two groups
     */
    record SendPoint(@TargetAggregateIdentifier PointId point, UnitId unit, WordingId wording)
            implements PointCommand {}

    /** Says that its sentence was erased. */
    record RemovePointWords(@TargetAggregateIdentifier PointId point) implements PointCommand {}
}
