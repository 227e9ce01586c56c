package org.groeipuls.roster;

import java.util.Set;
import org.groeipuls.pulse.PulseId;

/** The pulses that the roster keeps invitations of; whoever ends a pulse sees no more, and nobody's name. */
public interface InvitedPulses {
    /** The pulses that there are invitations of. */
    Set<PulseId> pulses();

    /**
     * Keeps who was in each group of a pulse that closed, in the place of what was kept before, so that the next pulse
     * can tell how many came and went; then forgets the pulse.
     */
    void close(PulseId pulse);

    /** Deletes who was invited by a pulse and who fetched a ticket; does nothing when it is gone. */
    void forget(PulseId pulse);
}
