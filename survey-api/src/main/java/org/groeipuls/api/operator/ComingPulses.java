package org.groeipuls.api.operator;

/** What the clockwork asks of whoever issues the pulses of programmes; nobody's name can be reached from here. */
public interface ComingPulses {
    /**
     * Issues the pulses that are due and says of each that cannot be issued why. May be broken off and repeated: no pulse
     * is issued twice. A programme that fails holds up no other; the first failure is thrown when all had their turn.
     */
    void issueDue();
}
