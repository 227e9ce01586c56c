package org.groeipuls.action;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.action.ActionCommand.RecordAction;
import org.groeipuls.action.ActionCommand.RemoveActionWords;
import org.groeipuls.action.ActionEvent.ActionAgreed;
import org.groeipuls.action.ActionEvent.ActionConcluded;
import org.groeipuls.action.ActionEvent.ActionCorrected;
import org.groeipuls.action.ActionEvent.ActionReopened;
import org.groeipuls.action.ActionEvent.ActionWordsRemoved;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.TeamId;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionTest {
    private static final ActionId START = new ActionId("start");
    private static final TeamId PARKS = new TeamId("parks");
    private static final LocalDate TODAY = LocalDate.parse("2027-03-10");
    private static final WordingId CAME = new WordingId("came");
    private static final Agreed AGREED = agreed("text", TODAY.plusDays(28));
    private static final ActionAgreed RECORDED = new ActionAgreed(START, PARKS, AGREED);

    private final AggregateTestFixture<Action> action = new AggregateTestFixture<>(Action.class);

    @Test
    void what_was_agreed_is_recorded_and_said_twice_it_changes_nothing() {
        action.givenNoPriorActivity().when(say(AGREED, ActionState.OPEN, null)).expectEvents(RECORDED);
        fixture().given(RECORDED).when(say(AGREED, ActionState.OPEN, null)).expectNoEvents();
    }

    @Test
    void what_was_done_at_once_is_agreed_and_concluded() {
        action.givenNoPriorActivity()
                .when(say(AGREED, ActionState.DONE, CAME))
                .expectEvents(RECORDED, new ActionConcluded(START, ActionState.DONE, CAME));
    }

    @Test
    void another_wording_is_a_correction() {
        var other = agreed("other", TODAY.plusDays(28));
        action.given(RECORDED).when(say(other, ActionState.OPEN, null)).expectEvents(new ActionCorrected(START, other));
    }

    @Test
    void what_is_done_can_be_dropped_and_open_again() {
        var done = new ActionConcluded(START, ActionState.DONE, CAME);
        action.given(RECORDED, done)
                .when(say(AGREED, ActionState.DROPPED, CAME))
                .expectEvents(new ActionConcluded(START, ActionState.DROPPED, CAME));
        fixture()
                .given(RECORDED, done)
                .when(say(AGREED, ActionState.DONE, CAME))
                .expectNoEvents();
        fixture()
                .given(RECORDED, done)
                .when(say(AGREED, ActionState.OPEN, null))
                .expectEvents(new ActionReopened(START));
    }

    @Test
    void whatever_is_no_longer_open_says_what_came_of_it_and_nothing_else_does() {
        action.given(RECORDED).when(say(AGREED, ActionState.DROPPED, null)).expectException(ActionNotRecordable.class);
        fixture().given(RECORDED).when(say(AGREED, ActionState.OPEN, CAME)).expectException(ActionNotRecordable.class);
    }

    @Test
    void what_lies_further_off_than_a_year_is_no_agreement() {
        action.givenNoPriorActivity()
                .when(say(agreed("text", TODAY.plusDays(367)), ActionState.OPEN, null))
                .expectException(ActionNotRecordable.class);
        fixture()
                .givenNoPriorActivity()
                .when(say(agreed("text", TODAY.plusDays(366)), ActionState.OPEN, null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void another_team_can_neither_change_it_nor_erase_its_texts() {
        var roads = new TeamId("roads");
        action.given(RECORDED)
                .when(new RecordAction(START, roads, AGREED, ActionState.OPEN, null, TODAY))
                .expectException(ActionOfOtherTeam.class);
        fixture().given(RECORDED).when(new RemoveActionWords(START, roads)).expectException(ActionOfOtherTeam.class);
    }

    @Test
    void texts_are_erased_once_and_again_after_a_new_wording() {
        var removed = new ActionWordsRemoved(START);
        action.given(RECORDED).when(new RemoveActionWords(START, PARKS)).expectEvents(removed);
        fixture()
                .given(RECORDED, removed)
                .when(new RemoveActionWords(START, PARKS))
                .expectNoEvents();
        fixture()
                .given(RECORDED, removed, new ActionCorrected(START, agreed("new", TODAY)))
                .when(new RemoveActionWords(START, PARKS))
                .expectEvents(removed);
    }

    private static AggregateTestFixture<Action> fixture() {
        return new AggregateTestFixture<>(Action.class);
    }

    private static Agreed agreed(String wording, LocalDate due) {
        return new Agreed(new PulseId("march"), new WordingId(wording), Owner.TEAM, due);
    }

    private static RecordAction say(Agreed agreed, ActionState state, @Nullable WordingId outcome) {
        return new RecordAction(START, PARKS, agreed, state, outcome, TODAY);
    }
}
