package org.groeipuls.system.architecture.breach.core.upwards;

import org.groeipuls.trend.TrendTable;

/** Plays a class of core. */
public record Climber(TrendTable trends) {}
