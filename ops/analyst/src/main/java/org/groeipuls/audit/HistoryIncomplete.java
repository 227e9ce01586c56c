package org.groeipuls.audit;

/** Something in history rests on what is not in the file, so nothing can be said of it. */
public final class HistoryIncomplete extends RuntimeException {
    private static final long serialVersionUID = 1;

    HistoryIncomplete(String missing) {
        super("This is not all of history: " + missing + " is missing; take all of it, as history export wrote it");
    }
}
