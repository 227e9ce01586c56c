package org.groeipuls.pages.history;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.groeipuls.pages.Words;
import org.groeipuls.replay.TrendComparison;
import org.groeipuls.team.GroupId;

/**
 * What differs in one line, for a table of all of them.
 *
 * @param id group and construct
 * @param changed how many points differ
 * @param largest by how much at most, written; empty where no value differs
 * @param size the same as a number, points
 * @param flipped how many conclusions differ
 */
public record ComparedLine(
        String id, String group, String construct, int changed, String largest, double size, int flipped) {
    /** The line that differs most comes last. */
    static final Comparator<ComparedLine> BY_DIFFERENCE =
            Comparator.comparingInt(ComparedLine::flipped).thenComparingDouble(ComparedLine::size);

    /** Only the lines in which anything differs. */
    static List<ComparedLine> of(
            List<TrendComparison> all,
            Function<GroupId, String> groups,
            Function<String, String> constructs,
            Words words) {
        return all.stream()
                .filter(line -> !line.changed().isEmpty() || !line.flipped().isEmpty())
                .map(line -> of(line, groups, constructs, words))
                .toList();
    }

    private static ComparedLine of(
            TrendComparison line, Function<GroupId, String> groups, Function<String, String> constructs, Words words) {
        var group = line.changed().isEmpty()
                ? line.flipped().getFirst().group()
                : line.changed().getFirst().group();
        var construct = line.changed().isEmpty()
                ? line.flipped().getFirst().construct()
                : line.changed().getFirst().construct();
        double size =
                line.changed().stream().mapToDouble(ComparedLine::by).max().orElse(0);
        return new ComparedLine(
                group.value() + "/" + construct,
                groups.apply(group),
                constructs.apply(construct),
                line.changed().size(),
                size == 0 ? "" : words.points(size),
                size,
                line.flipped().size());
    }

    /** Of the value, or of the line where only that differs. */
    private static double by(TrendComparison.PointChange change) {
        var by = change.by();
        var was = change.level();
        var is = change.replayedLevel();
        double value = by == null ? 0 : Math.abs(by);
        return value == 0 && was != null && is != null ? Math.abs(is - was) : value;
    }
}
