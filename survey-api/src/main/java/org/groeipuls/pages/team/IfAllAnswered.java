package org.groeipuls.pages.team;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.pages.Words;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.groeipuls.trend.Unheard;

/** What those who did not answer could change of a trend, in words that a step of participation allows and no more. */
final class IfAllAnswered {
    /** What a computer loses of a number that is whole in tenths. */
    private static final double SLACK = 1e-9;

    private final TeamTrend trend;
    private final Unheard unheard;
    private final Words words;

    IfAllAnswered(TeamTrend trend, Words words) {
        this.trend = trend;
        this.unheard = trend.unheard();
        this.words = words;
    }

    /**
     * Of the last own result, and of each change that is named.
     *
     * @param said what the page says of the trend
     * @param since how it says since when
     */
    List<String> sentences(List<OutcomeStated> said, Function<Anchored, String> since) {
        List<String> sentences = new ArrayList<>();
        var latest = unheard.latest();
        if (latest != null) {
            sentences.add(bounds(latest));
        }
        for (var stated : said) {
            change(stated, since.apply(stated.anchor())).ifPresent(sentences::add);
        }
        return sentences;
    }

    private String bounds(Unheard.Latest latest) {
        var point = trend.points().stream()
                .filter(one -> one.pulse().equals(latest.pulse()))
                .findFirst()
                .orElseThrow();
        var day = words.date(point.countedOn());
        var bounds = latest.bounds();
        if (bounds == null) {
            return words.text("unheard.bounds.wide", day);
        }
        var ends = TrendColumn.inScale(bounds);
        return words.text(
                "unheard.bounds", day, step(point), words.score(down(ends.low())), words.score(up(ends.high())));
    }

    private String step(TrendPoint point) {
        return words.text("participation."
                + Objects.requireNonNull(Objects.requireNonNull(point.shown()).heard())
                        .word());
    }

    private Optional<String> change(OutcomeStated stated, String since) {
        return unheard.changes().stream()
                .filter(one -> one.outcome().equals(stated.outcome()))
                .findFirst()
                .map(one -> change(one, stated, since));
    }

    private String change(Unheard.Tipping tipping, OutcomeStated stated, String since) {
        var key = "unheard." + stated.result().name().toLowerCase(Locale.ROOT);
        var checkpoint = words.text("checkpoint."
                + stated.checkpoint().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var points = tipping.points();
        return points == null
                ? words.text(key + ".wide", checkpoint, since)
                : words.text(key, checkpoint, since, words.score(down(points)));
    }

    /** Down, so that "at least" stays true, and a lower end one. */
    private static double down(double points) {
        return BigDecimal.valueOf(points + SLACK)
                .setScale(1, RoundingMode.FLOOR)
                .doubleValue();
    }

    private static double up(double points) {
        return -down(-points);
    }
}
