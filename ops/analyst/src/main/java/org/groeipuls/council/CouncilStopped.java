package org.groeipuls.council;

/** The tool stops and says why and what to do. */
class CouncilStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    CouncilStopped(String message) {
        super(message);
    }

    CouncilStopped(String message, Throwable cause) {
        super(message, cause);
    }

    /** The server said no for certain: it has kept nothing of what was sent. */
    static final class Refused extends CouncilStopped {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
