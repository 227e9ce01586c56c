package org.groeipuls.shelf;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.instrument.InstrumentEvent.InstrumentRegistered;

/** Keeps {@link InstrumentShelf} up to date. */
@ProcessingGroup("views")
public final class ShelfProjection {
    private final InstrumentShelf shelf;

    public ShelfProjection(InstrumentShelf shelf) {
        this.shelf = shelf;
    }

    @EventHandler
    void on(InstrumentRegistered event) {
        shelf.put(event.definition());
    }

    @ResetHandler
    void startAgain() {
        shelf.clear();
    }
}
