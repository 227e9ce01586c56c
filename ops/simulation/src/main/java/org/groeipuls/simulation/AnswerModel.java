package org.groeipuls.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.jspecify.annotations.Nullable;

/**
 * How simulated people answer: level of the group + person (stable, sd .5) + occasion (sd .3) + ease of the item (sd .2,
 * 0 on average within a construct) + noise (sd .7), rounded to 1..5, reversed items turned. The same seed gives the same
 * answers, whatever is asked first.
 */
final class AnswerModel {
    private static final double PERSON = .5;
    private static final double OCCASION = .3;
    private static final double NOISE = .7;
    private static final double EASE = .2;

    private static final double TAKES_PART = .8;
    private static final double WARDENS_TAKE_PART = .88;
    private static final double BUSY = .15;
    private static final double SKIPS = .015;

    /** The item that people would rather not answer, and how many of them. */
    static final String SHUNNED = "CA3";

    private static final double SHUNNING = .5;

    /** When a group was so busy that hardly anybody answered. */
    static final Map<String, Set<Integer>> BUSY_PULSES =
            Map.of(DemoOrganisation.WARDENS, Set.of(3, 6, 17, 22), DemoOrganisation.CARE, Set.of(4));

    private static final Map<String, Double> SINGLE_LEVELS =
            Map.of("HL", 2.9, "HB", 2.1, "HS", 1.8, "B1", 2.4, "B2", 2.9, "B3", 2.6, "B4", 2.3);

    private final Instrument instrument;
    private final DemoLevels levels;
    private final long seed;

    AnswerModel(Instrument instrument, DemoLevels levels, long seed) {
        this.instrument = instrument;
        this.levels = levels;
        this.seed = seed;
    }

    /** The sheets of the people of a group who take part in the pulse at this place. */
    List<AnswerSheet> sheets(String group, int people, int place, List<String> items) {
        List<AnswerSheet> sheets = new ArrayList<>();
        for (int person = 1; person <= people; person++) {
            sheet(group, person, place, items).ifPresent(sheets::add);
        }
        return sheets;
    }

    /** One person's sheet, empty when the person does not take part. */
    Optional<AnswerSheet> sheet(String group, int person, int place, List<String> items) {
        if (Chance.of(seed, "part", group, person, place).nextDouble() >= share(group, place)) {
            return Optional.empty();
        }
        double occasion = Chance.normal(OCCASION, seed, "occasion", group, person, place);
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
        for (String id : items) {
            answers.put(id, answer(group, person, place, instrument.item(id), occasion));
        }
        return Optional.of(new AnswerSheet(group, answers));
    }

    private static double share(String group, int place) {
        if (BUSY_PULSES.getOrDefault(group, Set.of()).contains(place)) {
            return BUSY;
        }
        return group.equals(DemoOrganisation.WARDENS) ? WARDENS_TAKE_PART : TAKES_PART;
    }

    private @Nullable Integer answer(String group, int person, int place, Item item, double occasion) {
        var chance = Chance.of(seed, "item", group, person, place, item.id());
        if (chance.nextDouble() < (item.id().equals(SHUNNED) ? SHUNNING : SKIPS)) {
            return null;
        }
        double felt = level(group, item, place)
                + stable(group, person, item)
                + occasion
                + ease(item)
                + NOISE * chance.nextGaussian();
        int turned = (int) Math.clamp(Math.round(felt), 1L, 5L);
        return item.reversed() ? 6 - turned : turned;
    }

    private double level(String group, Item item, int place) {
        return item.construct() == null
                ? SINGLE_LEVELS.getOrDefault(item.id(), 3.0)
                : levels.level(group, item.construct(), place);
    }

    /** Half of what makes a person differ holds for everything, half for the construct. */
    private double stable(String group, int person, Item item) {
        double half = PERSON * Math.sqrt(.5);
        String about = item.construct() == null ? item.id() : item.construct();
        return Chance.normal(half, seed, "person", group, person)
                + Chance.normal(half, seed, "person", group, person, about);
    }

    /** How much higher than its scale the item is answered; 0 on average over the scale. */
    double ease(Item item) {
        String construct = item.construct();
        if (construct == null) {
            return 0;
        }
        double mean = instrument.items().stream()
                .filter(other -> construct.equals(other.construct()) && other.mirrors() == null)
                .mapToDouble(other -> Chance.normal(EASE, seed, "ease", other.id()))
                .average()
                .orElse(0);
        return Chance.normal(EASE, seed, "ease", item.id()) - mean;
    }
}
