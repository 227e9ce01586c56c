package org.groeipuls.system.architecture.breach.projections.live;

import java.util.function.Supplier;

/** Plays a projection that looks into the box by way of another class. */
public record LiveScore(Supplier<BoxWatch> watch) {
    /** A running score. */
    public int score() {
        return watch.get().boxes().holds("march") ? 1 : 0;
    }
}
