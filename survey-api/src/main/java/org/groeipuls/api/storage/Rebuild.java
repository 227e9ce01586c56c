package org.groeipuls.api.storage;

import org.axonframework.eventhandling.StreamingEventProcessor;

/** Makes the views anew from history. Until it has caught up, the views show less than there is. */
public final class Rebuild {
    private final StreamingEventProcessor processor;

    /** @param processor the one that writes the views */
    public Rebuild(StreamingEventProcessor processor) {
        this.processor = processor;
    }

    /** Empties the views and starts to read history from its beginning; returns when reading has started. */
    public synchronized void begin() {
        processor.shutDown();
        try {
            processor.resetTokens();
        } finally {
            processor.start();
        }
    }
}
