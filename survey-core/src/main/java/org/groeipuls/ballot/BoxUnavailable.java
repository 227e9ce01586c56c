package org.groeipuls.ballot;

import org.groeipuls.refusal.NotNow;

/**
 * The box's database did not do what was asked; nothing was acknowledged. The same request with the same sequence
 * number may be sent again.
 */
public final class BoxUnavailable extends NotNow {
    private static final long serialVersionUID = 1;

    BoxUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
