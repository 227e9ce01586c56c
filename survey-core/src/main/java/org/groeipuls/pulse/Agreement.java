package org.groeipuls.pulse;

import java.time.LocalDate;

/** The works council's consent to asking: where it is written down, and of which day it is. */
public record Agreement(String reference, LocalDate date) {}
