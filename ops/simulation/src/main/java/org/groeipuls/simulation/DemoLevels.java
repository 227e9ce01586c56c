package org.groeipuls.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The true level of every construct in every group at every pulse, on the scale 1 to 5 with reversed items turned.
 *
 * @param seed decides how groups differ and wander
 * @param interventions what was done, which adds its effect
 */
record DemoLevels(long seed, List<DemoIntervention> interventions) {
    private static final Map<String, Double> USUAL = usual();
    private static final double BETWEEN_GROUPS = .2;
    private static final double WANDERING = .03;
    private static final double LOWEST = 1.5;

    /** No level rises above this. */
    static final double HIGHEST = 4.5;

    DemoLevels {
        interventions = List.copyOf(interventions);
    }

    /** Those of the demonstration. */
    DemoLevels(long seed) {
        this(seed, DemoIntervention.ALL);
    }

    private static Map<String, Double> usual() {
        Map<String, Double> usual = new LinkedHashMap<>();
        usual.put("psychological-safety", 3.6);
        usual.put("leader-role-modelling", 2.7);
        usual.put("error-talk", 3.4);
        usual.put("vision", 3.2);
        usual.put("learning-practice", 2.6);
        usual.put("candour", 3.4);
        usual.put("follow-through", 3.3);
        usual.put("systemic-integration", 3.0);
        usual.put("growth-mindset", 3.4);
        return usual;
    }

    /** The constructs that have a level. */
    static List<String> constructs() {
        return List.copyOf(USUAL.keySet());
    }

    /**
     * The true level.
     *
     * @param place of the pulse, 1 or more
     */
    double level(String group, String construct, int place) {
        double level = without(group, construct, place);
        for (var intervention : interventions) {
            if (intervention.concerns(group, construct) && place >= intervention.from()) {
                level += intervention.effect();
            }
        }
        return Math.clamp(level, LOWEST, HIGHEST);
    }

    /** What the level would have been if nothing had been done in the group. */
    double without(String group, String construct, int place) {
        double level =
                USUAL.getOrDefault(construct, 3.0) + Chance.normal(BETWEEN_GROUPS, seed, "group", group, construct);
        for (int step = 2; step <= place; step++) {
            level += Chance.normal(WANDERING, seed, "step", group, construct, step);
        }
        for (var intervention : interventions) {
            if (intervention.construct().equals(construct)) {
                level += intervention.trend() * (place - 1);
            }
        }
        return Math.clamp(level, LOWEST, HIGHEST);
    }
}
