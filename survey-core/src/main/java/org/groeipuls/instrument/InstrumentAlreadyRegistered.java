package org.groeipuls.instrument;

import org.groeipuls.refusal.Refusal;

/** Other content stands under this key already. */
public final class InstrumentAlreadyRegistered extends Refusal {

    InstrumentAlreadyRegistered(InstrumentKey key) {
        super(
                Kind.CONFLICT,
                "instrument-already-registered",
                "%s is registered with other content and never changes: register yours under a new version, such as %s@%d"
                        .formatted(key, key.id(), key.version() + 1));
    }
}
