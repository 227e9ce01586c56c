package org.groeipuls.system.architecture.breach.core.scoring;

import org.groeipuls.pulse.PulseId;

/** A formula knows numbers, not pulses. */
public record ScoreOfPulse(PulseId pulse, double score) {}
