package org.groeipuls.mirror;

import org.groeipuls.refusal.Refusal;

/** The answers do not fit the leader's form. */
public final class MirrorNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;

    MirrorNotAllowed() {
        super(
                Kind.UNACCEPTABLE,
                "mirror-answers-not-allowed",
                "Answer at least one statement of the leader's form, each from 1 to 5; leave out what does not apply");
    }
}
