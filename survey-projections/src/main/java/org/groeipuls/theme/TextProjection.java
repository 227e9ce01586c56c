package org.groeipuls.theme;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.release.ReleaseEvent.TextsReleased;

/** Keeps {@link TextTable} up to date. */
@ProcessingGroup("views")
public final class TextProjection {
    private final TextTable texts;

    public TextProjection(TextTable texts) {
        this.texts = texts;
    }

    @EventHandler
    void on(TextsReleased event) {
        texts.put(event);
    }

    @ResetHandler
    void startAgain() {
        texts.clear();
    }
}
