package org.groeipuls.earlier;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.reference.ReferenceEvent.ReferenceCorrected;
import org.groeipuls.reference.ReferenceEvent.ReferenceImported;

/** Keeps {@link ReferenceTable} up to date. */
@ProcessingGroup("views")
public final class ReferenceProjection {
    private final ReferenceTable table;

    public ReferenceProjection(ReferenceTable table) {
        this.table = table;
    }

    @EventHandler
    void on(ReferenceImported event) {
        table.put(event.reference(), event.results());
    }

    @EventHandler
    void on(ReferenceCorrected event) {
        table.put(event.reference(), event.results());
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
