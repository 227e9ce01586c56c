package org.groeipuls.trend;

import java.time.LocalDate;
import org.groeipuls.scoring.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * When something can be said of a line for the next time; until then nothing is.
 *
 * @param kind an early sign, or a verdict
 * @param pulse which own point of the line that is, counted from 1
 * @param expectedOn about when, if pulses go on as they did; absent before the second own point
 * @param stillNeeded how many more own points that takes, 1 or more
 */
public record NextCheckpoint(
        Checkpoint kind, int pulse, @Nullable LocalDate expectedOn, int stillNeeded) {}
