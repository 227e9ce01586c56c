package org.groeipuls.team;

/** What can happen to a team. */
public sealed interface TeamEvent {
    TeamId team();

    /** A team came to be. Who is in it and who leads it stands in the roster, not here; names and sizes are known inside. */
    record TeamEstablished(TeamId team, String name, UnitId unit, int size) implements TeamEvent {}

    /** A team got another name, unit or size. Whoever knows the team knows this already; it says nothing of answers. */
    record TeamChanged(TeamId team, String name, UnitId unit, int size) implements TeamEvent {}
}
