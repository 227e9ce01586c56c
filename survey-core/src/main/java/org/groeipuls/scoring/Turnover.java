package org.groeipuls.scoring;

import java.util.List;

/**
 * How much of a group changed since an anchor (measurement, section 3). Anonymous answers cannot tell changed minds from
 * changed members.
 */
public final class Turnover {
    private Turnover() {}

    /**
     * What a pulse froze about a group since its last pulse.
     *
     * @param joined people who came, 0 or more
     * @param left people who went, 0 or more
     * @throws IllegalArgumentException when a number is outside its domain
     */
    public record Moves(int joined, int left) {
        public Moves {
            Domain.atLeast(0, joined, "joined");
            Domain.atLeast(0, left, "left");
        }
    }

    /**
     * Σ max(joined, left) over the pulses since the anchor / people eligible at the anchor; 0 or more, and above 1 when a
     * group was replaced more than once.
     *
     * @throws IllegalArgumentException when nobody was eligible
     */
    public static double since(List<Moves> pulses, int eligible) {
        Domain.atLeast(1, eligible, "eligible");
        return pulses.stream()
                        .mapToDouble(moves -> Math.max(moves.joined, moves.left))
                        .sum()
                / eligible;
    }
}
