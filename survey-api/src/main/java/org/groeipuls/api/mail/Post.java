package org.groeipuls.api.mail;

/** The way to the mail server. */
interface Post {
    /**
     * Begins to hand letters in.
     *
     * @throws Unreachable when the mail server takes nothing now
     */
    Round begin();

    /** One connection to the mail server. */
    interface Round extends AutoCloseable {
        Answer hand(String address, Letter letter);

        @Override
        void close();
    }

    /** What the mail server said. */
    sealed interface Answer {
        /** It has the letter. */
        record Taken() implements Answer {}

        /** Not now; the letter is tried again. */
        record Later() implements Answer {}

        /** The connection is gone; so it is unknown whether the letter went out, and it is tried again. */
        record Gone() implements Answer {}

        /** It does not take this letter, whoever it is for. */
        record Rejected() implements Answer {}

        /** It does not take anything for this address. */
        record Refused(Refusing reason) implements Answer {}
    }

    /** The mail server cannot be reached. Its message holds no address. */
    final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreachable(String why) {
            super(why, null, false, false);
        }
    }
}
