package org.groeipuls.refusal;

import org.jspecify.annotations.Nullable;

/** Something that is needed does not answer in time. No rule said no: the same request may be sent again. */
public abstract class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what is the matter and what to do; never holds an answer or a secret */
    protected NotNow(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
