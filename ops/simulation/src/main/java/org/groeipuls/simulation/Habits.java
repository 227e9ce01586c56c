package org.groeipuls.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How often people behave otherwise than plainly.
 *
 * @param shares share of the people, 0 to 1, per behaviour; what is left of 1 is {@link Behaviour#PLAIN}
 */
public record Habits(Map<Behaviour, Double> shares) {
    /** Everybody sends once. */
    public static final Habits PLAIN = new Habits(Map.of());

    /** Of everything something, as a play that wants to find faults needs it. */
    public static final Habits VARIED = new Habits(Map.of(
            Behaviour.DOUBLE_SEND, .08,
            Behaviour.CUT_REPLY, .08,
            Behaviour.STORM, .01,
            Behaviour.REVISION, .08,
            Behaviour.WITHDRAWAL, .05,
            Behaviour.STALE, .05,
            Behaviour.FORGED, .05));

    /** @throws IllegalArgumentException if a share is below 0 or all together are above 1 */
    public Habits {
        double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all > 1 + 1e-9 || shares.values().stream().anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("Shares of habits lie from 0 to 1 and add up to 1 at most");
        }
        shares = shares.isEmpty() ? Map.of() : new EnumMap<>(shares);
    }

    Behaviour choose(SplittableRandom chance) {
        double drawn = chance.nextDouble();
        for (Behaviour behaviour : Behaviour.values()) {
            drawn -= shares.getOrDefault(behaviour, 0.0);
            if (drawn < 0) {
                return behaviour;
            }
        }
        return Behaviour.PLAIN;
    }
}
