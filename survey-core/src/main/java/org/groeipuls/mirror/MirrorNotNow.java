package org.groeipuls.mirror;

import org.groeipuls.refusal.Refusal;

/** The pulse has not opened, or was cancelled. */
public final class MirrorNotNow extends Refusal {
    private static final long serialVersionUID = 1;

    public MirrorNotNow() {
        super(
                Kind.CONFLICT,
                "mirror-not-now",
                "You answer for yourself from the opening of a pulse on, and not when it was cancelled");
    }
}
