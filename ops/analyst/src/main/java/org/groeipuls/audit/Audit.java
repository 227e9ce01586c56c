package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groeipuls.audit.Multisets.Left;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that was ever released, and what it leaves possible for anybody who answered: how many of the five values a
 * reader cannot exclude, whether any sum or difference of figures is about fewer people than the minimum, and whether
 * history says anything that the release rules withhold. It takes events in the order of history.
 */
public final class Audit {
    /** The events that are taken in; all others say nothing of answers. */
    public static final Set<String> READ =
            Set.of("InstrumentRegistered", "PulseIssued", "CountPublished", "BlockReleased", "TextsReleased");

    private final Map<String, JsonNode> instruments = new HashMap<>();
    private final Map<String, PulseAudit> pulses = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * What one block of one pulse leaves possible for each of its people, at worst over its statements and scales.
     *
     * @param eligible how many could answer
     * @param outsider how many of the five values, for a reader who did not answer
     * @param insider the same for a reader who answered too and knows the own answers
     * @param statement of which the least is left
     * @param scores the same of the three parts of a scale (low, middle, high); null where no scale shows them
     * @param alike scales and pairs in which the spread says that everybody has the same score or gap
     */
    public record Row(
            String pulse,
            String disclosure,
            List<String> groups,
            int n,
            int eligible,
            int outsider,
            int insider,
            String statement,
            @Nullable Left scores,
            List<String> alike) {
        /** Whether a reader learns more than under the classes of the rule {@code banded}. */
        public boolean little() {
            return outsider < 5 || insider < 3 || !alike.isEmpty();
        }
    }

    /**
     * Takes in the next event of history.
     *
     * @throws HistoryIncomplete when it speaks of a pulse or a questionnaire that did not come before
     */
    public void next(String type, JsonNode data) {
        switch (type) {
            case "InstrumentRegistered" ->
                instruments.put(data.at("/definition/key").asString(""), data.path("definition"));
            case "PulseIssued" -> issued(data);
            case "BlockReleased" -> rows.add(pulse(data).block(data));
            case "CountPublished" -> pulse(data).counted(data);
            case "TextsReleased" -> pulse(data).texts(data);
            default -> {}
        }
    }

    private void issued(JsonNode issued) {
        var key = issued.path("instrument").asString("");
        var instrument = instruments.get(key);
        if (instrument == null) {
            throw new HistoryIncomplete("questionnaire " + key);
        }
        pulses.put(issued.path("pulse").asString(""), new PulseAudit(issued, instrument));
    }

    private PulseAudit pulse(JsonNode data) {
        var pulse = pulses.get(data.path("pulse").asString(""));
        if (pulse == null) {
            throw new HistoryIncomplete("pulse " + data.path("pulse").asString(""));
        }
        return pulse;
    }

    /**
     * Says that there is no more.
     *
     * @throws HistoryIncomplete when a block did not come that was announced as released
     */
    public void end() {
        pulses.values().forEach(PulseAudit::whole);
    }

    /** What each block leaves possible, in the order of history. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Figures that are about too few people or that the release rules withhold; empty: there are none. */
    public List<String> exposed() {
        return pulses.values().stream()
                .flatMap(pulse -> pulse.exposed().stream())
                .toList();
    }

    /**
     * In how many noisy counts of large units (R7) the answers of one person stand at most, over all pulses, whichever
     * group they were in at each. Each adds epsilon 1 to what can ever be learned of that person.
     */
    public int noisyCounts() {
        return pulses.values().stream()
                .mapToInt(pulse -> pulse.noisyCounts().values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0))
                .sum();
    }

    /** In how many blocks the numbers show that everybody answered (R5). */
    public long everybody() {
        return rows.stream().filter(row -> row.n() == row.eligible()).count();
    }

    /** The least that is left over all pulses that were announced to be shown in this way. */
    public Left least(String disclosure) {
        var of =
                rows.stream().filter(row -> row.disclosure().equals(disclosure)).toList();
        return new Left(
                of.stream().mapToInt(Row::outsider).min().orElse(5),
                of.stream().mapToInt(Row::insider).min().orElse(5));
    }

    /** In which ways results were shown. */
    public Set<String> disclosures() {
        return rows.stream().map(Row::disclosure).collect(Collectors.toCollection(TreeSet::new));
    }
}
