package org.groeipuls.api.problem;

import org.groeipuls.refusal.Refusal;

/** What is asked for does not exist, or not for whoever asks; which of the two is never said. */
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1;

    public NotFound() {
        super(Kind.UNKNOWN, "not-found", "This does not exist, or not for you");
    }
}
