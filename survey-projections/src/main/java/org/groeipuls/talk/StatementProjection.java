package org.groeipuls.talk;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.release.ReleaseEvent.BlockReleased;

/** Keeps {@link StatementTable} up to date. */
@ProcessingGroup("views")
public final class StatementProjection {
    private final StatementTable table;

    public StatementProjection(StatementTable table) {
        this.table = table;
    }

    @EventHandler
    void on(BlockReleased event) {
        SaidOfErrors.among(event.items())
                .forEach(said -> table.put(new StatementTable.Row(event.pulse(), event.block(), event.unit(), said)));
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
