package org.groeipuls.action;

import java.time.LocalDate;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.wording.WordingId;

/**
 * What was agreed.
 *
 * @param pulse after which counted pulse
 * @param wording refers to its text, which is no part of history
 * @param owner whose turn it is
 * @param due by which day
 */
public record Agreed(PulseId pulse, WordingId wording, Owner owner, LocalDate due) {}
