package org.groeipuls.followup;

import org.groeipuls.development.PointId;
import org.groeipuls.team.UnitId;
import org.groeipuls.wording.WordingId;

/**
 * A development point as it is known now.
 *
 * @param unit in whose name it went up
 */
public record KnownPoint(PointId id, UnitId unit, WordingId wording) {}
