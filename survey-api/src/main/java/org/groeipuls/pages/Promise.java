package org.groeipuls.pages;

import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;

/** What may truthfully be printed about a pulse with these rules (anonymity, section 6). */
record Promise(PulseRules rules) {
    /** What this version offers to every pulse: personal links, one layer, classes of sums, five answers. */
    static final Promise USUAL =
            new Promise(new PulseRules(PulseRules.LEAST_GROUP, Disclosure.BANDED, 20, TicketMode.LINK, 1));

    /** Whether a personal link stands for the right to answer: confidential, not anonymous. */
    public boolean link() {
        return rules.tickets() == TicketMode.LINK;
    }

    /** Whether the operator alone can open the box. */
    public boolean singleLayer() {
        return rules.layers() == 1;
    }

    public boolean banded() {
        return rules.disclosure() == Disclosure.BANDED;
    }

    public int minimum() {
        return rules.minimumGroup();
    }
}
