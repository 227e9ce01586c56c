package org.groeipuls.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.PairedPattern;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.release.OrganisationRecord.ConstructMoments;
import org.groeipuls.release.OrganisationRecord.GapMoments;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.PairMoments;
import org.groeipuls.scoring.Reliability;
import org.groeipuls.scoring.Rounding;
import org.groeipuls.scoring.Scale;
import org.groeipuls.scoring.ScaleMoments;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's record (R6): what needs rows, from at least 150 people in 10 blocks, rounded to .05. Two parts of
 * it rest on the same blocks or on blocks that differ by as much again, so that no part less another is a small group.
 */
final class OrganisationMoments {
    static final int LEAST_RESPONDENTS = 150;
    static final int LEAST_BLOCKS = 10;

    private final Instrument instrument;
    private final Calibration calibration;
    private final Map<Block, List<Map<String, Integer>>> rows;
    private final List<Map<Block, Integer>> used = new ArrayList<>();

    /** @param rows the sheets of each released block, in the order of the blocks */
    OrganisationMoments(Instrument instrument, Calibration calibration, Map<Block, List<Map<String, Integer>>> rows) {
        this.instrument = instrument;
        this.calibration = calibration;
        this.rows = rows;
    }

    /** The record, unless nothing in it may be published. */
    Optional<OrganisationRecord> record() {
        var constructs = new ArrayList<ConstructMoments>();
        for (var construct : instrument.constructs()) {
            var items = wholeScale(construct);
            if (items.size() >= 2) {
                construct(construct, items).ifPresent(constructs::add);
            }
        }
        var gaps = new ArrayList<GapMoments>();
        for (var pattern : instrument.patterns()) {
            gap(pattern).ifPresent(gaps::add);
        }
        return constructs.isEmpty() && gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrganisationRecord(constructs, gaps));
    }

    private List<Item> wholeScale(Construct construct) {
        return instrument.items().stream()
                .filter(item -> construct.key().equals(item.construct()) && item.mirrors() == null)
                .toList();
    }

    /**
     * The parts of the blocks that were asked all of these and where at least {@link PulseRules#LEAST_GROUP} answered
     * enough of them, when they are many enough and no near-copy of others that were used.
     */
    private Map<Block, Part> population(List<String> items, Function<List<Map<String, Integer>>, Part> part) {
        Map<Block, Part> parts = new LinkedHashMap<>();
        Map<Block, Integer> people = new LinkedHashMap<>();
        rows.forEach((block, sheets) -> {
            if (block.items().containsAll(items)) {
                var found = part.apply(sheets);
                if (found.n() >= PulseRules.LEAST_GROUP) {
                    parts.put(block, found);
                    people.put(block, found.n());
                }
            }
        });
        if (!enough(people) || used.stream().anyMatch(other -> !apart(people, other) || !apart(other, people))) {
            return Map.of();
        }
        used.add(people);
        return parts;
    }

    /** Whether {@code some} is within {@code others}, or enough of it lies outside. */
    private static boolean apart(Map<Block, Integer> some, Map<Block, Integer> others) {
        var onlySome = new LinkedHashMap<>(some);
        onlySome.keySet().removeAll(others.keySet());
        return onlySome.isEmpty() || enough(onlySome);
    }

    private static boolean enough(Map<Block, Integer> people) {
        return people.size() >= LEAST_BLOCKS && sum(people.values()) >= LEAST_RESPONDENTS;
    }

    private static int sum(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private Optional<GapMoments> gap(PairedPattern pattern) {
        var say = side("say", pattern.say());
        var does = side("do", pattern.does());
        List<String> both = new ArrayList<>(pattern.say());
        both.addAll(pattern.does());
        var parts = population(both, sheets -> {
            var moments = PairMoments.of(say, does, sheets);
            return new Part(moments.n(), moments.variance());
        });
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new GapMoments(
                        pattern.code(), people(parts), parts.size(), Rounding.toTwentieth(pooled(parts.values()))));
    }

    private Scale side(String name, List<String> items) {
        return BlockFigures.scale(name, items.stream().map(instrument::item).toList());
    }

    private Optional<ConstructMoments> construct(Construct construct, List<Item> items) {
        var scale = BlockFigures.scale(construct.key(), items);
        var parts = population(BlockFigures.ids(items), sheets -> {
            var moments = ScaleMoments.of(scale, sheets, calibration);
            return new Part(moments.n(), moments.variance());
        });
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var reliability = construct.kind() == Construct.Kind.FORMATIVE
                ? Optional.<Reliability>empty()
                : reliability(items, parts.keySet());
        return Optional.of(new ConstructMoments(
                construct.key(),
                BlockFigures.ids(items),
                people(parts),
                parts.size(),
                Rounding.toTwentieth(pooled(parts.values())),
                reliability.map(found -> rounded(found.alpha())).orElse(null),
                reliability.map(found -> rounded(found.omega())).orElse(null),
                reliability.map(found -> correlations(found, items.size())).orElse(List.of())));
    }

    private Optional<Reliability> reliability(List<Item> items, Set<Block> blocks) {
        Map<Block, Integer> people = new LinkedHashMap<>();
        List<double[]> complete = new ArrayList<>();
        for (var block : blocks) {
            for (var row : rows.getOrDefault(block, List.of())) {
                if (row.keySet().containsAll(BlockFigures.ids(items))) {
                    complete.add(items.stream()
                            .mapToDouble(item -> turned(item, row))
                            .toArray());
                    people.merge(block, 1, Integer::sum);
                }
            }
        }
        return enough(people) ? Optional.of(Reliability.of(complete.toArray(double[][]::new))) : Optional.empty();
    }

    private static double turned(Item item, Map<String, Integer> row) {
        int answer = java.util.Objects.requireNonNull(row.get(item.id()));
        return item.reversed() ? 6 - answer : answer;
    }

    private static @Nullable Double rounded(OptionalDouble value) {
        return value.isPresent() ? Rounding.toTwentieth(value.getAsDouble()) : null;
    }

    private static List<List<Double>> correlations(Reliability found, int items) {
        List<List<Double>> matrix = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < items; j++) {
                var value = rounded(found.correlation(i, j));
                if (value == null) {
                    return List.of();
                }
                row.add(value);
            }
            matrix.add(row);
        }
        return matrix;
    }

    /** What one block puts in: how many people have a value, five or more, and the variance of it among them. */
    private record Part(int n, OptionalDouble variance) {}

    private static int people(Map<Block, Part> parts) {
        return parts.values().stream().mapToInt(Part::n).sum();
    }

    /** Σ(n-1)s² / Σ(n-1). */
    private static double pooled(Collection<Part> parts) {
        double squares = 0;
        double freedom = 0;
        for (var part : parts) {
            squares += (part.n() - 1) * part.variance().orElseThrow();
            freedom += part.n() - 1;
        }
        return squares / freedom;
    }
}
