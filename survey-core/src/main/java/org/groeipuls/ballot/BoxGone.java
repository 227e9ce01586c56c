package org.groeipuls.ballot;

/** The tables of a box are not there: it was destroyed, or its making was cut short. */
final class BoxGone extends RuntimeException {
    private static final long serialVersionUID = 1;

    BoxGone() {
        super("Another box stands in this one's place");
    }

    BoxGone(Throwable cause) {
        super(cause);
    }
}
