package org.groeipuls.api.operator;

import org.groeipuls.api.storage.Commands;
import org.groeipuls.outcome.OutcomeCommand.StateOutcome;
import org.groeipuls.trend.Trends;

/**
 * States in history what can be said at the checkpoints that lines have reached: an effect, so it stands apart from the
 * views and no replay reaches it. Looks only when history has grown since it looked last; after a restart it looks once.
 */
public final class OutcomeClerk {
    private final Trends trends;
    private final Commands commands;
    private long looked = -1;

    public OutcomeClerk(Trends trends, Commands commands) {
        this.trends = trends;
        this.commands = commands;
    }

    /** May be broken off and repeated: nothing is stated twice. */
    synchronized void state() {
        long head = commands.awaitViews();
        if (head == looked) {
            return;
        }
        trends.due().forEach(stated -> commands.send(StateOutcome.of(stated)));
        looked = commands.awaitViews();
    }
}
