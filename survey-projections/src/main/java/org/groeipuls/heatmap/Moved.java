package org.groeipuls.heatmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.BenjaminiHochberg;
import org.groeipuls.scoring.Change;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;

/**
 * Which lines moved at the latest checkpoints, as one list over all groups and constructs: of those on it at most one in ten
 * is expected to be there by chance (Benjamini-Hochberg, q = .10). In the order of groups and constructs, not of sizes.
 *
 * @param looked how many lines were looked at; the list holds for these together
 */
public record Moved(Checkpoint checkpoint, int looked, List<Line> lines) {
    /** Pulses of parts of an organisation that were counted within so many days belong to one round. */
    private static final int ROUND = 28;

    /**
     * A line on the list.
     *
     * @param d change since the rolling anchor, points
     * @param adjustedP within this list
     */
    public record Line(GroupId group, String construct, PulseId pulse, double d, double se, double adjustedP) {}

    /**
     * The list of the latest round of a checkpoint; without lines when there was none.
     *
     * @param stated everything that was stated
     * @param counted when each pulse was counted
     */
    public static Moved of(
            List<OutcomeStated> stated, Checkpoint checkpoint, Function<PulseId, Optional<LocalDate>> counted) {
        var rolling = stated.stream()
                .filter(one -> one.checkpoint() == checkpoint && one.anchor().marker() == null)
                .filter(one -> one.result() != Outcome.NOT_ENOUGH_DATA)
                .filter(one -> counted.apply(one.pulse()).isPresent())
                .toList();
        var latest = rolling.stream()
                .map(one -> counted.apply(one.pulse()).orElseThrow())
                .max(LocalDate::compareTo);
        if (latest.isEmpty()) {
            return new Moved(checkpoint, 0, List.of());
        }
        var changes = new LinkedHashMap<OutcomeStated, Change>();
        rolling.stream()
                .filter(one -> counted.apply(one.pulse())
                        .orElseThrow()
                        .isAfter(latest.get().minusDays(ROUND)))
                .sorted(java.util.Comparator.comparing(OutcomeStated::group).thenComparing(OutcomeStated::construct))
                .forEach(one -> changes.put(one, new Change(one.d(), one.se())));
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<OutcomeStated, Double> listed :
                BenjaminiHochberg.listed(changes).entrySet()) {
            var one = listed.getKey();
            lines.add(new Line(one.group(), one.construct(), one.pulse(), one.d(), one.se(), listed.getValue()));
        }
        return new Moved(checkpoint, changes.size(), lines);
    }
}
