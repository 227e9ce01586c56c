package org.groeipuls.pages.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.Change;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.trend.Marker;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a trend at its checkpoints, in the five outcomes' fixed words: of the newest rolling anchor and of each
 * marker the latest, of the line and the markers that are drawn now. After, never because of.
 */
final class Conclusions {
    private final TeamTrend trend;
    private final Words words;

    private Conclusions(TeamTrend trend, Words words) {
        this.trend = trend;
        this.words = words;
    }

    /** The sentences, the newest last; none before the first checkpoint. */
    static List<String> of(TeamTrend trend, Words words) {
        var conclusions = new Conclusions(trend, words);
        return conclusions.latest().stream().map(conclusions::sentence).toList();
    }

    /** What those who did not answer could change, of the last own result and of each of the sentences that name a change. */
    static List<String> unheard(TeamTrend trend, Words words) {
        var conclusions = new Conclusions(trend, words);
        return new IfAllAnswered(trend, words).sentences(conclusions.latest(), conclusions::since);
    }

    /** When the next thing can be said; empty without any point. */
    static String next(TeamTrend trend, Words words) {
        var next = trend.nextCheckpoint();
        if (next == null) {
            return "";
        }
        var expected = next.expectedOn();
        return words.text(
                "checkpoint.next." + word(next.kind()),
                next.pulse(),
                next.stillNeeded(),
                expected == null ? "" : words.text("checkpoint.expected", words.monthAndYear(expected)));
    }

    private List<OutcomeStated> latest() {
        if (trend.points().isEmpty()) {
            return List.of();
        }
        int line = trend.points().getLast().line();
        Map<String, OutcomeStated> latest = new LinkedHashMap<>();
        for (var stated : trend.outcomes()) {
            var anchor = stated.anchor();
            if (anchor.line() == line && drawn(anchor)) {
                var about = anchor.marker();
                latest.put(about == null ? "" : about.value(), stated);
            }
        }
        return List.copyOf(latest.values());
    }

    private String sentence(OutcomeStated stated) {
        var band = new Change(stated.d(), stated.se()).band();
        boolean fell = stated.result() == Outcome.FELL;
        return words.text(
                "outcome." + word(stated.result()),
                words.text("checkpoint." + word(stated.checkpoint())),
                since(stated.anchor()),
                words.points(fell ? -band.high() : band.low()),
                words.points(fell ? -band.low() : band.high()),
                words.points(stated.mde80()),
                lacks(stated));
    }

    /** "since 3 March 2026", or "after A". */
    String since(Anchored anchor) {
        return letter(anchor)
                .map(letter -> words.text("outcome.after", letter))
                .orElseGet(() -> words.text("outcome.since", words.date(counted(anchor.pulse()))));
    }

    private boolean drawn(Anchored anchor) {
        return anchor.marker() == null || letter(anchor).isPresent();
    }

    /** Of a marker that stands where it stood then; one whose first day was corrected since has another anchor. */
    private Optional<String> letter(Anchored stated) {
        return trend.markers().stream()
                .filter(drawn -> drawn.id().equals(stated.marker()) && stands(drawn.anchor(), stated))
                .map(Marker::letter)
                .findFirst();
    }

    private static boolean stands(Marker.@Nullable Anchor anchor, Anchored stated) {
        return anchor != null && anchor.pulse().equals(stated.pulse()) && anchor.line() == stated.line();
    }

    private LocalDate counted(PulseId pulse) {
        return trend.points().stream()
                .filter(point -> point.pulse().equals(pulse))
                .map(TrendPoint::countedOn)
                .findFirst()
                .orElseThrow();
    }

    private String lacks(OutcomeStated stated) {
        List<String> reasons = new ArrayList<>();
        for (Basis.Lack lack : stated.lacks()) {
            reasons.add(words.text("outcome.lack." + word(lack)));
        }
        return words.listed(reasons);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
