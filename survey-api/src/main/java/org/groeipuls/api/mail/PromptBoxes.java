package org.groeipuls.api.mail;

import java.util.function.Supplier;
import org.groeipuls.refusal.Refusal;

/** Codes can be asked for in the moment between the issue of a pulse and the making of its boxes: then these are made. */
final class PromptBoxes {
    private static final String NO_BOX = "group-unknown";

    private final Runnable clockwork;

    /** @param clockwork does all that is due now; boxes are */
    PromptBoxes(Runnable clockwork) {
        this.clockwork = clockwork;
    }

    /** Does what needs the boxes of a pulse that was issued. */
    <T> T having(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            if (!refused.code().equals(NO_BOX)) {
                throw refused;
            }
            makeThem();
            return work.get();
        }
    }

    private void makeThem() {
        try {
            clockwork.run();
        } catch (RuntimeException failed) {
            // of whichever pulse: whether this one has its boxes now is seen when they are asked again
            return;
        }
    }
}
