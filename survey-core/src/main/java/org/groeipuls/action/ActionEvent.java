package org.groeipuls.action;

import org.groeipuls.team.TeamId;
import org.groeipuls.wording.WordingId;

/** What can happen to an action. Texts stand beside history, where they can be corrected and erased. */
public sealed interface ActionEvent {
    ActionId action();

    /**
     * A team agreed on something after a pulse. Says that it talked about its results, and not about which; where the
     * owner is the lead, whoever knows the lead knows whose turn it is.
     */
    record ActionAgreed(ActionId action, TeamId team, Agreed agreed) implements ActionEvent {}

    /** It was agreed otherwise than recorded before; this holds instead, and says as much. */
    record ActionCorrected(ActionId action, Agreed agreed) implements ActionEvent {}

    /**
     * It was done or dropped, or what came of it was put otherwise. Its team knows this; it says nothing of answers.
     *
     * @param state done or dropped
     * @param outcome refers to what came of it
     */
    record ActionConcluded(ActionId action, ActionState state, WordingId outcome) implements ActionEvent {}

    /** It is open again. Its team knows this; it says nothing of answers. */
    record ActionReopened(ActionId action) implements ActionEvent {}

    /** Its texts were erased. Says that somebody asked for it, and not who or why. */
    record ActionWordsRemoved(ActionId action) implements ActionEvent {}
}
