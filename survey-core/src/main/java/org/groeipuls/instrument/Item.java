package org.groeipuls.instrument;

import org.jspecify.annotations.Nullable;

/**
 * A statement to be rated from 1 to 5.
 *
 * @param construct key of the construct it counts towards; null when it is reported singly
 * @param reversed whether a higher answer means less of the construct (scored 6 - x)
 * @param scale id of its response scale
 * @param mirrors in a leader form: id of the group's item that this one mirrors; else null
 */
public record Item(
        String id,
        @Nullable String construct,
        boolean reversed,
        String scale,
        Localised text,
        @Nullable String mirrors) {

    /** @throws InvalidInstrument if a part is missing, an id is malformed, or an item mirrors itself */
    public Item {
        Must.beAnId(id, "The item's id");
        Must.beAnId(Must.beGiven(scale, id, "scale"), "The item's scale");
        Must.beGiven(text, id, "text");
        if (construct != null) {
            Must.beAnId(construct, "The item's construct");
        }
        if (mirrors != null) {
            Must.beAnId(mirrors, "The mirrored item");
        }
        if (id.equals(mirrors)) {
            throw new InvalidInstrument("item " + id + " mirrors itself: name the group's item", id);
        }
        if (construct == null && reversed) {
            throw new InvalidInstrument("item " + id + " is reported singly, so it cannot be reversed", id);
        }
    }
}
