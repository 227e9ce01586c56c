package org.groeipuls.roster;

import java.time.LocalDate;

/**
 * A list of people that HR sent, by its id.
 *
 * @param day on which it was shown or, when it was applied, on which it was applied
 */
public record KeptImport(String id, State state, LocalDate day) {
    /** What became of it. */
    public enum State {
        /** HR saw it; its list is kept. */
        SHOWN,
        /** HR saw it, and it cannot be applied any more; nothing of it is kept. */
        OUTDATED,
        /** It is the latest; the roster of before it is kept. */
        APPLIED,
        /** It was applied, and another one after it; nothing of it is kept. */
        REPLACED,
        /** It was applied and undone; nothing of it is kept. */
        UNDONE,
        /** It was applied too long ago; nothing of it is kept. */
        EXPIRED
    }
}
