package org.groeipuls.pulse;

/**
 * The rules under which people answer; frozen when the pulse is issued.
 *
 * @param minimumGroup k: below this many answers nothing is shown; at least {@link #LEAST_GROUP}
 * @param spreadMinimum from how many answers measures of spread are released under {@link Disclosure#EXACT}; at least
 *     {@link #LEAST_GROUP}; where k is higher, k holds for them too
 * @param layers 1: the operator alone opens the box; 2: the works council removes the outer layer first
 */
public record PulseRules(int minimumGroup, Disclosure disclosure, int spreadMinimum, TicketMode tickets, int layers) {
    /** No pulse may ask for less. */
    public static final int LEAST_GROUP = 5;

    /** What holds when a pulse does not say otherwise. */
    public static final PulseRules DEFAULT = new PulseRules(LEAST_GROUP, Disclosure.BANDED, 20, TicketMode.BLIND, 1);

    /** @throws PulseNotIssuable when a number is out of its range */
    public void check() {
        if (minimumGroup < LEAST_GROUP || minimumGroup > 1_000) {
            throw new PulseNotIssuable(
                    "minimum-group-not-allowed", "minimumGroup is " + LEAST_GROUP + " or more, at most 1000");
        }
        if (spreadMinimum < LEAST_GROUP) {
            throw new PulseNotIssuable("spread-minimum-not-allowed", "spreadMinimum is " + LEAST_GROUP + " or more");
        }
        if (layers != 1 && layers != 2) {
            throw new PulseNotIssuable("layers-not-allowed", "layers is 1 or 2");
        }
    }
}
