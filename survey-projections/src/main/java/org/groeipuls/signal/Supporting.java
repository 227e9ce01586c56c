package org.groeipuls.signal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.groeipuls.scoring.ExtraEvidence;
import org.groeipuls.scoring.Medians;
import org.groeipuls.team.GroupId;

/** Whether single statements that were released of a group speak for one of its patterns (measurement, section 5). */
final class Supporting {
    /** Somewhat more than a year: these statements are asked once a year. */
    private static final int DAYS = 400;

    /** Of fewer groups the middle one says nothing of what is usual. */
    private static final int FEWEST_GROUPS = 3;

    private final List<Evidence> all;

    /** @param all in the order in which they were released */
    Supporting(List<Evidence> all) {
        this.all = List.copyOf(all);
    }

    /** M2: silence is heard half a point more often in the group than in the middle one of all groups. */
    boolean silenceIsHeard(Occasion latest, LocalDate today) {
        var own = own(Evidence.SILENCE, latest, today);
        var usual = usual(Evidence.SILENCE, today);
        return own.isPresent()
                && usual.isPresent()
                && ExtraEvidence.silenceIsHeard(own.get().mean(), usual.getAsDouble());
    }

    /** M4: the group believes that celebrating failures makes people careless. */
    boolean celebratingSeemsCareless(Occasion latest, LocalDate today) {
        return own(Evidence.CARELESS, latest, today)
                .filter(belief -> ExtraEvidence.celebratingSeemsCareless(belief.mean()))
                .isPresent();
    }

    /** M4 is to be called fear of celebrating: the belief is there, and what was learned is seldom celebrated. */
    boolean fearOfCelebrating(Occasion latest, LocalDate today) {
        var belief = own(Evidence.CARELESS, latest, today);
        var celebrated = own(Evidence.CELEBRATED, latest, today);
        return belief.isPresent()
                && celebrated.isPresent()
                && ExtraEvidence.fearOfCelebrating(
                        belief.get().mean(), celebrated.get().mean());
    }

    /** Whether what was counted on a day is still evidence, and is evidence already. */
    static boolean counts(LocalDate countedOn, LocalDate today) {
        return !countedOn.isAfter(today) && countedOn.isAfter(today.minusDays(DAYS));
    }

    private Optional<Evidence> own(String item, Occasion latest, LocalDate today) {
        return Optional.ofNullable(latestOf(item, today).get(latest.group()))
                .filter(evidence -> evidence.teams().equals(latest.teams()));
    }

    private OptionalDouble usual(String item, LocalDate today) {
        var means = latestOf(item, today).values().stream().map(Evidence::mean).toList();
        return means.size() < FEWEST_GROUPS ? OptionalDouble.empty() : OptionalDouble.of(Medians.of(means));
    }

    private Map<GroupId, Evidence> latestOf(String item, LocalDate today) {
        Map<GroupId, Evidence> latest = new LinkedHashMap<>();
        all.stream()
                .filter(evidence -> evidence.item().equals(item))
                .filter(evidence -> counts(evidence.countedOn(), today))
                .forEach(evidence -> latest.put(evidence.group(), evidence));
        return latest;
    }
}
