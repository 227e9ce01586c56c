package org.groeipuls.talk;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.lexicon.LexiconEvent.LexiconRegistered;
import org.groeipuls.lexicon.LexiconEvent.LexiconTried;
import org.groeipuls.release.ReleaseEvent.TextsReleased;

/** Keeps {@link LexiconTable} up to date. */
@ProcessingGroup("views")
public final class LexiconProjection {
    private final LexiconTable table;

    public LexiconProjection(LexiconTable table) {
        this.table = table;
    }

    @EventHandler
    void on(LexiconRegistered event) {
        table.put(new KnownLexicon(event.lexicon(), event.language(), event.content(), event.method(), null));
    }

    @EventHandler
    void on(LexiconTried event) {
        var known = table.find(event.lexicon()).orElseThrow().tried(event.study());
        table.put(known);
        if (!event.study().shown().isEmpty()) {
            table.putInForce(known);
        }
    }

    @EventHandler
    void on(TextsReleased event) {
        table.readFromNowOn(event.pulse(), event.unit());
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
