package org.groeipuls.analyst;

/** The server does not answer, or cannot now; later it may. Exit code 3. */
final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(String message) {
        super(message, null, false, false);
    }
}
