package org.groeipuls.system.architecture.breach.core.cycle.one;

import org.groeipuls.system.architecture.breach.core.cycle.two.Two;

/** Knows {@link Two}, which knows this. */
public record One(Two two) {}
