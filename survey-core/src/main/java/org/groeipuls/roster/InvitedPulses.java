package org.groeipuls.roster;

import java.util.Set;
import org.groeipuls.pulse.PulseId;

/** The pulses that the roster keeps invitations of; whoever ends a pulse sees no more, and nobody's name. */
public interface InvitedPulses {
    /** The pulses that there are invitations of. */
    Set<PulseId> pulses();

    /**
     * Keeps who was in each group of a pulse that closed, so that the next pulse can tell how many came and went; then
     * forgets who was invited and who fetched a ticket. What was kept before stays beside it until the pulse is counted.
     */
    void close(PulseId pulse);

    /** The pulses that closed, of which is kept who was in each group, and that were neither counted nor forgotten. */
    Set<PulseId> awaiting();

    /** What is kept of a pulse that closed takes the place of what was kept before; does nothing when it did. */
    void counted(PulseId pulse);

    /** Deletes who was invited by a pulse, who fetched a ticket and who was in each group; does nothing when it is gone. */
    void forget(PulseId pulse);
}
