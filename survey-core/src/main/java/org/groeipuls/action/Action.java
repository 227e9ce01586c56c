package org.groeipuls.action;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.action.ActionCommand.RecordAction;
import org.groeipuls.action.ActionCommand.RemoveActionWords;
import org.groeipuls.action.ActionEvent.ActionAgreed;
import org.groeipuls.action.ActionEvent.ActionConcluded;
import org.groeipuls.action.ActionEvent.ActionCorrected;
import org.groeipuls.action.ActionEvent.ActionReopened;
import org.groeipuls.action.ActionEvent.ActionWordsRemoved;
import org.groeipuls.team.TeamId;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.NullUnmarked;

/** What a team agreed after a pulse. Saying the same twice changes nothing. */
@NullUnmarked
public final class Action {
    /** What lies further off is a plan and no agreement. */
    private static final int DAYS_AHEAD = 366;

    /** Before this a year is a slip of the hand. */
    private static final int YEARS_BACK = 10;

    @AggregateIdentifier
    private ActionId id;

    private TeamId team;
    private Agreed agreed;
    private ActionState state;
    private WordingId outcome;
    private boolean wordless;

    Action() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAction command) {
        if (agreed != null) {
            isOf(command.team());
        }
        checkOutcome(command);
        var wanted = command.agreed();
        if (!wanted.equals(agreed)) {
            checkDue(wanted.due(), command.today());
            apply(
                    agreed == null
                            ? new ActionAgreed(command.action(), command.team(), wanted)
                            : new ActionCorrected(id, wanted));
        }
        if (command.state() == ActionState.OPEN && state != ActionState.OPEN) {
            apply(new ActionReopened(id));
        } else if (command.state() != ActionState.OPEN
                && !(command.state() == state && Objects.equals(command.outcome(), outcome))) {
            apply(new ActionConcluded(id, command.state(), command.outcome()));
        }
    }

    @CommandHandler
    void handle(RemoveActionWords command) {
        isOf(command.team());
        if (!wordless) {
            apply(new ActionWordsRemoved(id));
        }
    }

    private void isOf(TeamId whose) {
        if (!team.equals(whose)) {
            throw new ActionOfOtherTeam(id);
        }
    }

    private static void checkOutcome(RecordAction command) {
        boolean open = command.state() == ActionState.OPEN;
        if (open && command.outcome() != null) {
            throw new ActionNotRecordable(
                    "action-outcome-too-early", "What came of it is said once it is done or dropped");
        }
        if (!open && command.outcome() == null) {
            throw new ActionNotRecordable(
                    "action-outcome-missing",
                    "An action that is done or dropped says in outcome what came of it, or why it is dropped");
        }
    }

    private static void checkDue(LocalDate due, LocalDate today) {
        if (due.isAfter(today.plusDays(DAYS_AHEAD)) || due.isBefore(today.minusYears(YEARS_BACK))) {
            throw new ActionNotRecordable(
                    "action-day-not-allowed",
                    "due lies at most " + DAYS_AHEAD + " days ahead and " + YEARS_BACK + " years back");
        }
    }

    @EventSourcingHandler
    void on(ActionAgreed event) {
        id = event.action();
        team = event.team();
        agreed = event.agreed();
        state = ActionState.OPEN;
    }

    @EventSourcingHandler
    void on(ActionCorrected event) {
        agreed = event.agreed();
        wordless = false;
    }

    @EventSourcingHandler
    void on(ActionConcluded event) {
        state = event.state();
        outcome = event.outcome();
        wordless = false;
    }

    @EventSourcingHandler
    void on(ActionReopened event) {
        state = ActionState.OPEN;
        outcome = null;
    }

    @EventSourcingHandler
    void on(ActionWordsRemoved event) {
        wordless = true;
    }
}
