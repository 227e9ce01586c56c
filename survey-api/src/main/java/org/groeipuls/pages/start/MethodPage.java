package org.groeipuls.pages.start;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.team.TrendColumn;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.scoring.Anchor;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.BenjaminiHochberg;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.CalibrationEstimate;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.DifferenceInDifferences;
import org.groeipuls.scoring.Ewma;
import org.groeipuls.scoring.GapRule;
import org.groeipuls.scoring.MannKendall;
import org.groeipuls.scoring.ModeratedVariance;
import org.groeipuls.scoring.ParticipationFall;
import org.groeipuls.scoring.Pattern;
import org.groeipuls.scoring.SegmentedRegression;
import org.groeipuls.scoring.Series;
import org.groeipuls.scoring.SumClasses;
import org.groeipuls.scoring.Verdict;
import org.groeipuls.trend.OrganisationLine;
import org.groeipuls.trend.Participation;
import org.groeipuls.trend.TeamTrend;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How everything is calculated, in words, with the very constants that the code uses. */
@Controller
public final class MethodPage {
    private final Pages pages;

    public MethodPage(Pages pages) {
        this.pages = pages;
    }

    /** A chapter of the page. */
    record Chapter(String title, List<String> paragraphs) {}

    @GetMapping("/method")
    ResponseEntity<String> method(HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        return pages.page(HttpStatus.OK, "method", "/method", words, Map.of("chapters", chapters(words)));
    }

    private static List<Chapter> chapters(Words words) {
        return List.of(
                chapter(
                        "release",
                        3,
                        words,
                        PulseRules.LEAST_GROUP,
                        levels(),
                        words.percent(ParticipationFall.POINTS),
                        words.percent(ParticipationFall.ALPHA),
                        words.percent(Basis.TURNOVER)),
                chapter("score", 2, words, words.points(ModeratedVariance.SNAPSHOT_D0)),
                chapter(
                        "line",
                        3,
                        words,
                        TeamTrend.RULE,
                        TrendColumn.FIRST_OF_LINE,
                        words.points(Calibration.DEFAULT.mu("")),
                        words.points(Calibration.DEFAULT.tau2("")),
                        words.points(Calibration.DEFAULT.s02("")),
                        words.constant(Calibration.DEFAULT.q()),
                        words.constant(Calibration.DEFAULT.kappa()),
                        CalibrationEstimate.GROUPS,
                        CalibrationEstimate.PULSES),
                chapter(
                        "outcome",
                        4,
                        words,
                        Checkpoint.EARLY_SIGN.after(),
                        Checkpoint.VERDICT.after(),
                        Anchor.FIRST,
                        Anchor.EVERY,
                        words.points(Verdict.SMALLEST),
                        words.percent(Verdict.ALPHA),
                        words.points(Verdict.STEADY_WITHIN),
                        Basis.POINTS,
                        words.percent(Basis.PARTICIPATION),
                        words.percent(Basis.TURNOVER),
                        words.percent(Participation.MOST.mostSilent().orElseThrow()),
                        words.percent(Participation.HALF_AND_MORE.mostSilent().orElseThrow())),
                chapter("list", 1, words, words.percent(BenjaminiHochberg.RATE), words.points(Verdict.SMALLEST)),
                chapter(
                        "effect",
                        2,
                        words,
                        Checkpoint.VERDICT.after(),
                        words.points(Verdict.SMALLEST),
                        words.percent(Verdict.ALPHA),
                        DifferenceInDifferences.MOST_DEALS),
                chapter(
                        "extra",
                        3,
                        words,
                        Series.POINTS_TO_SHOW,
                        MannKendall.MOST_EXACT,
                        OrganisationLine.ROUND_DAYS,
                        Ewma.BASELINE,
                        words.constant(Ewma.USUAL_LAMBDA),
                        (int) Ewma.USUAL_LIMITS,
                        SegmentedRegression.POINTS,
                        SegmentedRegression.EACH_SIDE),
                chapter(
                        "gap",
                        2,
                        words,
                        GapRule.SCALES.n(),
                        words.points(GapRule.SCALES.say()),
                        words.points(GapRule.SCALES.gap()),
                        words.points(GapRule.SCALES.lowerBound()),
                        Pattern.REPEATED,
                        Pattern.OCCASIONS,
                        words.points(Pattern.CLEARED_BELOW)),
                chapter("text", 2, words, OpenText.LEAST_RESPONDENTS, OpenText.LEAST_TEXTS, OpenText.DEFAULT_RETENTION),
                chapter("open", 1, words));
    }

    private static Chapter chapter(String key, int paragraphs, Words words, Object... constants) {
        return new Chapter(
                words.text("method." + key + ".title"),
                IntStream.rangeClosed(1, paragraphs)
                        .mapToObj(number -> words.text("method." + key + "." + number, constants))
                        .toList());
    }

    /** How many steps the smallest group's sum can fall in. */
    private static int levels() {
        return SumClasses.of(PulseRules.LEAST_GROUP).classes().size();
    }
}
