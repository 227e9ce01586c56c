package org.groeipuls.instrument;

import java.util.List;

/**
 * A say-do pair whose gap inside one answer sheet is the sign of a misconception (method page, section 5).
 *
 * @param code M1 (talk without practice) to M4 (fear of celebrating failure)
 * @param say items that tell what is said, or what others do
 * @param does items that tell what is done
 * @param form the form that asks both sides
 */
public record PairedPattern(String code, List<String> say, List<String> does, String form) {

    /** @throws InvalidInstrument if a part is missing or an item stands on both sides */
    public PairedPattern {
        Must.beAnId(code, "The pattern's code");
        say = Must.names(say, code, "say items", 1, Instrument.MOST_ITEMS);
        does = Must.names(does, code, "do items", 1, Instrument.MOST_ITEMS);
        Must.beAnId(Must.beGiven(form, code, "form"), "The pattern's form");
        for (String item : does) {
            if (say.contains(item)) {
                throw new InvalidInstrument(
                        "pattern " + code + " has item " + item + " on both sides: keep it on one", code, item);
            }
        }
    }
}
