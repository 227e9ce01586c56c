package org.groeipuls.team;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a team. */
public sealed interface TeamCommand {
    /**
     * Makes a team, or gives an existing one another name, unit or size.
     *
     * @param size how many people are in the team, without leads; 0 or more
     * @param effectiveOn since when it holds; absent for from now on
     */
    record EstablishTeam(
            @TargetAggregateIdentifier TeamId team,
            String name,
            UnitId unit,
            int size,
            @Nullable LocalDate effectiveOn) implements TeamCommand {
        /** From now on. */
        public EstablishTeam(TeamId team, String name, UnitId unit, int size) {
            this(team, name, unit, size, null);
        }
    }

    /** Ends a team. Its id is not used again. */
    record CloseTeam(@TargetAggregateIdentifier TeamId team, LocalDate effectiveOn) implements TeamCommand {}
}
