package org.groeipuls.attack;

/** An attack could not be tried; the message says why and what to do. */
public final class AttackNotRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AttackNotRun(String message) {
        super(message);
    }

    public AttackNotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
