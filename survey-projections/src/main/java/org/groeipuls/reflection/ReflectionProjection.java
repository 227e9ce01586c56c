package org.groeipuls.reflection;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.mirror.MirrorEvent.MirrorAnswered;
import org.groeipuls.mirror.MirrorEvent.MirrorShared;

/** Keeps {@link ReflectionTable} up to date. */
@ProcessingGroup("views")
public final class ReflectionProjection {
    private final ReflectionTable table;

    public ReflectionProjection(ReflectionTable table) {
        this.table = table;
    }

    @EventHandler
    void on(MirrorAnswered event) {
        table.put(event);
    }

    @EventHandler
    void on(MirrorShared event) {
        table.share(event.mirror());
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
