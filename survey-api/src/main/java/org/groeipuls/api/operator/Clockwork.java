package org.groeipuls.api.operator;

import org.groeipuls.pulse.PulseId;

/** What whoever issues or ends a pulse asks of the clockwork; nothing of boxes can be reached from here. */
public interface Clockwork {
    /**
     * Does all that is due now, in the order of a pulse's life, and returns when it is done. A pulse whose step fails
     * holds up no other; the first failure is thrown when all had their turn.
     */
    void tick();

    /**
     * Does what is due now for somebody whose own step is in history already. What fails is no answer to them: it is left
     * to the next tick.
     */
    void hurry();

    /** Cancels a pulse, unless its figures are in history already; its ballots are destroyed unread. */
    void cancel(PulseId pulse, String reason);
}
