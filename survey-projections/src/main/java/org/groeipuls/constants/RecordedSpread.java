package org.groeipuls.constants;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.groeipuls.release.OrganisationRecord.GapMoments;
import org.groeipuls.release.ReleaseEvent.CountPublished;

/** The latest of the organisation's records (R6), per construct and per say-do pair. */
final class RecordedSpread {
    private final Map<String, Double> constructs = new HashMap<>();
    private final Map<String, GapMoments> gaps = new TreeMap<>();

    void on(CountPublished event) {
        var record = event.organisation();
        if (record != null) {
            record.constructs().forEach(one -> constructs.put(one.construct(), one.withinVariance()));
            record.gaps().forEach(one -> gaps.put(one.pattern(), one));
        }
    }

    /** s0² per construct; one that was rounded to nothing says nothing. */
    Map<String, Double> ofConstructs() {
        Map<String, Double> known = new HashMap<>(constructs);
        known.values().removeIf(variance -> variance <= 0);
        return known;
    }

    /** σ_d², one for all pairs: Σ n·σ_d²/Σ n. */
    OptionalDouble ofGaps() {
        double people = gaps.values().stream().mapToInt(GapMoments::respondents).sum();
        double weighted = gaps.values().stream()
                .mapToDouble(gap -> gap.respondents() * gap.withinVariance())
                .sum();
        return weighted > 0 ? OptionalDouble.of(weighted / people) : OptionalDouble.empty();
    }
}
