package org.groeipuls.pages.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.outcome.Anchored;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.pages.House;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.scoring.Basis.Lack;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Outcome;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TeamTrend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five outcomes as a lead reads them. */
class ConclusionsTest {
    private static final Words NL = new Words(Language.NL, Pages.ZONE);
    private static final Words EN = new Words(Language.EN, Pages.ZONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROSE              | 0.5   | gestegen sinds 10 januari 2025, waarschijnlijk tussen 0,34 en 0,66 punt.
            FELL              | -0.5  | gedaald sinds 10 januari 2025, waarschijnlijk tussen 0,34 en 0,66 punt.
            STEADY            | 0.05  | vrijwel gelijk sinds 10 januari 2025; geen zichtbare verandering (waarschijnlijk tussen −0,11 en 0,21 punt).
            NO_CLEAR_CHANGE   | -0.1  | nog niet te zeggen sinds 10 januari 2025. De verandering kan overal tussen −0,26 en 0,06 punt liggen; in deze groep valt pas een verandering van ongeveer 0,28 punt op.
            NOT_ENOUGH_DATA   | 0.5   | te weinig gegevens sinds 10 januari 2025, want gemiddeld deed minder dan de helft mee.
            """)
    void each_outcome_has_its_fixed_words_in_dutch(Outcome outcome, double change, String said) {
        assertThat(Conclusions.of(trend(outcome, change), NL)).containsExactly("Conclusie: " + said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROSE              | 0.5   | risen since 10 January 2025, probably by 0.34 to 0.66 points.
            FELL              | -0.5  | fallen since 10 January 2025, probably by 0.34 to 0.66 points.
            STEADY            | 0.05  | about the same since 10 January 2025; no visible change (probably between −0.11 and 0.21 points).
            NO_CLEAR_CHANGE   | -0.1  | cannot tell yet since 10 January 2025. The change could be anywhere between −0.26 and 0.06 points; in this group only a change of about 0.28 points would be noticed.
            NOT_ENOUGH_DATA   | 0.5   | not enough data since 10 January 2025, because on average fewer than half took part.
            """)
    void each_outcome_has_its_fixed_words_in_english(Outcome outcome, double change, String said) {
        assertThat(Conclusions.of(trend(outcome, change), EN)).containsExactly("Conclusion: " + said);
    }

    @Test
    void of_a_line_that_is_not_drawn_any_more_nothing_is_said() {
        assertThat(Conclusions.of(trend(Outcome.ROSE, .5, 2), NL)).isEmpty();
    }

    private static TeamTrend trend(Outcome outcome, double change) {
        return trend(outcome, change, 1);
    }

    private static TeamTrend trend(Outcome outcome, double change, int line) {
        var first = House.shown(1, 1, 8, 3, 1, 3.2, .4);
        var last = House.shown(7, line, 8, 3, 1, 3.2, .4);
        SortedSet<Lack> lacks =
                new TreeSet<>(outcome == Outcome.NOT_ENOUGH_DATA ? List.of(Lack.PARTICIPATION) : List.of());
        var group = new GroupId("green");
        var stated = new OutcomeStated(
                new OutcomeId("0".repeat(32)),
                group,
                "psychological-safety",
                new Anchored(first.pulse(), 1, null),
                Checkpoint.VERDICT,
                last.pulse(),
                outcome,
                lacks,
                change,
                .1,
                .01,
                .28,
                null,
                TeamTrend.RULE,
                "default@1");
        return new TeamTrend(
                group,
                "psychological-safety",
                TeamTrend.RULE,
                List.of(first, last),
                List.of(),
                List.of(),
                List.of(stated),
                null);
    }
}
