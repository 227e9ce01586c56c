package org.groeipuls.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Others than the lead see units with at least three leads (anonymity, R10); a block has at least one. */
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

    /** The statements of a unit and all below it, in the order of their ids. */
    public List<Said> of(UnitId unit) {
        List<Said> said = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (var pulse : agenda.all().reversed()) {
            if (pulse.count() != null && pulse.issued().instrument().id().equals(INSTRUMENT)) {
                in(pulse, unit).stream().filter(one -> seen.add(one.item())).forEach(said::add);
            }
        }
        said.sort(Comparator.comparing(Said::item));
        return said;
    }

    private List<Said> in(KnownPulse pulse, UnitId unit) {
        var below = below(pulse.issued().units(), unit);
        Map<String, List<Row>> rows = table.of(pulse.issued().pulse()).stream()
                .filter(row -> below.contains(row.unit()))
                .collect(Collectors.groupingBy(row -> row.said().item()));
        return rows.values().stream()
                .filter(blocks -> blocks.size() >= LEAST_BLOCKS)
                .map(Statements::added)
                .toList();
    }

    private static Said added(List<Row> rows) {
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
