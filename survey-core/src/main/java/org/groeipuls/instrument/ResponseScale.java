package org.groeipuls.instrument;

import java.util.List;

/** A stem and its five labels, lowest first: answer x (1 to 5) carries label x - 1. */
public record ResponseScale(String id, Localised stem, List<Localised> labels) {

    /** Every scale has this many points. */
    public static final int POINTS = 5;

    /** @throws InvalidInstrument if there are not exactly five labels, or a part is missing */
    public ResponseScale {
        Must.beAnId(id, "The scale's id");
        Must.beGiven(stem, id, "stem");
        labels = Must.list(labels, id, "labels", POINTS, POINTS);
    }
}
