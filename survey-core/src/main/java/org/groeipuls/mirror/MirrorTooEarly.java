package org.groeipuls.mirror;

import org.groeipuls.refusal.Refusal;

/** Until the pulse is counted the lead's answers could colour those of the group. */
public final class MirrorTooEarly extends Refusal {
    private static final long serialVersionUID = 1;

    MirrorTooEarly() {
        super(
                Kind.CONFLICT,
                "mirror-too-early",
                "Your own answers can be shown to the group once the pulse was counted, so that they colour no answer");
    }
}
