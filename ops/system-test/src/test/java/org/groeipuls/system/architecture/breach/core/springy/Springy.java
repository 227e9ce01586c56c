package org.groeipuls.system.architecture.breach.core.springy;

import org.springframework.stereotype.Component;

/** Plays a class of core. */
@Component
public final class Springy {}
