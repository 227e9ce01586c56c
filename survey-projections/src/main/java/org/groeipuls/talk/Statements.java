package org.groeipuls.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.language.Category;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Interval;
import org.groeipuls.talk.StatementTable.Row;
import org.groeipuls.team.UnitId;

/** What the statements say of a unit; they are to be believed before any word list. */
public final class Statements {
    private static final String INSTRUMENT = "groeipuls";

    /** What is said of a unit is of three groups or more, whoever reads it. */
    private static final int LEAST_BLOCKS = 3;

    private final StatementTable table;
    private final PulseAgenda agenda;

    public Statements(StatementTable table, PulseAgenda agenda) {
        this.table = table;
        this.agenda = agenda;
    }

    /**
     * A statement in the last pulse that released it for the unit.
     *
     * @param about what agreeing with it, or having heard it often, says
     * @param blocks how many blocks were added up, three or more
     * @param n how many answered
     * @param mean 1 to 5, between which the mean of the raw answers lies; both the same under {@code exact}
     */
    public record Said(String item, Category about, PulseId pulse, int blocks, int n, Interval mean) {}

    /** The statements of a unit and all below it, in the order of their ids, for who may see every released figure. */
    public List<Said> of(UnitId unit) {
        return latest(unit, any -> true);
    }

    /**
     * The same for who may see no single group: only where no unit below had a block in that pulse, since the numbers of
     * a unit minus those of one below it are the numbers of what is left.
     */
    public List<Said> ofLowest(UnitId unit) {
        return latest(unit, rows -> rows.stream().allMatch(row -> row.unit().equals(unit)));
    }

    private List<Said> latest(UnitId unit, Predicate<List<Row>> told) {
        List<Said> said = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (var pulse : agenda.all().reversed()) {
            if (pulse.count() != null && pulse.issued().instrument().id().equals(INSTRUMENT)) {
                var rows = rows(pulse, unit);
                if (told.test(rows)) {
                    added(rows).filter(one -> seen.add(one.item())).forEach(said::add);
                }
            }
        }
        said.sort(Comparator.comparing(Said::item));
        return said;
    }

    private List<Row> rows(KnownPulse pulse, UnitId unit) {
        var below = below(pulse.issued().units(), unit);
        return table.of(pulse.issued().pulse()).stream()
                .filter(row -> below.contains(row.unit()))
                .toList();
    }

    private static Stream<Said> added(List<Row> rows) {
        Map<String, List<Row>> blocks =
                rows.stream().collect(Collectors.groupingBy(row -> row.said().item()));
        return blocks.values().stream()
                .filter(some -> some.size() >= LEAST_BLOCKS)
                .map(Statements::sum);
    }

    private static Said sum(List<Row> rows) {
        var first = rows.getFirst();
        int n = rows.stream().mapToInt(row -> row.said().n()).sum();
        double low = rows.stream().mapToInt(row -> row.said().low()).sum();
        double high = rows.stream().mapToInt(row -> row.said().high()).sum();
        return new Said(
                first.said().item(),
                Objects.requireNonNull(SaidOfErrors.ABOUT.get(first.said().item())),
                first.pulse(),
                rows.size(),
                n,
                new Interval(low / n, high / n));
    }

    /** The unit and all below it, as they stood when the pulse was issued. */
    private static Set<UnitId> below(List<AskedUnit> units, UnitId unit) {
        Set<UnitId> below = new HashSet<>(Set.of(unit));
        for (boolean grown = true; grown; ) {
            grown = units.stream()
                    .filter(one -> one.parent() != null && below.contains(one.parent()))
                    .map(AskedUnit::unit)
                    .map(below::add)
                    .reduce(false, Boolean::logicalOr);
        }
        return below;
    }
}
