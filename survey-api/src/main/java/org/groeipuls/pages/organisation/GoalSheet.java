package org.groeipuls.pages.organisation;

import org.groeipuls.api.followup.GoalDesk.ToldGoal;
import org.groeipuls.api.storage.Wordings;
import org.groeipuls.pages.Words;

/** A goal and what can be said of it, in words. */
record GoalSheet(String name, String what, String period, String said) {
    static GoalSheet of(ToldGoal goal, Names names, Words words) {
        var wanted = goal.wanted();
        var level = goal.level();
        var construct = names.construct(goal.construct());
        var what = wanted == null
                ? words.text("goals.level", construct, goal.unitName(), words.score(level == null ? 0 : level))
                : words.text("goals.wanted." + wanted.word(), construct, goal.unitName());
        return new GoalSheet(
                shown(goal.name(), words),
                what,
                words.text("goals.period", words.date(goal.from()), words.date(goal.by())),
                said(goal, words));
    }

    private static String said(ToldGoal goal, Words words) {
        var trend = goal.trend();
        var withheld = trend.withheld();
        if (withheld != null) {
            return words.text("goals.withheld." + withheld.word());
        }
        var moved = trend.moved();
        var side = trend.side();
        var against = goal.level() == null ? "goals.middle." : "goals.against.";
        return (moved == null ? "" : words.text("goals.moved." + moved.word()) + " ")
                + (side == null ? "" : words.text(against + side.word()));
    }

    /** The wording, or in the reader's language that it was removed. */
    static String shown(String text, Words words) {
        return text.equals(Wordings.REMOVED) ? words.text("wording.removed") : text;
    }
}
