package org.groeipuls.mirror;

import org.groeipuls.refusal.Refusal;

/** The pulse was counted: what the group said is known now, so the lead's own answers do not change any more. */
public final class MirrorFixed extends Refusal {
    private static final long serialVersionUID = 1;

    MirrorFixed() {
        super(Kind.CONFLICT, "mirror-fixed", "The pulse was counted, so your own answers cannot be changed any more");
    }
}
