package org.groeipuls.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can happen to a team. */
public sealed interface TeamEvent {
    TeamId team();

    /** A team came to be. Who is in it and who leads it stands in the roster, not here; names and sizes are known inside. */
    record TeamEstablished(
            TeamId team,
            String name,
            UnitId unit,
            int size,
            @Nullable LocalDate effectiveOn) implements TeamEvent {
        /** From the day on which it is said. */
        public TeamEstablished(TeamId team, String name, UnitId unit, int size) {
            this(team, name, unit, size, null);
        }
    }

    /** A team got another name, unit or size. Whoever knows the team knows this already; it says nothing of answers. */
    record TeamChanged(
            TeamId team,
            String name,
            UnitId unit,
            int size,
            @Nullable LocalDate effectiveOn) implements TeamEvent {
        /** From the day on which it is said. */
        public TeamChanged(TeamId team, String name, UnitId unit, int size) {
            this(team, name, unit, size, null);
        }
    }

    /** A team is there no more. Its people know it; it says nothing of answers and names nobody. */
    record TeamClosed(TeamId team, LocalDate effectiveOn) implements TeamEvent {}
}
