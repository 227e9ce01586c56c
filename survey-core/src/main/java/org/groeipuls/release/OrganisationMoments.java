package org.groeipuls.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.release.OrganisationRecord.ConstructMoments;
import org.groeipuls.release.OrganisationRecord.GapMoments;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.PairMoments;
import org.groeipuls.scoring.Reliability;
import org.groeipuls.scoring.Rounding;
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
    private final List<Set<Block>> used = new ArrayList<>();

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
                population(BlockFigures.ids(items))
                        .flatMap(blocks -> construct(construct, items, blocks))
                        .ifPresent(constructs::add);
            }
        }
        var gaps = new ArrayList<GapMoments>();
        for (var pattern : instrument.patterns()) {
            var both = new ArrayList<>(pattern.say());
            both.addAll(pattern.does());
            var say = BlockFigures.scale(
                    "say", pattern.say().stream().map(instrument::item).toList());
            var does = BlockFigures.scale(
                    "do", pattern.does().stream().map(instrument::item).toList());
            population(both)
                    .ifPresent(blocks -> pooled(blocks.stream()
                                    .map(block -> PairMoments.of(say, does, sheets(block)))
                                    .map(moments -> new Part(moments.n(), moments.variance()))
                                    .toList())
                            .ifPresent(variance -> gaps.add(new GapMoments(
                                    pattern.code(),
                                    respondents(blocks),
                                    blocks.size(),
                                    Rounding.toTwentieth(variance)))));
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

    /** The blocks that were asked all of these, when they are many enough and no near-copy of others that were used. */
    private Optional<Set<Block>> population(List<String> items) {
        var blocks = new HashSet<Block>();
        rows.keySet().stream().filter(block -> block.items().containsAll(items)).forEach(blocks::add);
        if (!enough(blocks) || used.stream().anyMatch(other -> !apart(blocks, other))) {
            return Optional.empty();
        }
        used.add(blocks);
        return Optional.of(blocks);
    }

    private boolean apart(Set<Block> some, Set<Block> others) {
        var onlySome = new HashSet<>(some);
        onlySome.removeAll(others);
        var onlyOthers = new HashSet<>(others);
        onlyOthers.removeAll(some);
        return (onlySome.isEmpty() || enough(onlySome)) && (onlyOthers.isEmpty() || enough(onlyOthers));
    }

    private boolean enough(Set<Block> blocks) {
        return blocks.size() >= LEAST_BLOCKS && respondents(blocks) >= LEAST_RESPONDENTS;
    }

    private static int respondents(Set<Block> blocks) {
        return blocks.stream().mapToInt(Block::answers).sum();
    }

    private List<Map<String, Integer>> sheets(Block block) {
        return rows.getOrDefault(block, List.of());
    }

    private Optional<ConstructMoments> construct(Construct construct, List<Item> items, Set<Block> blocks) {
        var scale = BlockFigures.scale(construct.key(), items);
        var parts = inOrder(blocks).stream()
                .map(block -> ScaleMoments.of(scale, sheets(block), calibration))
                .map(moments -> new Part(moments.n(), moments.variance()))
                .toList();
        var variance = pooled(parts);
        if (variance.isEmpty()) {
            return Optional.empty();
        }
        var reliability = construct.kind() == Construct.Kind.FORMATIVE
                ? Optional.<Reliability>empty()
                : reliability(items, blocks);
        return Optional.of(new ConstructMoments(
                construct.key(),
                BlockFigures.ids(items),
                respondents(blocks),
                blocks.size(),
                Rounding.toTwentieth(variance.get()),
                reliability.map(found -> rounded(found.alpha())).orElse(null),
                reliability.map(found -> rounded(found.omega())).orElse(null),
                reliability.map(found -> correlations(found, items.size())).orElse(List.of())));
    }

    private Optional<Reliability> reliability(List<Item> items, Set<Block> blocks) {
        var complete = inOrder(blocks).stream()
                .flatMap(block -> sheets(block).stream())
                .filter(row -> row.keySet().containsAll(BlockFigures.ids(items)))
                .map(row ->
                        items.stream().mapToDouble(item -> turned(item, row)).toArray())
                .toArray(double[][]::new);
        return complete.length < LEAST_RESPONDENTS ? Optional.empty() : Optional.of(Reliability.of(complete));
    }

    private static double turned(Item item, Map<String, Integer> row) {
        int answer = java.util.Objects.requireNonNull(row.get(item.id()));
        return item.reversed() ? 6 - answer : answer;
    }

    private List<Block> inOrder(Set<Block> blocks) {
        return rows.keySet().stream().filter(blocks::contains).toList();
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

    private record Part(int n, OptionalDouble variance) {}

    /** Σ(n-1)s² / Σ(n-1) over the blocks that have a variance. */
    private static Optional<Double> pooled(List<Part> parts) {
        double squares = 0;
        double freedom = 0;
        for (var part : parts) {
            if (part.variance().isPresent()) {
                squares += (part.n() - 1) * part.variance().getAsDouble();
                freedom += part.n() - 1;
            }
        }
        return freedom == 0 ? Optional.empty() : Optional.of(squares / freedom);
    }
}
