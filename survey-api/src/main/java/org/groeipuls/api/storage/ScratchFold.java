package org.groeipuls.api.storage;

import org.groeipuls.api.storage.BulkReader.Extent;
import org.groeipuls.replay.Folds;
import org.groeipuls.replay.Views;
import tools.jackson.databind.json.JsonMapper;

/** Fills all views of a scratch set by the folds of the live ones. Broken off, it goes on where it was. */
public final class ScratchFold {
    private static final int STRETCH = 500;

    private ScratchFold() {}

    /** Is told how far it is; what it throws breaks the work off. */
    @FunctionalInterface
    public interface Onward {
        /** @param done how many events of the extent were read */
        void at(long done);
    }

    /**
     * Fills it up to the end of an extent.
     *
     * @param json reads and writes views as the processor of the live ones does
     * @param onward is told after each stretch, which is committed soon
     */
    public static void fill(Scratch scratch, BulkReader history, Extent extent, JsonMapper json, Onward onward) {
        try (var session = new ScratchSession(scratch)) {
            var folds = new Folds(Views.over(session.client(), json).projections());
            long position = session.position();
            long done = position == 0 ? 0 : history.before(position, extent);
            int most = extent.stretch(STRETCH);
            while (position < extent.head()) {
                var stretch = history.read(position, extent, most, folds::on);
                session.commit(position, stretch.position());
                position = stretch.position();
                done += stretch.events();
                onward.at(done);
            }
        }
    }
}
