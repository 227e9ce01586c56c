package org.groeipuls.pages.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
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
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Marker;
import org.groeipuls.trend.TeamTrend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five outcomes as a lead reads them. */
class ConclusionsTest {
    private static final Words NL = new Words(Language.NL, Pages.ZONE);
    private static final Words EN = new Words(Language.EN, Pages.ZONE);
    private static final GroupId GROUP = new GroupId("green");
    private static final InterventionId CASES = new InterventionId("cases");

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

    @Test
    void what_was_said_after_a_marker_stands_there_as_long_as_its_anchor_does() {
        assertThat(Conclusions.of(marked(stated(1, Checkpoint.VERDICT, Outcome.ROSE)), EN))
                .containsExactly("Conclusion: risen after A, probably by 0.34 to 0.66 points.");
        assertThat(Conclusions.of(marked(stated(2, Checkpoint.VERDICT, Outcome.ROSE)), EN))
                .as("its first day was corrected since, to one after the rise")
                .isEmpty();
    }

    @Test
    void what_was_said_from_another_anchor_does_not_take_the_place_of_what_was_said_from_this_one() {
        var early = stated(1, Checkpoint.EARLY_SIGN, Outcome.ROSE);
        assertThat(Conclusions.of(marked(early, stated(2, Checkpoint.VERDICT, Outcome.FELL)), EN))
                .isEqualTo(Conclusions.of(marked(early), EN))
                .hasSize(1);
    }

    /** Of a marker A whose anchor is pulse 1. */
    private static TeamTrend marked(OutcomeStated... said) {
        var first = House.shown(1, 1, 8, 3, 1, 3.2, .4);
        var marker = new Marker(
                "A",
                CASES,
                LearningForm.INTERVISIE,
                LeaderRole.PARTICIPANT,
                first.countedOn().plusDays(1),
                null,
                new TreeSet<>(List.of(new TeamId("green"))),
                new Marker.Anchor(first.pulse(), 1, 1),
                House.shown(2, 1, 8, 3, 1, 3.2, .4).pulse());
        return trend(1, List.of(marker), List.of(said));
    }

    private static OutcomeStated stated(int anchor, Checkpoint checkpoint, Outcome outcome) {
        var where = House.shown(anchor, 1, 8, 3, 1, 3.2, .4).pulse();
        return stated(outcome, outcome == Outcome.FELL ? -.5 : .5, checkpoint, new Anchored(where, 1, CASES));
    }

    private static TeamTrend trend(Outcome outcome, double change) {
        return trend(outcome, change, 1);
    }

    private static TeamTrend trend(Outcome outcome, double change, int line) {
        var rolling = new Anchored(House.shown(1, 1, 8, 3, 1, 3.2, .4).pulse(), 1, null);
        return trend(line, List.of(), List.of(stated(outcome, change, Checkpoint.VERDICT, rolling)));
    }

    private static OutcomeStated stated(Outcome outcome, double change, Checkpoint checkpoint, Anchored anchor) {
        SortedSet<Lack> lacks =
                new TreeSet<>(outcome == Outcome.NOT_ENOUGH_DATA ? List.of(Lack.PARTICIPATION) : List.of());
        return new OutcomeStated(
                new OutcomeId("0".repeat(32)),
                GROUP,
                "psychological-safety",
                anchor,
                checkpoint,
                House.shown(7, 1, 8, 3, 1, 3.2, .4).pulse(),
                outcome,
                lacks,
                change,
                .1,
                .01,
                .28,
                null,
                TeamTrend.RULE,
                "default@1");
    }

    private static TeamTrend trend(int line, List<Marker> markers, List<OutcomeStated> said) {
        return new TeamTrend(
                GROUP,
                "psychological-safety",
                TeamTrend.RULE,
                List.of(House.shown(1, 1, 8, 3, 1, 3.2, .4), House.shown(7, line, 8, 3, 1, 3.2, .4)),
                List.of(),
                markers,
                said,
                null);
    }
}
