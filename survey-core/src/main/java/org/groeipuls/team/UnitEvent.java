package org.groeipuls.team;

import org.jspecify.annotations.Nullable;

/** What can happen to a unit. */
public sealed interface UnitEvent {
    UnitId unit();

    /** A unit came to be. Names and sizes of units are known to everyone in the organisation; nobody's name is in it. */
    record UnitEstablished(
            UnitId unit, String name, @Nullable UnitId parent, int size) implements UnitEvent {}

    /** A unit got another name, parent or size. Says of nobody what they answered; sizes are known in the organisation. */
    record UnitChanged(UnitId unit, String name, @Nullable UnitId parent, int size) implements UnitEvent {}
}
