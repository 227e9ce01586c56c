package org.groeipuls.instrument;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The items that are asked together in one pulse, in their order.
 *
 * @param openQuestion whether one optional open question follows the items
 */
public record Form(String name, List<String> items, Audience audience, boolean openQuestion) {

    /** Who fills in the form: everybody of a group, or its leader alone. */
    public enum Audience {
        GROUP,
        LEADER
    }

    /** @throws InvalidInstrument if a part is missing or an item is asked twice */
    public Form {
        Must.beAnId(name, "The form's name");
        items = Must.names(items, name, "items", 1, Instrument.MOST_ITEMS);
        Must.beGiven(audience, name, "audience");
        Set<String> seen = new HashSet<>();
        for (String item : items) {
            if (!seen.add(item)) {
                throw new InvalidInstrument("form " + name + " asks item " + item + " twice: ask it once", name, item);
            }
        }
    }
}
