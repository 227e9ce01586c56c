package org.groeipuls.api.storage;

import org.groeipuls.api.storage.BulkReader.Extent;
import org.groeipuls.replay.Folds;
import org.groeipuls.replay.Views;
import tools.jackson.databind.json.JsonMapper;

/** Fills all views of a scratch set by the folds of the live ones. Broken off, it goes on where it was. */
public final class ScratchFold {
    private static final int STRETCH = 500;

    private ScratchFold() {}

    /**
     * Fills it up to the end of an extent.
     *
     * @param json reads and writes views as the processor of the live ones does
     * @param onward is called after each stretch that was committed
     */
    public static void fill(Scratch scratch, BulkReader history, Extent extent, JsonMapper json, Runnable onward) {
        try (var session = new ScratchSession(scratch)) {
            var folds = new Folds(Views.over(session.client(), json).projections());
            long position = session.position();
            while (position < extent.head()) {
                var stretch = history.read(position, extent, STRETCH, folds::on);
                session.commit(position, stretch.position());
                position = stretch.position();
                onward.run();
            }
        }
    }
}
