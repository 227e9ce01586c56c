package org.groeipuls.council;

/** The tool stops and says why and what to do. */
final class CouncilStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    CouncilStopped(String message) {
        super(message);
    }

    CouncilStopped(String message, Throwable cause) {
        super(message, cause);
    }
}
