package org.groeipuls.ballot;

import java.time.Instant;
import java.util.Set;
import org.groeipuls.anonymity.BoxKey;

/** The boxes of all running pulses. Every change is safe on disk when its method returns. */
public interface BallotBoxes {

    /**
     * Creates the box of a pulse, or does nothing when it is there.
     *
     * @throws IllegalArgumentException when a box with other terms is there
     */
    void prepare(BoxTerms terms);

    /**
     * Moves the last instant of a box that is not closed.
     *
     * @throws IllegalStateException when there is no such box or it is closed
     */
    void extend(String pulse, Instant closesAt);

    /**
     * Closes a box: waits for the ballots under way; afterwards none gets in, on any node. May be repeated.
     *
     * @throws IllegalStateException when there is no such box
     */
    void close(String pulse);

    /**
     * Whether a closed box can be opened: with two layers only once the works council gave its batch back.
     *
     * @throws IllegalStateException when there is no such box
     */
    boolean ready(String pulse);

    /**
     * Opens a closed box: verifies every ballot, drops the tickets, sorts the sealed sheets by their bytes, shuffles
     * them within each group by chance derived from the key, and only then opens them. The same box and key give the
     * same result. With two layers the works council did the first part, and sheets come in without tickets.
     *
     * @throws IllegalStateException when there is no such box, it is not closed, or it is not {@link #ready}
     */
    OpenedBox open(String pulse, BoxKey key);

    /** Opens a closed text box, as {@link #open} does a box for answers. */
    OpenedTexts openTexts(String box, BoxKey key);

    /** Destroys a box with all its ballots; does nothing when it is gone. */
    void destroy(String pulse);

    /**
     * Whether this box is here. No other box is touched, so one that is damaged is in nobody else's way.
     *
     * @throws RuntimeException when it is here and cannot be read, or when nobody can tell
     */
    boolean holds(String pulse);

    /** Of these boxes those of which anything is left, whether or not it can be read. */
    Set<String> left(Set<String> pulses);
}
