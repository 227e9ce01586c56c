package org.groeipuls.pages;

import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.jspecify.annotations.Nullable;

/**
 * What may truthfully be printed about a pulse with these rules (anonymity, section 6).
 *
 * @param openText absent without an open question
 */
public record Promise(PulseRules rules, @Nullable OpenText openText) {
    /** What holds for a pulse that does not say otherwise. */
    static final Promise USUAL = new Promise(PulseRules.DEFAULT, null);

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

    /** Whether people are asked to write something. */
    public boolean asksToWrite() {
        return openText != null;
    }

    /** Texts are shown from so many respondents on. */
    public int leastPeople() {
        return Math.max(OpenText.LEAST_RESPONDENTS, minimum());
    }

    /** And from so many texts on. */
    public int leastTexts() {
        return OpenText.LEAST_TEXTS;
    }

    /** How many days after the count texts can be read. */
    public int retention() {
        return openText == null ? OpenText.DEFAULT_RETENTION : openText.retentionDays();
    }
}
