package org.groeipuls.pulse;

import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** A unit as it was when the pulse was issued; {@code parent} is the unit above, none for the root. */
public record AskedUnit(UnitId unit, String name, @Nullable UnitId parent) {}
