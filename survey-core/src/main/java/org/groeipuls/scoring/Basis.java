package org.groeipuls.scoring;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a verdict rests on (measurement, section 3).
 *
 * @param before own points up to and including the anchor, 1 or more
 * @param after own points since the anchor, 0 or more
 * @param participation mean share of the eligible who answered, over the points that the verdict rests on, 0..1
 * @param turnover share of the group that changed since the anchor, see {@link Turnover}; empty where only sizes are known,
 *     and then nothing can be withheld for it: the page has to say that it is not known
 * @throws IllegalArgumentException when a number is outside its domain
 */
public record Basis(int before, int after, double participation, OptionalDouble turnover) {
    /** How many own points a verdict needs up to its anchor, and again since. */
    public static final int POINTS = 3;
    /** The mean share of the eligible below which nothing is said. */
    public static final double PARTICIPATION = .5;
    /** The share of the group that may change since the anchor. */
    public static final double TURNOVER = .3;

    /** What may be missing for a verdict. */
    public enum Lack {
        /** Fewer than three own points up to and including the anchor. */
        POINTS_BEFORE,
        /** Fewer than three own points since the anchor. */
        POINTS_AFTER,
        /** Fewer than half answered. */
        PARTICIPATION,
        /** More than 30 % of the group is new or gone: other people may answer, rather than answer otherwise. */
        SAME_PEOPLE
    }

    public Basis {
        Domain.atLeast(1, before, "before");
        Domain.atLeast(0, after, "after");
        Domain.within(0, participation, 1, "participation");
        turnover.ifPresent(share -> Domain.notNegative(share, "turnover"));
    }

    /** What is missing; empty when a verdict can be given. */
    public Set<Lack> lacks() {
        EnumSet<Lack> lacks = EnumSet.noneOf(Lack.class);
        if (before < POINTS) {
            lacks.add(Lack.POINTS_BEFORE);
        }
        if (after < POINTS) {
            lacks.add(Lack.POINTS_AFTER);
        }
        if (participation < PARTICIPATION - Domain.SLACK) {
            lacks.add(Lack.PARTICIPATION);
        }
        if (turnover.orElse(0) > TURNOVER + Domain.SLACK) {
            lacks.add(Lack.SAME_PEOPLE);
        }
        return lacks;
    }
}
