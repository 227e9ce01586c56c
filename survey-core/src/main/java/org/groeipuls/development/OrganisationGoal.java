package org.groeipuls.development;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.development.GoalCommand.RemoveGoalWords;
import org.groeipuls.development.GoalCommand.SetGoal;
import org.groeipuls.development.GoalEvent.GoalChanged;
import org.groeipuls.development.GoalEvent.GoalSet;
import org.groeipuls.development.GoalEvent.GoalWordsRemoved;
import org.jspecify.annotations.NullUnmarked;

/** What the organisation wants a line to do. Saying the same twice changes nothing. */
@NullUnmarked
public final class OrganisationGoal {
    private static final int YEARS = 10;

    @AggregateIdentifier
    private GoalId id;

    private Aim aim;
    private boolean wordless;

    OrganisationGoal() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetGoal command) {
        var wanted = command.aim();
        if (!wanted.equals(aim)) {
            check(wanted, command.today());
            apply(aim == null ? new GoalSet(command.goal(), wanted) : new GoalChanged(id, wanted));
        }
    }

    @CommandHandler
    void handle(RemoveGoalWords command) {
        if (!wordless) {
            apply(new GoalWordsRemoved(id));
        }
    }

    private static void check(Aim aim, LocalDate today) {
        var level = aim.level();
        if ((aim.wanted() == null) == (level == null)) {
            throw new GoalNotSettable("goal-unclear", "A goal has either wanted (rise, hold, fall) or a level");
        }
        // finer ones, tried one after the other, would measure a unit that HR and the direction see in words only
        if (level != null && !(level >= 1 && level <= 5 && level * 2 == Math.rint(level * 2))) {
            throw new GoalNotSettable("goal-level-not-allowed", "level is a whole or half number from 1 to 5");
        }
        if (level != null && aim.aboutLeaders()) {
            throw new GoalNotSettable(
                    "goal-level-of-leaders", "Of leaders no number is shown; a goal about them has a direction only");
        }
        if (!aim.by().isAfter(aim.from())) {
            throw new GoalNotSettable("goal-ends-too-early", "by lies after from");
        }
        if (aim.from().isBefore(today.minusYears(YEARS)) || aim.by().isAfter(today.plusYears(YEARS))) {
            throw new GoalNotSettable(
                    "goal-day-not-allowed", "from lies at most " + YEARS + " years back and by as many ahead");
        }
    }

    @EventSourcingHandler
    void on(GoalSet event) {
        id = event.goal();
        aim = event.aim();
    }

    @EventSourcingHandler
    void on(GoalChanged event) {
        aim = event.aim();
        wordless = false;
    }

    @EventSourcingHandler
    void on(GoalWordsRemoved event) {
        wordless = true;
    }
}
