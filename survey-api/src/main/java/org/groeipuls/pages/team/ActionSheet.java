package org.groeipuls.pages.team;

import java.time.LocalDate;
import java.util.UUID;
import org.groeipuls.action.ActionId;
import org.groeipuls.action.ActionState;
import org.groeipuls.action.Owner;
import org.groeipuls.api.followup.ActionDesk.Said;
import org.groeipuls.api.followup.ActionDesk.ToldAction;
import org.groeipuls.api.storage.Wordings;
import org.groeipuls.pages.Typed;
import org.groeipuls.pulse.PulseId;

/**
 * What stands in the form for an action, as it was typed. The id is made with the empty form, so that sending it twice
 * records one thing.
 */
record ActionSheet(String id, String pulse, String text, String owner, String due, String state, String outcome) {
    /** An action is due in four weeks, unless somebody says otherwise. */
    private static final int DAYS = 28;

    static ActionSheet empty(LocalDate today) {
        return new ActionSheet(
                UUID.randomUUID().toString(), "", "", "", today.plusDays(DAYS).toString(), "open", "");
    }

    static ActionSheet of(ToldAction known) {
        var outcome = known.outcome();
        return new ActionSheet(
                known.id().value(),
                known.pulse().value(),
                typed(known.text()),
                known.owner().word(),
                known.due().toString(),
                known.state().word(),
                outcome == null ? "" : typed(outcome));
    }

    private static String typed(String text) {
        return text.equals(Wordings.REMOVED) ? "" : text;
    }

    /** @throws Typed.Unreadable when it cannot be the id of anything */
    ActionId action() {
        return Typed.id("action-of-other-team", id, ActionId::new);
    }

    /**
     * What was meant.
     *
     * @throws Typed.Unreadable when something is missing or cannot be read
     */
    Said said() {
        return new Said(
                Typed.id("followup-pulse-unknown", pulse, PulseId::new),
                text,
                Typed.choice("owner-missing", Owner.of(owner)),
                Typed.day(due),
                Typed.choice("state-missing", ActionState.of(state)),
                outcome.isBlank() ? null : outcome);
    }
}
