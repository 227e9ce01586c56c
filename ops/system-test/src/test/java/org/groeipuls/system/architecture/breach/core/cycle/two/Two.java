package org.groeipuls.system.architecture.breach.core.cycle.two;

import org.groeipuls.system.architecture.breach.core.cycle.one.One;
import org.jspecify.annotations.Nullable;

/** Knows {@link One}, which knows this. */
public record Two(@Nullable One one) {}
