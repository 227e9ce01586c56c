package org.groeipuls.heatmap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.groeipuls.instrument.AboutLeaders;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.scoring.Interval;
import org.groeipuls.team.UnitId;
import org.groeipuls.trend.Standing;
import org.jspecify.annotations.Nullable;

/**
 * How sure it is on which side of the scale's middle the units stand, by construct. Units come in the order of their ids:
 * there is no rank in it.
 *
 * @param rows one for each unit
 */
public record Heatmap(List<Row> rows) {
    /** A line says something from this own point on. */
    private static final int FIRST_OF_LINE = 3;

    private static final double MIDDLE = 3;
    private static final int LEADERS = 3;

    /** On which side of the middle of the scale a unit's level lies, with 90 % certainty. */
    public enum Certainty {
        ABOVE,
        BELOW,
        EITHER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Certainty of(Interval band) {
            if (band.low() > MIDDLE) {
                return ABOVE;
            }
            return band.high() < MIDDLE ? BELOW : EITHER;
        }
    }

    /** A unit with what is known of it. */
    public record Row(UnitId unit, String name, List<Cell> cells) {}

    /**
     * @param groups whose lines are in it
     * @param level mean of their lines, weighted by how many people were asked, points; absent where it could tell of one group
     * @param band its 90 % band: variance Σ w² P (anonymity, section 1)
     */
    public record Cell(
            String construct,
            int groups,
            @Nullable Double level,
            @Nullable Interval band,
            Certainty certainty) {
        private Cell withoutNumbers() {
            return new Cell(construct, groups, null, null, certainty);
        }
    }

    /**
     * The same for readers who may see no single group and no single leader (R10): the certainty and no numbers, because
     * a unit minus itself without a team that was moved would be that team. What is about the leader only from three
     * groups on, and only of units that have no other unit of the map below them.
     */
    public Heatmap inWords(Organisation organisation) {
        return new Heatmap(rows.stream()
                .map(row -> new Row(
                        row.unit(),
                        row.name(),
                        row.cells().stream()
                                .filter(cell -> !AboutLeaders.include(cell.construct())
                                        || cell.groups() >= LEADERS && lowest(row.unit(), organisation))
                                .map(Cell::withoutNumbers)
                                .toList()))
                .toList());
    }

    private boolean lowest(UnitId unit, Organisation organisation) {
        return rows.stream().noneMatch(other -> !other.unit().equals(unit) && organisation.below(other.unit(), unit));
    }

    /**
     * The units that may be shown.
     *
     * @param shown which units
     */
    public static Heatmap of(List<Standing> standings, Organisation organisation, Predicate<UnitId> shown) {
        return new Heatmap(organisation.units().stream()
                .filter(unit -> shown.test(unit.unit()))
                .sorted(Comparator.comparing(KnownUnit::unit))
                .map(unit -> new Row(unit.unit(), unit.name(), cells(unit.unit(), standings, organisation)))
                .toList());
    }

    private static List<Cell> cells(UnitId unit, List<Standing> standings, Organisation organisation) {
        List<Cell> cells = new ArrayList<>();
        standings.stream().map(Standing::construct).distinct().sorted().forEach(construct -> {
            var within = standings.stream()
                    .filter(standing -> standing.construct().equals(construct) && standing.own() >= FIRST_OF_LINE)
                    .filter(standing -> within(standing, unit, organisation))
                    .toList();
            mean(construct, within).ifPresent(cells::add);
        });
        return cells;
    }

    /** Whether all teams behind a line stand in this unit or below it. */
    public static boolean within(Standing standing, UnitId unit, Organisation organisation) {
        return !standing.teams().isEmpty()
                && organisation.group(standing.group()).isPresent()
                && standing.teams().stream()
                        .allMatch(team -> organisation
                                .team(team)
                                .filter(known -> organisation.below(known.unit(), unit))
                                .isPresent());
    }

    private static Optional<Cell> mean(String construct, List<Standing> within) {
        double people = within.stream().mapToInt(Standing::eligible).sum();
        if (people == 0) {
            return Optional.empty();
        }
        double level = within.stream()
                        .mapToDouble(standing -> standing.eligible() * standing.level())
                        .sum()
                / people;
        double variance = within.stream()
                .mapToDouble(standing -> Math.pow(standing.eligible() / people, 2) * standing.variance())
                .sum();
        var band = Interval.around(level, Math.sqrt(variance));
        return Optional.of(new Cell(construct, within.size(), level, band, Certainty.of(band)));
    }
}
