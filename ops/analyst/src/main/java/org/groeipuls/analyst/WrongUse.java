package org.groeipuls.analyst;

/** What was asked for cannot be done as it was asked; the message says what to do. Exit code 2. */
class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUse(String message) {
        super(message, null, false, false);
    }
}
