package org.groeipuls.pages.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groeipuls.heatmap.Heatmap;
import org.groeipuls.heatmap.Heatmap.Cell;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.pages.Words;

/**
 * The heat map as it is drawn: how sure it is on which side of the middle a unit stands, in a word and in a colour that
 * follows how sure, not how high. Units stand in the order of the organisation and never by what they score.
 *
 * @param constructs their names, one for each cell of a row
 * @param hidden names of units that are not shown
 */
record HeatSheet(List<String> constructs, List<Row> rows, List<String> hidden) {
    /** @param depth how far below the top, from 0 */
    record Row(String name, int depth, List<Square> cells) {}

    /**
     * @param kind {@code sure above}, {@code sure below}, {@code unsure} or {@code nothing}: the looks
     * @param word the same in words
     * @param numbers level and band, for those who may read them; else empty
     */
    record Square(String construct, String kind, String word, String numbers) {}

    static HeatSheet of(Heatmap map, Names names, Words words) {
        var keys = map.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::construct)
                .distinct()
                .sorted(names.constructs())
                .toList();
        var rows = map.rows().stream().collect(Collectors.toMap(Heatmap.Row::unit, Function.identity()));
        var placed = names.structure();
        return new HeatSheet(
                keys.stream().map(names::construct).toList(),
                placed.stream()
                        .flatMap(one -> Optional.ofNullable(rows.get(one.unit().unit())).stream()
                                .map(row -> row(row, one.depth(), keys, names, words)))
                        .toList(),
                placed.stream()
                        .map(Names.Placed::unit)
                        .filter(unit -> !rows.containsKey(unit.unit()))
                        .map(KnownUnit::name)
                        .toList());
    }

    /** Whether nothing can be said of any unit. */
    public boolean empty() {
        return constructs.isEmpty();
    }

    private static Row row(Heatmap.Row row, int depth, List<String> keys, Names names, Words words) {
        Map<String, Cell> cells = row.cells().stream().collect(Collectors.toMap(Cell::construct, Function.identity()));
        return new Row(
                row.name(),
                depth,
                keys.stream()
                        .map(key -> Optional.ofNullable(cells.get(key))
                                .map(cell -> square(cell, names, words))
                                .orElseGet(() -> new Square(
                                        names.construct(key), "nothing", words.text("organisation.heat.nothing"), "")))
                        .toList());
    }

    private static Square square(Cell cell, Names names, Words words) {
        var kind = switch (cell.certainty()) {
            case ABOVE -> "sure above";
            case BELOW -> "sure below";
            case EITHER -> "unsure";
        };
        var level = cell.level();
        var band = cell.band();
        return new Square(
                names.construct(cell.construct()),
                kind,
                words.text("organisation.heat." + cell.certainty().word()),
                level == null || band == null
                        ? ""
                        : words.text(
                                "organisation.heat.numbers",
                                words.score(level),
                                words.span(band.low(), band.high()),
                                cell.groups()));
    }
}
