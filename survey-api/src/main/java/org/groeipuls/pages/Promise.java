package org.groeipuls.pages;

import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;

/** What may truthfully be printed about a pulse with these rules (anonymity, section 6). */
record Promise(PulseRules rules) {
    /** What holds for a pulse that does not say otherwise. */
    static final Promise USUAL = new Promise(PulseRules.DEFAULT);

    /** Whether a personal link stands for the right to answer: confidential, not anonymous. */
    public boolean link() {
        return rules.tickets() == TicketMode.LINK;
    }

    /** Whether the operator alone can open the box. */
    public boolean singleLayer() {
        return rules.layers() == 1;
    }

    /** Whether answers stay hidden from the employer too, and not from dashboards only. */
    public boolean hidden() {
        return !link() && !singleLayer();
    }

    public boolean banded() {
        return rules.disclosure() == Disclosure.BANDED;
    }

    public int minimum() {
        return rules.minimumGroup();
    }
}
