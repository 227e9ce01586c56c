package org.groeipuls.api.teamlead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.api.teamlead.MonthlyQuestion.Asked;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.TeamId;
import org.junit.jupiter.api.Test;

class MonthlyQuestionTest {
    private static final PersonId ANN = new PersonId("ann");
    private static final PersonId BO = new PersonId("bo");
    private static final YearMonth MARCH = YearMonth.parse("2027-03");
    private static final Map<PersonId, SortedSet<TeamId>> LEADS = Map.of(
            ANN,
            new TreeSet<>(List.of(new TeamId("roads"), new TeamId("parks"))),
            BO,
            new TreeSet<>(List.of(new TeamId("water"))),
            new PersonId("cas"),
            new TreeSet<>());

    private static SortedSet<Asked> due(String today, Set<Asked> before) {
        return MonthlyQuestion.due(LocalDate.parse(today), LEADS, before);
    }

    @Test
    void near_the_end_of_a_month_each_lead_is_asked_once_whatever_they_lead() {
        assertThat(due("2027-03-24", Set.of())).isEmpty();
        assertThat(due("2027-03-25", Set.of())).containsExactly(new Asked(ANN, MARCH), new Asked(BO, MARCH));
        assertThat(due("2027-03-31", Set.of(new Asked(ANN, MARCH)))).containsExactly(new Asked(BO, MARCH));
        assertThat(due("2027-03-31", Set.of(new Asked(ANN, MARCH), new Asked(BO, MARCH))))
                .isEmpty();
    }

    @Test
    void another_month_is_another_question_and_a_month_that_is_over_is_none() {
        var before = Set.of(new Asked(BO, MARCH));
        assertThat(due("2027-04-01", before)).isEmpty();
        assertThat(due("2027-04-26", before))
                .containsExactly(new Asked(ANN, MARCH.plusMonths(1)), new Asked(BO, MARCH.plusMonths(1)));
    }
}
