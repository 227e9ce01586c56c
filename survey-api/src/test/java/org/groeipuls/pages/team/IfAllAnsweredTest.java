package org.groeipuls.pages.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pages.House;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Participation;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those who did not answer could change, as a lead reads it: nine pulses of 3.6, and a conclusion at the last. */
class IfAllAnsweredTest {
    private static final Words NL = new Words(Language.NL, Pages.ZONE);
    private static final Words EN = new Words(Language.EN, Pages.ZONE);
    private static final GroupId GROUP = new GroupId("green");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROSE | 0.40  | MOST          | gestegen sinds 7 maart 2025: stel dat wie niet antwoordde er eerst net zo over dacht als wie wel antwoordde. Dan zouden die mensen nu gemiddeld minstens 1,3 punt lager moeten scoren dan de anderen om deze stijging ongedaan te maken.
            FELL | -0.40 | HALF_AND_MORE | gedaald sinds 7 maart 2025: stel dat wie niet antwoordde er eerst net zo over dacht als wie wel antwoordde. Dan zouden die mensen nu gemiddeld minstens 0,8 punt hoger moeten scoren dan de anderen om deze daling ongedaan te maken.
            ROSE | 0.44  | MOST          | gestegen sinds 7 maart 2025: stel dat wie niet antwoordde er eerst net zo over dacht als wie wel antwoordde. Dan zouden die mensen nu gemiddeld minstens 1,4 punt lager moeten scoren dan de anderen om deze stijging ongedaan te maken.
            ROSE | 0.60  | MOST          | gestegen sinds 7 maart 2025: stel dat wie niet antwoordde er eerst net zo over dacht als wie wel antwoordde. Dan zouden die mensen nu gemiddeld minstens 2,0 punt lager moeten scoren dan de anderen om deze stijging ongedaan te maken.
            ROSE | 0.5999999999999996 | MOST | gestegen sinds 7 maart 2025: stel dat wie niet antwoordde er eerst net zo over dacht als wie wel antwoordde. Dan zouden die mensen nu gemiddeld minstens 2,0 punt lager moeten scoren dan de anderen om deze stijging ongedaan te maken.
            ROSE | 0.90  | UNDER_HALF    | gestegen sinds 7 maart 2025: bij minstens één peiling antwoordde op minstens één stelling van dit onderwerp minder dan de helft. Daarom is niet te zeggen wat de rest aan deze stijging kan veranderen.
            FELL | -0.90 | UNDER_HALF    | gedaald sinds 7 maart 2025: bij minstens één peiling antwoordde op minstens één stelling van dit onderwerp minder dan de helft. Daarom is niet te zeggen wat de rest aan deze daling kan veranderen.
            """)
    void how_far_the_silent_would_have_to_differ_is_never_told_too_high(
            Outcome outcome, double change, Participation lowest, String said) {
        assertThat(Conclusions.unheard(trend(lowest, Participation.MOST, outcome, change), NL))
                .hasSize(2)
                .last()
                .isEqualTo("Conclusie, " + said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROSE | 0.40  | MOST       | risen since 7 March 2025: suppose those who did not answer first thought as the others did. They would now have to score at least 1.3 points lower than the others, on average, to undo this rise.
            FELL | -0.40 | MOST       | fallen since 7 March 2025: suppose those who did not answer first thought as the others did. They would now have to score at least 1.3 points higher than the others, on average, to undo this fall.
            ROSE | 0.40  | UNDER_HALF | risen since 7 March 2025: in at least one pulse less than half answered at least one statement of this subject. So what the rest could change in this rise cannot be told.
            FELL | -0.40 | UNDER_HALF | fallen since 7 March 2025: in at least one pulse less than half answered at least one statement of this subject. So what the rest could change in this fall cannot be told.
            """)
    void the_same_in_english(Outcome outcome, double change, Participation lowest, String said) {
        assertThat(Conclusions.unheard(trend(lowest, Participation.MOST, outcome, change), EN))
                .last()
                .isEqualTo("Conclusion, " + said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MOST          | Op de stelling van dit onderwerp die de minste antwoorden kreeg, antwoordde bij de laatste eigen uitkomst (22 augustus 2025) 70 procent of meer van de groep. Had de rest de laagste of juist de hoogste score gegeven, dan lag de uitkomst van iedereen samen tussen 2,8 en 4,1.
            HALF_AND_MORE | Op de stelling van dit onderwerp die de minste antwoorden kreeg, antwoordde bij de laatste eigen uitkomst (22 augustus 2025) 50 tot 70 procent van de groep. Had de rest de laagste of juist de hoogste score gegeven, dan lag de uitkomst van iedereen samen tussen 2,3 en 4,3.
            UNDER_HALF    | Bij de laatste eigen uitkomst (22 augustus 2025) antwoordde op minstens één stelling van dit onderwerp minder dan de helft. Wat de rest vindt, kan het beeld helemaal omdraaien. Daarom noemen we geen grenzen.
            """)
    void between_which_ends_the_last_result_of_all_would_lie(Participation last, String said) {
        assertThat(Conclusions.unheard(trend(Participation.MOST, last, Outcome.STEADY, 0), NL))
                .containsExactly(said);
    }

    @Test
    void the_ends_in_english_too() {
        assertThat(Conclusions.unheard(trend(Participation.MOST, Participation.HALF_AND_MORE, Outcome.STEADY, 0), EN))
                .containsExactly(
                        "At the last own result (22 August 2025) 50 to 70 per cent of the group answered the statement of"
                                + " this subject that got the fewest answers. Had the rest given the lowest or the highest"
                                + " score, the result of all together would lie between 2.3 and 4.3.");
    }

    @Test
    void before_the_first_result_there_is_nothing_to_say() {
        var trend = new TeamTrend(
                GROUP, "candour", TeamTrend.RULE, List.of(House.gap(1, 1)), List.of(), List.of(), List.of(), null);
        assertThat(Conclusions.unheard(trend, NL)).isEmpty();
    }

    private static TeamTrend trend(Participation third, Participation ninth, Outcome outcome, double change) {
        List<TrendPoint> points = new ArrayList<>();
        for (int ordinal = 1; ordinal <= 9; ordinal++) {
            var step = ordinal == 3 ? third : ordinal == 9 ? ninth : Participation.MOST;
            points.add(at(step, House.shown(ordinal, 1, 8, 3.6, 1, 3.6, .4)));
        }
        var anchor = new Anchored(points.get(2).pulse(), 1, null);
        var stated = new OutcomeStated(
                new OutcomeId("0".repeat(32)),
                GROUP,
                "candour",
                anchor,
                Checkpoint.VERDICT,
                points.getLast().pulse(),
                outcome,
                new TreeSet<>(),
                change,
                .1,
                .01,
                .28,
                null,
                TeamTrend.RULE,
                "default@1");
        return new TeamTrend(GROUP, "candour", TeamTrend.RULE, points, List.of(), List.of(), List.of(stated), null);
    }

    /** A point of a pulse in which most took part, and of whose topic that share was heard. */
    private static TrendPoint at(Participation heard, TrendPoint point) {
        var shown = Objects.requireNonNull(point.shown());
        return new TrendPoint(
                point.pulse(),
                point.countedOn(),
                point.ordinal(),
                point.line(),
                point.instrument(),
                point.disclosure(),
                point.calibration(),
                point.rule(),
                Participation.MOST,
                null,
                point.items(),
                new TrendPoint.Shown(shown.n(), shown.value(), shown.range(), shown.level(), shown.band(), heard),
                point.withheld());
    }
}
