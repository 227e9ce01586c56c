package org.groeipuls.outcome;

import org.groeipuls.intervention.InterventionId;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;

/**
 * From where a change is measured.
 *
 * @param pulse the group's own point at the anchor
 * @param line which of the group's lines it is on
 * @param marker the intervention whose last own point before it this is; absent for a rolling anchor (the 3rd own point
 *     and every 6th after it)
 */
public record Anchored(PulseId pulse, int line, @Nullable InterventionId marker) {}
