package org.groeipuls.team;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a team. */
public sealed interface TeamCommand {
    /**
     * Makes a team, or gives an existing one another name, unit or size.
     *
     * @param size how many people are in the team, without leads; 0 or more
     */
    record EstablishTeam(@TargetAggregateIdentifier TeamId team, String name, UnitId unit, int size)
            implements TeamCommand {}
}
