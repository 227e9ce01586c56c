package org.groeipuls.api.storage;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends commands to history. What they return with is on disk and in the views, so whoever sent one reads what they
 * wrote.
 */
public final class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 5;

    private final CommandGateway gateway;
    private final HistoryStore history;
    private final StoreSync sync;
    private final ViewPosition views;

    public Commands(CommandGateway gateway, HistoryStore history, StoreSync sync, ViewPosition views) {
        this.gateway = gateway;
        this.history = history;
        this.sync = sync;
        this.views = views;
    }

    /**
     * Sends a command and returns when what it did is durable and visible.
     *
     * @throws org.groeipuls.refusal.Refusal when a rule says no
     * @return whether history has grown
     */
    public boolean send(Object command) {
        long before = history.head();
        again(() -> gateway.sendAndWait(command));
        awaitDurable();
        return awaitViews() > before;
    }

    /**
     * Sends commands in a transaction of the caller's and returns when what they did is durable and visible.
     *
     * @param transaction begins a transaction, runs what it is given in it and ends it; perhaps more than once
     * @throws org.groeipuls.refusal.Refusal when a rule says no to one of the commands
     * @return whether history has grown
     */
    public boolean sendWithin(Consumer<Runnable> transaction, List<?> orders) {
        long before = history.head();
        again(() -> transaction.accept(() -> orders.forEach(gateway::sendAndWait)));
        awaitDurable();
        return awaitViews() > before;
    }

    private static void again(Runnable attempt) {
        for (int tried = 1; ; tried++) {
            try {
                attempt.run();
                return;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /**
     * Returns when the views show all of history.
     *
     * @throws ViewPosition.ViewsBehind when they do not within ten seconds
     * @return the position up to which they do
     */
    public long awaitViews() {
        long head = history.head();
        views.await(head, PATIENCE);
        return head;
    }

    /** Returns when everything that was written to history's database before is on disk. */
    public void awaitDurable() {
        sync.awaitDurable();
    }
}
