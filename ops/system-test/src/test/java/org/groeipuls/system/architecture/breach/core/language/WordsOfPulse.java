package org.groeipuls.system.architecture.breach.core.language;

import org.groeipuls.pulse.PulseId;

/** A word list knows texts, not where they come from. */
public record WordsOfPulse(PulseId pulse, String words) {}
