package org.groeipuls.instrument;

import org.groeipuls.refusal.Refusal;

/** Somebody asked an instrument for an item, construct, scale or form that it does not have. */
public final class UnknownInstrumentPart extends Refusal {

    UnknownInstrumentPart(String message) {
        super(Kind.UNKNOWN, "unknown-instrument-part", message);
    }
}
